// The program itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace causerie {

// Where its file is, links followed; empty where the system does not tell.
std::string program_path();

// Identifies the very program that runs and the libraries that it was started with: a machine that has other ones
// makes every page anew. Of each the build ID that its linker gave it (ld --build-id); where it has none, of the bytes
// of its file.
Hash program_hash();

// The build ID among the notes of an ELF file (PT_NOTE segments that are aligned to 4 bytes; System V ABI, "Note
// Section"); nothing where there is none.
std::optional<std::string_view> build_id_in(std::string_view notes);

}  // namespace causerie
