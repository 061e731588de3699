// What reading one file gave, as bytes and back: the records of KeptReadings.
//
// Foreign comment files have no bytes. They are kept as they are written, with the addresses of readers in them, and
// those go nowhere; comments in an essay are masked already.
#pragma once

#include "base/binary.h"
#include "content/parse_cache.h"

namespace causerie {

void write(BinaryWriter&, const FileReading&);
void write(BinaryWriter&, const SeriesReading&);
void write(BinaryWriter&, const EssayReading&);

// Each gives a value; whether it is what was written, `is_broken` of the reader knows.
FileReading read_file_reading(BinaryReader&);
SeriesReading read_series_reading(BinaryReader&);
EssayReading read_essay_reading(BinaryReader&);

}  // namespace causerie
