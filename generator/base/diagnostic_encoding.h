// Diagnostics as bytes and back, for the build cache (base/encoding.h).
#pragma once

#include <vector>

#include "base/binary.h"
#include "base/diagnostics.h"

namespace causerie {

// A code is stored by its name; one that this program does not know breaks the reader.
void encode(BinaryWriter&, const std::vector<Diagnostic>&);
void decode(BinaryReader&, std::vector<Diagnostic>&);
void encode(BinaryWriter&, const Diagnostics&);
void decode(BinaryReader&, Diagnostics&);

}  // namespace causerie
