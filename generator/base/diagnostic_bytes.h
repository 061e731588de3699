// Reads and writes diagnostics as bytes, for the files that Causerie caches on disk.
#pragma once

#include <optional>

#include "base/binary.h"
#include "base/diagnostics.h"

namespace causerie {

void write(BinaryWriter&, const Diagnostic&);
// nullopt if this program does not know the code.
std::optional<Diagnostic> read_diagnostic(BinaryReader&);

}  // namespace causerie
