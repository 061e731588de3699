// Every page kind, command, importer and target kind is in its table; every test is in the program and in a group.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "house/source_tree.h"
#include "support/test_folder.h"

namespace causerie::house {
namespace {

// A table is the only file that takes the address of each constant of a type.
struct Table {
  std::string_view type;
  std::string_view file;
};
constexpr Table tables[] = {
    {"PageKind", "generator/pages/page_kind.cc"},
    {"Command", "generator/commands/command.cc"},
    {"Importer", "generator/import/importer.cc"},
    {"Target", "generator/deploy/target.cc"},
    {"SiteCheck", "generator/pipeline/checks/site_check.cc"},
};

// The names in `const TYPE NAME = {` at the beginning of a line.
std::vector<std::string> constants(const SourceFile& file, std::string_view type) {
  std::vector<std::string> names;
  const std::string begin = "const " + std::string(type) + " ";
  for (const std::string_view line : lines_of(file.text)) {
    const auto end = line.find(" = {");
    if (line.starts_with(begin) && end != std::string_view::npos)
      names.emplace_back(line.substr(begin.size(), end - begin.size()));
  }
  return names;
}

Faults left_out(const std::vector<SourceFile>& files, const Table& table) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const SourceFile& f) { return f.path == table.file; });
  Faults faults;
  for (const SourceFile& file : files) {
    for (const std::string& name : constants(file, table.type)) {
      const std::string entry = "&" + name;
      const auto at = found == files.end() ? std::string::npos : found->text.find(entry);
      const bool is_listed = at != std::string::npos &&
                             std::string_view(",} \n").find(found->text[at + entry.size()]) != std::string_view::npos;
      if (!is_listed) faults.push_back(std::string(table.file) + " does not list " + name + " of " + file.path);
    }
  }
  return faults;
}

TEST(HouseTables, NothingIsLeftOut) {
  const std::vector<SourceFile> files = program_files("generator");
  for (const Table& table : tables) EXPECT_EQ(left_out(files, table), Faults());
  // The constants exist at all.
  for (const Table& table : {tables[0], tables[1]}) {
    EXPECT_GT(
        std::count_if(files.begin(), files.end(), [&](const auto& f) { return !constants(f, table.type).empty(); }), 3);
  }
}

TEST(HouseTables, WhatIsLeftOutIsNoticed) {
  EXPECT_EQ(left_out({{"t.cc", "table = {&a_page, &ab_page};\n"},
                      {"a.cc", "const PageKind a_page = {\n"},
                      {"b.cc", "extern const PageKind b_page;\nconst PageKind b_page = {.name = \"b\"};\n"}},
                     {"PageKind", "t.cc"}),
            Faults{"t.cc does not list b_page of b.cc"});
}

// The folders of each suite's tests, according to GoogleTest.
std::map<std::string, std::set<std::string>> registered_suites() {
  std::map<std::string, std::set<std::string>> suites;
  const auto& all = *testing::UnitTest::GetInstance();
  for (int i = 0; i < all.total_test_suite_count(); ++i) {
    const testing::TestSuite& suite = *all.GetTestSuite(i);
    for (int j = 0; j < suite.total_test_count(); ++j) suites[suite.name()].insert(suite.GetTestInfo(j)->file());
  }
  return suites;
}

TEST(HouseTables, EveryTestIsRegistered) {
  std::set<std::string> registered;
  for (const auto& [suite, files] : registered_suites()) registered.insert(files.begin(), files.end());
  for (const SourceFile& file : program_files("tests")) {
    const std::string_view folder = test_folder(std::string_view(file.path).substr(std::string_view("tests/").size()));
    if (folder == "bench" || folder == "browser" || file.path.find("/input/") != std::string::npos) continue;
    const auto lines = lines_of(file.text);
    const bool has_tests = std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
      return line.starts_with("TEST(") || line.starts_with("TEST_F(") || line.starts_with("TEST_P(");
    });
    EXPECT_EQ(has_tests, registered.contains(CAUSERIE_SOURCE_DIR "/" + file.path)) << file.path << " is in no program";
  }
}

TEST(HouseTables, EverySuiteIsInOneGroup) {
  const auto groups = split(CAUSERIE_TEST_FOLDERS, ',');
  for (const auto& [suite, files] : registered_suites()) {
    std::set<std::string_view> folders;
    for (const std::string& file : files) folders.insert(test_folder(file));
    EXPECT_EQ(folders.size(), 1u) << suite;
    EXPECT_EQ(std::count(groups.begin(), groups.end(), *folders.begin()), 1) << suite;
  }
}

}  // namespace
}  // namespace causerie::house
