// The source tree as the rules of the house see it. What tests share has a namespace of its own: a second type of one
// name in `causerie` would quietly be linked as the program's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie::house {

struct SourceFile {
  std::string path;  // below the root: "generator/base/slug.cc"
  std::string text;
};

// A rule says what is wrong, a line each; nothing: it holds.
using Faults = std::vector<std::string>;

// Text files below a folder of the root, by path. What is made or fetched (`public`, `node_modules`, `.git`) is left
// out.
std::vector<SourceFile> source_files(std::string_view folder);

// The C++ files among them: .cc and .h.
std::vector<SourceFile> program_files(std::string_view folder);

struct Include {
  std::string name;      // between the quotes or brackets
  bool is_ours = false;  // quotes
};
std::vector<Include> includes_of(const SourceFile&);

// "base" of "generator/base/slug.cc"; empty for a file that stands in generator/ itself.
std::string_view layer_of(std::string_view path);

}  // namespace causerie::house
