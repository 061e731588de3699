// Encodes and decodes the entries of DiskParseCache.
//
// Foreign comment files are not encoded: their cached comments are unmasked and contain readers' addresses, which must
// not be written to disk. The comments of an essay are masked already.
#pragma once

#include "base/binary.h"
#include "content/parse_cache.h"

namespace causerie {

void write(BinaryWriter&, const CachedFile&);
void write(BinaryWriter&, const CachedSeries&);
void write(BinaryWriter&, const CachedEssay&);

// Each returns a value in any case; `is_broken` of the reader reports whether it is valid.
CachedFile read_cached_file(BinaryReader&);
CachedSeries read_cached_series(BinaryReader&);
CachedEssay read_cached_essay(BinaryReader&);

}  // namespace causerie
