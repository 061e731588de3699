#include "house/source_tree.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "support/golden.h"

namespace causerie::house {
namespace {

namespace fs = std::filesystem;

bool is_left_out(const std::string& name) {
  return name == "public" || name == "node_modules" || name == ".git" || name == ".causerie" ||
         name.starts_with("build");
}

}  // namespace

std::vector<SourceFile> source_files(std::string_view folder) {
  static constexpr std::string_view extensions[] = {".cc", ".h",    ".md",   ".txt", ".cmake",    ".yaml",
                                                    ".js", ".html", ".json", ".css", ".mustache", ".sh"};
  const fs::path root = CAUSERIE_SOURCE_DIR;
  std::vector<SourceFile> files;
  for (fs::recursive_directory_iterator at(root / folder), end; at != end; ++at) {
    if (at->is_directory()) {
      if (is_left_out(at->path().filename().string())) at.disable_recursion_pending();
      continue;
    }
    const std::string extension = at->path().extension().string();
    if (std::find(std::begin(extensions), std::end(extensions), extension) == std::end(extensions)) continue;
    files.push_back({at->path().lexically_relative(root).generic_string(), read_file(at->path())});
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::vector<SourceFile> program_files(std::string_view folder) {
  std::vector<SourceFile> files = source_files(folder);
  std::erase_if(files, [](const SourceFile& f) { return !f.path.ends_with(".cc") && !f.path.ends_with(".h"); });
  return files;
}

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  for (const std::string_view line : lines_of(file.text)) {
    constexpr std::string_view word = "#include ";
    if (!line.starts_with(word) || line.size() < word.size() + 3) continue;
    const bool is_ours = line[word.size()] == '"';
    const std::string_view rest = line.substr(word.size() + 1);
    includes.push_back({std::string(rest.substr(0, rest.find(is_ours ? '"' : '>'))), is_ours});
  }
  return includes;
}

std::string_view layer_of(std::string_view path) {
  constexpr std::string_view house = "generator/";
  if (path.starts_with(house)) path.remove_prefix(house.size());
  const auto slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace causerie::house
