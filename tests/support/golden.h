// Golden files: expected content that is compared with the actual one, and rewritten if UPDATE_GOLDEN=1 is set.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace causerie {

bool is_updating();

// Both throw a std::runtime_error with the file's name on failure.
std::string read_file(const std::filesystem::path&);
void write_file(const std::filesystem::path&, std::string_view bytes);  // creates parent folders

// All files below a folder, by their path with `/`; empty if the folder does not exist.
std::map<std::string, std::string> read_tree(const std::filesystem::path&);

// The differing lines of two texts: expected ones with `-`, actual ones with `+`, after the line before them. Empty if
// there is none.
std::string difference(std::string_view expected, std::string_view actual);

// `*` and `?` within a segment, `**` also across `/`.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace causerie
