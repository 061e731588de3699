// Diagnostics as bytes and back, for our own notes on the disk.
#pragma once

#include <optional>

#include "base/binary.h"
#include "base/diagnostics.h"

namespace causerie {

void write(BinaryWriter&, const Diagnostic&);
// Nothing where the code is one that this program does not know.
std::optional<Diagnostic> read_diagnostic(BinaryReader&);

}  // namespace causerie
