// Words that must not appear in the sources, and names that folders and files must not have.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "house/source_tree.h"

namespace causerie::house {
namespace {

// Concatenated, so that this file does not contain them.
std::string joined(std::string_view a, std::string_view b) { return std::string(a) + std::string(b); }

Faults with_words(const std::vector<SourceFile>& files, const std::vector<std::string>& words) {
  Faults faults;
  for (const SourceFile& file : files) {
    int number = 0;
    for (const std::string_view line : lines_of(file.text)) {
      ++number;
      for (const std::string& word : words) {
        if (line.find(word) != std::string_view::npos)
          faults.push_back(file.path + ":" + std::to_string(number) + ": " + word);
      }
    }
  }
  return faults;
}

// Work to do later belongs in an issue, not in a comment.
TEST(HouseWords, CommentsPromiseNothing) {
  const std::vector<std::string> promises = {joined("TO", "DO"), joined("FIX", "ME"), joined("X", "XX:"),
                                             joined("HA", "CK")};
  for (const char* folder : {"generator", "tests", "themes"})
    EXPECT_EQ(with_words(source_files(folder), promises), Faults());
  EXPECT_EQ(with_words({{"a.cc", "fine\n// " + promises[0] + ": later\n"}}, promises),
            Faults{"a.cc:2: " + promises[0]});
}

// Paths on a developer's machine must not appear. `/home/` and `/tmp/` alone are allowed in examples.
TEST(HouseWords, NoPlaceOfOneMachineIsNamed) {
  const std::vector<std::string> places = {joined("/wo", "rk/"), joined("/ro", "ot/."), joined("/tmp/", "lead"),
                                           joined("/tmp/", "bash")};
  EXPECT_EQ(with_words(source_files(""), places), Faults());
}

bool is_vague(std::string_view word) {
  static constexpr std::string_view words[] = {"util",   "utils",  "utility", "helper",  "helpers",
                                               "common", "shared", "misc",    "manager", "stuff"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Each part of a path, split at `_` and `.`, must name a concrete thing.
Faults vaguely_named(const std::vector<SourceFile>& files) {
  Faults faults;
  for (const SourceFile& file : files) {
    std::string path = file.path;
    std::replace_if(
        path.begin(), path.end(), [](char c) { return c == '_' || c == '.'; }, '/');
    const auto words = split(path, '/');
    if (std::any_of(words.begin(), words.end(), is_vague)) faults.push_back(file.path);
  }
  return faults;
}

TEST(HouseWords, NamesNameTheThing) {
  for (const char* folder : {"generator", "tests"}) EXPECT_EQ(vaguely_named(program_files(folder)), Faults());
  EXPECT_EQ(
      vaguely_named({{"generator/util/a.cc", ""}, {"generator/base/a_helper.h", ""}, {"generator/base/commons.h", ""}}),
      (Faults{"generator/util/a.cc", "generator/base/a_helper.h"}));
}

}  // namespace
}  // namespace causerie::house
