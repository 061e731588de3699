// The running program itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace causerie {

// The path of its file, with links followed; empty if the system does not report it.
std::string program_path();

// Identifies the running program and the libraries that it was started with: if any of them differs, every page is
// rendered again. Uses the build ID that the linker gave each of them (ld --build-id), or the bytes of the file if it
// has none.
Hash program_hash();

// The build ID among the notes of an ELF file (PT_NOTE segments that are aligned to 4 bytes; System V ABI, "Note
// Section"); nullopt if there is none.
std::optional<std::string_view> build_id_in(std::string_view notes);

}  // namespace causerie
