// Limits on the length of files (the median under 150 lines, nine in ten under 300, none over 450) and of the program.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "house/source_tree.h"

namespace causerie::house {
namespace {

constexpr std::ptrdiff_t most_lines = 450;

// Files that may be longer, with the reason. The list may only shrink: an entry that is short enough is an error too.
const std::map<std::string, std::string> long_files = {};

std::ptrdiff_t line_count(const SourceFile& file) { return std::count(file.text.begin(), file.text.end(), '\n'); }

Faults too_long(const std::vector<SourceFile>& files, const std::map<std::string, std::string>& exceptions) {
  Faults faults;
  std::vector<std::ptrdiff_t> lengths;
  for (const SourceFile& file : files) {
    lengths.push_back(line_count(file));
    const bool is_long = lengths.back() > most_lines;
    const bool is_exception = exceptions.contains(file.path);
    if (is_long && !is_exception) faults.push_back(file.path + " has " + std::to_string(lengths.back()) + " lines");
    if (!is_long && is_exception) faults.push_back(file.path + " is short enough: it is no exception any more");
  }
  for (const auto& [path, reason] : exceptions) {
    if (std::none_of(files.begin(), files.end(), [&](const auto& f) { return f.path == path; }))
      faults.push_back(path + " is not there");
  }
  if (lengths.empty()) return {"no files"};
  std::sort(lengths.begin(), lengths.end());
  const auto at = [&](std::size_t tenth) { return lengths[lengths.size() * tenth / 10]; };
  if (at(5) >= 150) faults.push_back("the median is " + std::to_string(at(5)));
  if (at(9) >= 300) faults.push_back("one in ten is longer than " + std::to_string(at(9)));
  return faults;
}

SourceFile of_lines(std::string path, std::size_t lines) { return {std::move(path), std::string(lines, '\n')}; }

TEST(HouseLengths, FilesAreShort) {
  std::vector<SourceFile> files = program_files("generator");
  EXPECT_EQ(too_long(files, long_files), Faults());
  EXPECT_EQ(too_long(program_files("tests"), {}), Faults());
}

TEST(HouseLengths, LongFilesAreNoticed) {
  EXPECT_EQ(too_long({of_lines("a", 10), of_lines("b", 10), of_lines("c", 451)}, {}),
            (Faults{"c has 451 lines", "one in ten is longer than 451"}));
  EXPECT_EQ(too_long({of_lines("a", 10), of_lines("b", 160), of_lines("c", 160)}, {}), Faults{"the median is 160"});
  EXPECT_EQ(too_long({of_lines("a", 10)}, {{"a", "was long"}, {"b", "is gone"}}),
            (Faults{"a is short enough: it is no exception any more", "b is not there"}));
}

// Counts lines of code: neither empty nor only a comment.
std::ptrdiff_t code_line_count(std::string_view text) {
  std::ptrdiff_t count = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t start = line.find_first_not_of(' ');
    if (start != std::string_view::npos && !line.substr(start).starts_with("//")) ++count;
  }
  return count;
}

TEST(HouseLengths, CodeLinesAreCounted) {
  EXPECT_EQ(code_line_count("int a;\n\n  // Why.\n  int b;  // c\n   \nint c;"), 3);
}

// The program should stay below this even with everything that is planned.
TEST(HouseLengths, TheHouseStaysSmall) {
  std::ptrdiff_t lines = 0;
  for (const SourceFile& file : program_files("generator")) lines += code_line_count(file.text);
  EXPECT_LE(lines, 36000);
}

}  // namespace
}  // namespace causerie::house
