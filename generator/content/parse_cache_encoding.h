// What reading one file gave, as bytes and back: the records of DiskParseCache.
//
// Foreign comment files have no bytes. They are kept as they are written, with the addresses of readers in them, and
// those go nowhere; comments in an essay are masked already.
#pragma once

#include "base/binary.h"
#include "content/parse_cache.h"

namespace causerie {

void write(BinaryWriter&, const CachedFile&);
void write(BinaryWriter&, const CachedSeries&);
void write(BinaryWriter&, const CachedEssay&);

// Each gives a value; whether it is what was written, `is_broken` of the reader knows.
CachedFile read_cached_file(BinaryReader&);
CachedSeries read_cached_series(BinaryReader&);
CachedEssay read_cached_essay(BinaryReader&);

}  // namespace causerie
