#include <gtest/gtest.h>

#include "formats/yaml/writer.h"
#include "formats/yaml/yaml.h"
#include "fuzz/yaml_reading.h"

namespace causerie {
namespace {

using Fields = std::vector<YamlField>;

TEST(YamlWriter, TextsArePlainWhereNobodyTakesThemForAnythingElse) {
  for (const char* const text :
       {"On naps", "Fourteen chairs, and one more", "12 chairs", "Jean-Marc", "café", "서연", "Nothing", "a/b (c)",
        "https://example.org/a", "C++", "« Oui »", "v1.2", "Hush!", "null and void"})
    EXPECT_EQ(yaml_scalar(text), text);
}

TEST(YamlWriter, WhatSomeReaderTakesForAnythingElseIsQuoted) {
  for (const std::string text :
       {"Null", "null", "nULL",   "no",    "No",    "YES",      "y",          "N",
        "on",   "OFF",  "true",   "False", "~",     "=",        "<<",         "0o7",
        "017",  "0b1",  "0xCAFE", "1_000", "1,000", "12:30:45", "2024-05-01", "2001-12-14t21:59:43.10-05:00",
        "1e3",  "-1",   "+1",     ".5",    ".inf",  ".NaN",     "1984",       "- x",
        "? x",  "-",    "a: b",   "a:",    "a #b",  "#a",       "'",          "'a'",
        "%TAG", "@a",   "`a`",    "---",   "...",   "&a",       "*a",         "!a",
        "|",    ">",    "[a]",    "{a}",   "a ",    " a",       "",           "Who?"})
    EXPECT_EQ(yaml_scalar(text), "\"" + text + "\"");
}

TEST(YamlWriter, EscapesAreForWhatWouldBeLostOrChanged) {
  EXPECT_EQ(yaml_scalar("\"a\" \\"), R"("\"a\" \\")");
  EXPECT_EQ(yaml_scalar("\ta\n\rb"), R"("\ta\n\rb")");
  EXPECT_EQ(yaml_scalar(std::string_view("\0\x01\x1B\x7F", 4)), R"("\u0000\u0001\u001B\u007F")");
  EXPECT_EQ(yaml_scalar("\u0085\u2028\u2029\uFEFF"), R"("\u0085\u2028\u2029\uFEFF")");
  EXPECT_EQ(yaml_scalar("\uFDD0\uFFFE\uFFFF\U0001FFFE"), R"("\uFDD0\uFFFE\uFFFF\U0001FFFE")");
  EXPECT_EQ(yaml_scalar("été, e\u0301te\u0301"), "\"été, e\\u0301te\\u0301\"");
  EXPECT_EQ(yaml_scalar("\u212B"), R"("\u212B")");
  EXPECT_EQ(yaml_scalar("\n\u0301\u0302a"), R"("\n\u0301\u0302a")");  // else the mark would be on the n
  EXPECT_EQ(yaml_scalar("a\u00A0?"), "\"a\u00A0?\"");
  EXPECT_EQ(yaml_scalar("\U0001F600 \uE000"), "\U0001F600 \uE000");
}

TEST(YamlWriter, TextsOfSeveralLinesAreBlocksThatKeepTheirEnds) {
  const auto block = [](const std::string& text) { return yaml_value(text, 0); };
  EXPECT_EQ(block("a\nb"), "|-\n  a\n  b");
  EXPECT_EQ(block("a\n"), "|\n  a");
  EXPECT_EQ(block("a\n\n"), "|+\n  a\n");
  EXPECT_EQ(block("a\n\n  b\n"), "|\n  a\n\n    b");
  EXPECT_EQ(block(" a\nb\n"), "|2\n   a\n  b");
  EXPECT_EQ(block("# a\n--- b\n"), "|\n  # a\n  --- b");
  EXPECT_EQ(yaml_value("a\n", 4), "|\n      a");
}

TEST(YamlWriter, WhatABlockCannotContainIsQuoted) {
  for (const char* const text :
       {"\n", "\n\n", "\na\n", " \na", "a\n ", "\ta\nb", "a\n\tb", "a\r\nb", "a\n\u2028", "e\u0301\nb"})
    EXPECT_TRUE(yaml_value(text, 0).starts_with('"')) << text;
  EXPECT_EQ(yaml_value("a\n\n", 0, YamlBlocks::without_keep), R"("a\n\n")");
  EXPECT_EQ(yaml_value("a\nb\n", 0, YamlBlocks::without_keep), "|\n  a\n  b");
  EXPECT_EQ(yaml_value("a\nb\n", 0, YamlBlocks::none), R"("a\nb\n")");
}

TEST(YamlWriter, MapsItemsAndLists) {
  const Fields fields{{"id", "c1"},
                      {"no", "Null"},
                      {"date", YamlWord{"2026-02-10T08:12:00+01:00"}},
                      {"part", YamlWord{"3"}},
                      {"draft", YamlWord{"not: this"}},
                      {"tags", std::vector<std::string>{"clocks", "a, b", "no", ""}},
                      {"body", "One.\n\nTwo.\n"}};
  EXPECT_EQ(yaml_map(fields, 0), R"(id: c1
"no": "Null"
date: 2026-02-10T08:12:00+01:00
part: 3
draft: "not: this"
tags: [clocks, "a, b", "no", ""]
body: |
  One.

  Two.
)");
  EXPECT_EQ(yaml_item(std::span(fields).last(2), 2), R"(  - tags: [clocks, "a, b", "no", ""]
    body: |
      One.

      Two.
)");
  EXPECT_EQ(yaml_flow_map(std::span(fields).first(4), YamlFlow::yaml),
            R"({id: c1, "no": "Null", date: 2026-02-10T08:12:00+01:00, part: 3})");
  EXPECT_EQ(yaml_flow_map(std::span(fields).first(4), YamlFlow::json),
            R"({"id": "c1", "no": "Null", "date": "2026-02-10T08:12:00+01:00", "part": 3})");
  EXPECT_EQ(yaml_list({}), "[]");
}

// A placeholder of the reader must not be one of the characters that an escape in the same file makes.
TEST(YamlWriter, CharactersThatTheReaderUsesAsPlaceholdersComeBack) {
  for (const char* const escape : {"\\uFDD0", "\\ufdd0", "\\U0000FDd0"}) {
    const std::string document = std::string("[a?b, \"") + escape + "\"]";
    fuzz::Faults faults;
    fuzz::check_yaml(yaml_list(std::vector<std::string>{"a?b", "\uFDD0\uFDD1"}), {"[", "=a?b", "=\uFDD0\uFDD1", "]"},
                     faults);
    EXPECT_EQ(faults, fuzz::Faults());
    Diagnostics diagnostics;
    const auto root = parse_yaml(document, "a.yaml", {1, 1}, false, diagnostics);
    ASSERT_TRUE(root && root->items.size() == 2) << document;
    EXPECT_EQ(root->items[0].text, "a?b");
    EXPECT_EQ(root->items[1].text, "\uFDD0");
  }
}

// A character beyond U+FFFF is escaped as JSON does it, which our reader knows.
TEST(YamlWriter, JsonHasPairsOfSurrogates) {
  const std::vector<YamlField> fields{{"id", "a\U0001FFFEb"}};
  const std::string json = yaml_flow_map(fields, YamlFlow::json);
  EXPECT_EQ(json, "{\"id\": \"a\\uD83F\\uDFFEb\"}");
  Diagnostics diagnostics;
  const auto root = parse_yaml(json, "a.json", {1, 1}, false, diagnostics);
  ASSERT_TRUE(root);
  EXPECT_EQ(root->find("id")->text, "a\U0001FFFEb");
}

}  // namespace
}  // namespace causerie
