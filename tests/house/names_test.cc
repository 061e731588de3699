// Names in unnamed namespaces are unique within a folder, since files are compiled together (unity builds, see
// CMakeLists.txt). It also reads better.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/text.h"
#include "house/source_tree.h"

namespace causerie::house {
namespace {

bool is_of_a_name(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The name that an unindented line defines: of a type, or of a function or value, before `(`, `=`, `[`, `{` or `;`.
// Empty if there is none.
std::string_view name_given(std::string_view line) {
  if (line.empty() || !is_of_a_name(line[0]) || line.starts_with("TEST") || line.starts_with("namespace")) return {};
  for (const std::string_view kind : {"struct ", "class ", "enum class ", "using "}) {
    if (!line.starts_with(kind)) continue;
    std::string_view name = line.substr(kind.size());
    std::size_t size = 0;
    while (size < name.size() && is_of_a_name(name[size])) ++size;
    return name.substr(0, size);
  }
  std::size_t end = std::min(line.find_first_of("(=[{;"), line.size());
  while (end > 0 && line[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && is_of_a_name(line[begin - 1])) --begin;
  return line.substr(begin, end - begin);
}

// Fuzz targets and properties repeat names by design and are compiled one by one.
bool is_apart(std::string_view folder) { return folder == "tests/fuzz" || folder == "tests/property"; }

Faults shared_private_names(const std::vector<SourceFile>& files) {
  std::map<std::string, std::set<std::string>> owners;  // by folder and name
  for (const SourceFile& file : files) {
    const std::string folder = file.path.substr(0, file.path.find('/', file.path.find('/') + 1));
    if (is_apart(folder) || !file.path.ends_with(".cc")) continue;
    bool is_private = false;
    for (const std::string_view line : lines_of(file.text)) {
      if (line == "namespace {") is_private = true;
      if (line == "}  // namespace") is_private = false;
      const std::string_view name = is_private ? name_given(line) : std::string_view();
      // A namespace alias is the same thing in every file.
      if (!name.empty() && line.find("= std::filesystem;") == std::string_view::npos)
        owners[fmt::format("{}: {}", folder, name)].insert(file.path);
    }
  }
  Faults faults;
  for (const auto& [name, paths] : owners) {
    if (paths.size() > 1) faults.push_back(fmt::format("{} is in {} and {}", name, *paths.begin(), *paths.rbegin()));
  }
  return faults;
}

TEST(HouseNames, OfAFolderOfTestsArePrivateToOneFileEach) {
  EXPECT_EQ(shared_private_names(program_files("tests")), Faults());
  const std::string text = "namespace {\nint counted(int i) {\n  return i;\n}\n}  // namespace\nint seen();\n";
  EXPECT_EQ(shared_private_names({{"tests/unit/a.cc", text},
                                  {"tests/unit/b.cc", text},
                                  {"tests/limits/c.cc", text},
                                  {"tests/fuzz/d.cc", text},
                                  {"tests/fuzz/e.cc", text}}),
            Faults{"tests/unit: counted is in tests/unit/a.cc and tests/unit/b.cc"});
}

}  // namespace
}  // namespace causerie::house
