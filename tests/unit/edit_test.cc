#include "content/edit.h"

#include <gtest/gtest.h>

#include "base/memory_files.h"
#include "property/faulty_files.h"

namespace causerie {
namespace {

std::string after(std::string_view bytes, const std::vector<Edit>& edits) {
  const auto result = edited(bytes, edits, "a.md");
  return result ? *result : "failure: " + result.failure().reason;
}

TEST(Edits, ReplaceInsertAndDelete) {
  EXPECT_EQ(after("one two\nthree\n", {{{{1, 5}, {1, 8}}, "2"}}), "one 2\nthree\n");
  EXPECT_EQ(after("one two\nthree\n", {{{{2, 1}, {2, 1}}, "new\n"}}), "one two\nnew\nthree\n");
  EXPECT_EQ(after("one two\nthree\n", {{{{1, 4}, {2, 1}}, ""}}), "onethree\n");
  EXPECT_EQ(after("one", {{{{1, 4}, {1, 4}}, "\nlast"}}), "one\nlast");
  EXPECT_EQ(after("", {{{{1, 1}, {1, 1}}, "a"}}), "a");
  EXPECT_EQ(after("a\n", {{{{2, 1}, {2, 1}}, "b"}}), "a\nb");
}

TEST(Edits, SeveralAreInAnyOrderAndInsertionsKeepTheirs) {
  EXPECT_EQ(after("abcd", {{{{1, 4}, {1, 5}}, "D"},
                           {{{1, 1}, {1, 2}}, "A"},
                           {{{1, 1}, {1, 1}}, "1"},
                           {{{1, 1}, {1, 1}}, "2"},
                           {{{1, 2}, {1, 2}}, "3"}}),
            "12A3bcD");
}

TEST(Edits, WhatIsNotChangedKeepsItsBytes) {
  EXPECT_EQ(after("\xEF\xBB\xBFone\r\ntwo", {{{{1, 1}, {1, 2}}, "O"}, {{{2, 1}, {2, 1}}, "a\nb\n"}}),
            "\xEF\xBB\xBFOne\r\na\r\nb\r\ntwo");
  EXPECT_EQ(after("e\u0301te\u0301 \x01 e\u0301", {{{{1, 2}, {1, 3}}, "T"}}), "e\u0301Te\u0301 \x01 e\u0301");
  EXPECT_EQ(after("a\rb\r", {{{{2, 1}, {2, 2}}, "c\nd"}}), "a\rc\rd\r");
  EXPECT_EQ(after("a\r\nb\nc", {{{{1, 1}, {1, 1}}, "x\n"}, {{{2, 1}, {2, 1}}, "y\n"}}), "x\r\na\r\ny\nb\nc");
}

// A letter and two marks in an order that NFC changes: no place in the bytes is between the two code points it leaves.
TEST(Edits, InsideASequenceThatIsReorderedItIsNormalised) {
  const std::string bytes = "(a\u0301\u0323)";  // NFC: U+1EA1 U+0301
  EXPECT_EQ(after(bytes, {{{{1, 3}, {1, 3}}, "-"}}), "(\u1EA1-\u0301)");
  EXPECT_EQ(after(bytes, {{{{1, 2}, {1, 3}}, "x"}, {{{1, 3}, {1, 3}}, "y"}}), "(xy\u0301)");
  EXPECT_EQ(after(bytes, {{{{1, 4}, {1, 4}}, "-"}}), "(a\u0301\u0323-)");
  EXPECT_EQ(after("(a\u0323\u0301)", {{{{1, 3}, {1, 3}}, "-"}}), "(a\u0323-\u0301)");
}

TEST(Edits, TwoLineEndsStayTwoAndACharacterDoesNotBecomeAMark) {
  EXPECT_EQ(after("a\rb\n", {{{{2, 1}, {2, 2}}, ""}}), "a\r\r\n");
  EXPECT_EQ(after("a\uFEFFb", {{{{1, 1}, {1, 2}}, ""}}), "\uFEFF\uFEFFb");
}

TEST(Edits, MistakesOfTheCallerAreFailures) {
  EXPECT_EQ(after("abc", {{{{1, 1}, {1, 3}}, ""}, {{{1, 2}, {1, 4}}, ""}}), "failure: two changes overlap");
  EXPECT_EQ(after("abc", {{{{1, 1}, {1, 3}}, ""}, {{{1, 2}, {1, 2}}, ""}}), "failure: two changes overlap");
  EXPECT_EQ(after("abc", {{{{1, 3}, {1, 2}}, ""}}), "failure: two changes overlap");
  for (const Span span : {Span{{1, 5}, {1, 5}}, Span{{2, 1}, {2, 1}}, Span{{1, 1}, {3, 1}}})
    EXPECT_EQ(after("abc", {{span, ""}}), "failure: a change is outside of the text");
  EXPECT_EQ(after("abc", {{{{1, 1}, {1, 1}}, "\xFF"}}), "failure: a change is not valid UTF-8");
  EXPECT_EQ(after("\xFF", {}), "failure: it is not valid UTF-8");
}

TEST(Edits, OfSeveralFilesAllAreCheckedBeforeTheFirstIsWritten) {
  MemoryFiles files;
  files.put("a.md", "a");
  files.put("b.md", "b");
  const Edit insertion{{{1, 1}, {1, 1}}, "x"};
  const EditedFile good{"a.md", hash_of("a"), {insertion}};
  for (const EditedFile& bad :
       {EditedFile{"b.md", hash_of("c"), {insertion}}, EditedFile{"c.md", hash_of("c"), {insertion}},
        EditedFile{"b.md", hash_of("b"), {{{{2, 1}, {2, 1}}, "x"}}}, EditedFile{"a.md", hash_of("a"), {insertion}}}) {
    const std::vector<EditedFile> both{good, bad};
    EXPECT_FALSE(apply_edits(files, both));
    EXPECT_TRUE(files.writes().empty());
  }
  const std::vector<EditedFile> changed{{"b.md", hash_of("c"), {insertion}}};
  EXPECT_EQ(apply_edits(files, changed).failure().reason, changed_since_read);
  const std::vector<EditedFile> both{good, {"b.md", hash_of("b"), {{{{1, 1}, {1, 2}}, "b"}}}};
  EXPECT_TRUE(apply_edits(files, both));
  EXPECT_EQ(files.contents(), (std::map<std::string, std::string>{{"a.md", "xa"}, {"b.md", "b"}}));
  EXPECT_EQ(files.writes(), std::vector<std::string>{"a.md"});
}

TEST(Edits, AMachineThatRefusesLeavesTheOldBytes) {
  for (const Fault fault : {Fault::failure, Fault::kill, Fault::kill_leaving_a_temporary}) {
    MemoryFiles files;
    files.put("a.md", "a");
    FaultCounter counter{.fatal = 0, .fault = fault};
    FaultyFiles faulty(files, counter);
    const std::vector<EditedFile> edits{{"a.md", hash_of("a"), {{{{1, 1}, {1, 1}}, "x"}}}};
    try {
      EXPECT_FALSE(apply_edits(faulty, edits));
    } catch (const Killed&) {
      EXPECT_NE(fault, Fault::failure);
    }
    EXPECT_EQ(files.contents().at("a.md"), "a");
    EXPECT_TRUE(apply_edits(faulty, edits));
    EXPECT_EQ(files.contents().at("a.md"), "xa");
  }
}

}  // namespace
}  // namespace causerie
