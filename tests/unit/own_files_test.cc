#include "pipeline/own_files.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

OwnFiles example() {
  OwnFiles own;
  own.add("z.html", hash_of("z"));
  own.add("a/secret-name/index.html", hash_of("a"));
  own.sort();
  return own;
}

TEST(OwnFiles, ParsesWhatItComposed) {
  OwnFiles own = example();
  EXPECT_EQ(parse_own_files(compose_own_files(own)).lines(), own.lines());
  EXPECT_FALSE(parse_own_files(compose_own_files(own)).is_unfinished());
  own.mark_unfinished();
  EXPECT_EQ(parse_own_files(compose_own_files(own)).lines(), own.lines());
  EXPECT_TRUE(parse_own_files(compose_own_files(own)).is_unfinished());
}

TEST(OwnFiles, LooksAsItsPageSays) {
  OwnFiles own;
  own.add("index.html", hash_of("x"));
  EXPECT_EQ(compose_own_files(own), "causerie files 1\n" + hex(hash_of("index.html")) + " " + hex(hash_of("x")) + "\n");
}

TEST(OwnFiles, ShowsNoPath) { EXPECT_EQ(compose_own_files(example()).find("secret"), std::string::npos); }

TEST(OwnFiles, TheOrderOfAdditionsDoesNotMatter) {
  OwnFiles own;
  own.add("a/secret-name/index.html", hash_of("a"));
  own.add("z.html", hash_of("z"));
  own.add("z.html", hash_of("z"));
  own.sort();
  EXPECT_EQ(compose_own_files(own), compose_own_files(example()));
}

TEST(OwnFiles, AnswersForPathsBytesAndFolders) {
  OwnFiles own = example();
  own.add("z.html", hash_of("newer"));
  own.add_folder("a/b");
  own.sort();
  EXPECT_TRUE(own.names(hash_of("z.html")));
  EXPECT_TRUE(own.holds(hash_of("z.html"), hash_of("z")));
  EXPECT_TRUE(own.holds(hash_of("z.html"), hash_of("newer")));
  EXPECT_FALSE(own.holds(hash_of("z.html"), hash_of("edited")));
  EXPECT_FALSE(own.names(hash_of("y.html")));
  EXPECT_TRUE(own.names_folder("a/b"));
  EXPECT_FALSE(own.names_folder("a"));
  EXPECT_FALSE(own.names(hash_of("a/b")));
}

TEST(OwnFiles, ForeignTextIsNothingOfOurs) {
  for (const char* text : {"", "\n", "causerie files 2\n", "# a list\n", "causerie files 1 and more\n"}) {
    EXPECT_TRUE(parse_own_files(text + compose_own_files(example()).substr(17)).lines().empty()) << text;
  }
}

TEST(OwnFiles, BothSidesOfAMergeConflictAreOurs) {
  const std::string text = compose_own_files(example());
  const std::string other = hex(hash_of("other")) + " " + hex(hash_of("o")) + "\n";
  const OwnFiles own =
      parse_own_files("<<<<<<< HEAD\n" + text + "=======\ncauserie files 1 unfinished\n" + other + ">>>>>>> x\n");
  EXPECT_EQ(own.lines().size(), 3u);
  EXPECT_TRUE(own.names(hash_of("other")));
  EXPECT_TRUE(own.is_unfinished());
}

TEST(OwnFiles, OneThatWasCutShortIsUnfinished) {
  const std::string text = compose_own_files(example());
  const OwnFiles own = parse_own_files(std::string_view(text).substr(0, text.size() - 5));
  EXPECT_EQ(own.lines().size(), 1u);
  EXPECT_TRUE(own.is_unfinished());
}

TEST(OwnFiles, LineEndsOfWindowsDoNotMatter) {
  std::string text;
  for (const char c : compose_own_files(example())) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(parse_own_files(text).lines(), example().lines());
  EXPECT_FALSE(parse_own_files(text).is_unfinished());
}

}  // namespace
}  // namespace causerie
