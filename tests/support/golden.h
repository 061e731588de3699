// Files with what should be, compared with what is, and rewritten when UPDATE_GOLDEN=1 is set.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace causerie {

bool is_updating();

// Bytes of files; a file that cannot be read is a std::runtime_error that names it.
std::string read_file(const std::filesystem::path&);
void write_file(const std::filesystem::path&, std::string_view bytes);  // makes the folders above

// All files below a folder by their path with `/`; none where there is no folder.
std::map<std::string, std::string> read_tree(const std::filesystem::path&);

// Where two texts differ: the lines `-` that should be there and `+` that are, and one before. Empty: nowhere.
std::string difference(std::string_view expected, std::string_view actual);

// `*` and `?` within a segment, `**` also across `/`.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace causerie
