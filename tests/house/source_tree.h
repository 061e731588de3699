// The source tree, for the tests of the project's rules. Code shared by tests has its own namespace, since a type in
// `causerie` with the name of one of the program's would violate the one-definition rule without an error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie::house {

struct SourceFile {
  std::string path;  // below the root: "generator/base/slug.cc"
  std::string text;
};

// The violations of a rule, one line each.
using Faults = std::vector<std::string>;

// Text files below a folder of the root, sorted by path. Generated and fetched folders (`public`, `node_modules`,
// `.git`) are skipped.
std::vector<SourceFile> source_files(std::string_view folder);

// Likewise, only C++ files: .cc and .h.
std::vector<SourceFile> program_files(std::string_view folder);

struct Include {
  std::string name;      // between the quotes or brackets
  bool is_ours = false;  // quotes
};
std::vector<Include> includes_of(const SourceFile&);

// "base" of "generator/base/slug.cc"; empty for a file directly in generator/.
std::string_view layer_of(std::string_view path);

}  // namespace causerie::house
