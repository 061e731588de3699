#include "formats/yaml/yaml.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace causerie {
namespace {

struct Parsed {
  std::optional<Node> node;
  Diagnostics diagnostics;

  // The only diagnostic: "LINE:COLUMN code: message"; "" if there is none.
  std::string fault() const {
    if (diagnostics.empty()) return "";
    if (diagnostics.items().size() > 1) return "several";
    const Diagnostic& d = diagnostics.items().front();
    return fmt::format("{}:{} {}: {}", d.location.span.begin.line, d.location.span.begin.column, d.code.name(),
                       d.message);
  }
  std::string hint() const {
    return diagnostics.empty() || diagnostics.items()[0].hints.empty() ? "" : diagnostics.items()[0].hints[0];
  }
  const Node& operator[](std::string_view key) const { return *node->find(key); }
};

Parsed parse(std::string_view text, bool is_foreign = false, Position begin = {1, 1}) {
  Parsed result;
  result.node = parse_yaml(text, "site.yaml", begin, is_foreign, result.diagnostics);
  return result;
}

std::string written(const Span& span) {
  return fmt::format("{}:{}-{}:{}", span.begin.line, span.begin.column, span.end.line, span.end.column);
}

TEST(Yaml, KeepsScalarsAsTheyAreWritten) {
  for (const char* text : {"no", "123", "1e3", "2024-01-01", "010", "True", "yes", "0x1F", "1_000", "+1", ".5", "on",
                           "12:30", "don't", "a#b", "C++", "-1", "=", "<<"}) {
    const Parsed parsed = parse(fmt::format("title: {}\n", text));
    ASSERT_TRUE(parsed.node) << text;
    EXPECT_EQ(parsed["title"].text, text);
    EXPECT_EQ(parsed["title"].kind, NodeKind::scalar) << text;
    EXPECT_TRUE(parsed["title"].is_plain) << text;
    EXPECT_EQ(parsed.fault(), "");
  }
  EXPECT_FALSE(parse("title: '123'")["title"].is_plain);
}

TEST(Yaml, KeepsTheWordOfANull) {
  for (const char* word : {"null", "Null", "NULL", "~"}) {
    const Parsed parsed = parse(fmt::format("title: {} # no title\nx: y", word));
    EXPECT_EQ(parsed["title"].kind, NodeKind::null);
    EXPECT_EQ(parsed["title"].text, word);
    EXPECT_EQ(parsed["title"].span.begin, (Position{1, 8}));
  }
  EXPECT_EQ(parse("title: nullable")["title"].kind, NodeKind::scalar);
  EXPECT_EQ(parse("title: 'null'")["title"].kind, NodeKind::scalar);
  EXPECT_EQ(parse("null: 1")["null"].text, "1");
}

TEST(Yaml, FindsAnEmptyValueBehindItsColon) {
  const Parsed parsed = parse("title:  # later\n\nnull: 3\nlist:\n-\n- ~\n");
  EXPECT_EQ(parsed["title"].kind, NodeKind::null);
  EXPECT_EQ(parsed["title"].text, "");
  EXPECT_EQ(written(parsed["title"].span), "1:7-1:7");
  EXPECT_EQ(parsed["null"].text, "3");
  EXPECT_EQ(written(parsed["list"].items[0].span), "5:2-5:2");
  EXPECT_EQ(parsed["list"].items[1].text, "~");
}

TEST(Yaml, SpansCountCodePoints) {
  const Parsed parsed = parse("é: ü # ö\nwörter: \"ö, 😀\"  # x\nlist: [ä, 'b']\n");
  EXPECT_EQ(written(parsed.node->entries[0].key.span), "1:1-1:2");
  EXPECT_EQ(written(parsed["é"].span), "1:4-1:5");
  EXPECT_EQ(written(parsed["wörter"].span), "2:9-2:15");
  EXPECT_EQ(written(parsed["list"].span), "3:7-3:15");
  EXPECT_EQ(written(parsed["list"].items[1].span), "3:11-3:14");
  EXPECT_EQ(written(parsed.node->span), "1:1-3:15");
}

TEST(Yaml, SpansStartWhereTheTextStartsInTheFile) {
  const Parsed parsed = parse("a: b\nc: d", false, {2, 5});
  EXPECT_EQ(written(parsed["a"].span), "2:8-2:9");
  EXPECT_EQ(written(parsed["c"].span), "3:4-3:5");
  EXPECT_EQ(written(parse("", false, {2, 1}).node->span), "2:1-2:1");
}

TEST(Yaml, SpansOfScalarsOverSeveralLines) {
  const Parsed parsed = parse(
      "plain: one\n  two # three\ndouble: \"a \\\" b\n  c\"\nsingle: 'it''s\n\n  x'\nfolded: >-\n\n    p\n     q\n    "
      "r\n\n# end\nlast: z\n");
  EXPECT_EQ(parsed["plain"].text, "one two");
  EXPECT_EQ(written(parsed["plain"].span), "1:8-2:6");
  EXPECT_EQ(parsed["double"].text, "a \" b c");
  EXPECT_EQ(written(parsed["double"].span), "3:9-4:5");
  EXPECT_EQ(parsed["single"].text, "it's\nx");
  EXPECT_EQ(written(parsed["single"].span), "5:9-7:5");
  EXPECT_EQ(written(parsed["folded"].span), "8:9-12:6");
  EXPECT_EQ(written(parsed["last"].span), "15:7-15:8");
  for (const char* key : {"plain", "double", "single", "folded"}) {
    EXPECT_FALSE(parsed[key].text_is_verbatim) << key;
    EXPECT_EQ(parsed[key].position_in_file({1, 3}), parsed[key].span.begin) << key;
  }
}

TEST(Yaml, SpansOfListsAndMaps) {
  const Parsed parsed = parse("list:\n- a\n- b: c\n  d: e\nflow: { x: [ ], # no\n  y: 1, }\n");
  EXPECT_EQ(written(parsed["list"].span), "2:1-4:7");
  EXPECT_EQ(written(parsed["list"].items[1].span), "3:3-4:7");
  EXPECT_EQ(written(parsed["flow"].span), "5:7-6:10");
  EXPECT_EQ(written(parsed["flow"].find("x")->span), "5:12-5:15");
}

TEST(Yaml, APlaceInLiteralTextIsAPlaceInTheFile) {
  const Parsed parsed = parse("- id: c1\n  body: |\n\n    Ünder [a](b).\n      deep\n\n    end\n  x: y\n");
  const Node& body = *parsed.node->items[0].find("body");
  EXPECT_EQ(body.text, "\nÜnder [a](b).\n  deep\n\nend\n");
  EXPECT_TRUE(body.text_is_verbatim);
  EXPECT_EQ(body.position_in_file({2, 7}), (Position{4, 11}));
  EXPECT_EQ(body.position_in_file({3, 3}), (Position{5, 7}));
  EXPECT_EQ(body.position_in_file({5, 1}), (Position{7, 5}));
  EXPECT_EQ(written(body.span), "2:9-7:8");
}

TEST(Yaml, BlocksOfEveryKind) {
  const Parsed parsed = parse("a: |2-\n    x\n   y\nb: |+\n z\n\nc: >\n f\n g\n\n h\nd: |\ne: |\n  tail");
  EXPECT_EQ(parsed["a"].text, "  x\n y");
  EXPECT_EQ(parsed["a"].text_begin, (Position{2, 3}));
  EXPECT_EQ(parsed["b"].text, "z\n\n");
  EXPECT_EQ(written(parsed["b"].span), "4:4-5:3");
  EXPECT_EQ(parsed["c"].text, "f g\nh\n");
  EXPECT_EQ(written(parsed["c"].span), "7:4-11:3");
  EXPECT_EQ(parsed["d"].text, "");
  EXPECT_EQ(written(parsed["d"].span), "12:4-12:5");
  EXPECT_EQ(parsed["e"].text, "tail");
  EXPECT_EQ(written(parsed["e"].span), "13:4-14:7");
}

TEST(Yaml, OneLineIsVerbatimUnlessItHasEscapes) {
  const Parsed parsed = parse("a: two  words\nb: \"in quotes\"\nc: \"\\u00e9\"\nd: 'it''s'\ne: \"x \\ud83d\\ude00\"\n");
  EXPECT_EQ(parsed["a"].position_in_file({1, 6}), (Position{1, 9}));
  EXPECT_EQ(parsed["b"].position_in_file({1, 4}), (Position{2, 8}));
  for (const char* key : {"c", "d", "e"})
    EXPECT_EQ(parsed[key].position_in_file({1, 2}), parsed[key].span.begin) << key;
}

TEST(Yaml, LineEndsMakeNoDifference) {
  const std::string unix_text = "a: 1\nb: |\n  x\n\n  y\nc: \"p\n  q\"\nd: 'r'\ne:\n- s\n";
  std::string windows_text;
  for (const char c : unix_text) windows_text += c == '\n' ? "\r\n" : std::string(1, c);
  const Parsed one = parse(unix_text);
  const Parsed two = parse(windows_text);
  for (const char* key : {"a", "b", "c", "d", "e"}) {
    EXPECT_EQ(one[key].text, two[key].text) << key;
    EXPECT_EQ(written(one[key].span), written(two[key].span)) << key;
    EXPECT_EQ(one[key].text_is_verbatim, two[key].text_is_verbatim) << key;
  }
}

TEST(Yaml, AnEmptyTextIsANull) {
  for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "---\n---\n", "---\n...\n"}) {
    const Parsed parsed = parse(text);
    ASSERT_TRUE(parsed.node) << text;
    EXPECT_EQ(parsed.node->kind, NodeKind::null) << text;
    EXPECT_EQ(parsed.fault(), "") << text;
  }
}

TEST(Yaml, ASecondDocumentMustBeEmpty) {
  EXPECT_EQ(parse("---\na: b\n---\n")["a"].text, "b");
  EXPECT_EQ(parse("---\na: b\n...\n")["a"].text, "b");
  const Parsed two = parse("a: b\n---\nc: d\n");
  EXPECT_EQ(two.fault(), "3:1 broken-yaml: a second document begins here; only the first would be read");
  EXPECT_EQ(two["a"].text, "b");
  EXPECT_EQ(parse("a: 1\n...\nb: 2\n").fault(),
            "3:1 broken-yaml: a second document begins here; only the first would be read");
}

TEST(Yaml, DuplicateKeysNameTheFirst) {
  const Parsed parsed = parse("a: 1\nb: 2\n'a': 3\nmap: {x: 1, y: 2, x: 3}\n");
  ASSERT_EQ(parsed.diagnostics.items().size(), 2u);
  const auto sorted = parsed.diagnostics.sorted();
  EXPECT_EQ(sorted[0].code.name(), "duplicate-key");
  EXPECT_EQ(written(sorted[0].location.span), "3:1-3:4");
  EXPECT_EQ(sorted[0].message, "'a' is here a second time");
  EXPECT_EQ(sorted[0].hints, std::vector<std::string>{"the first is on line 1"});
  EXPECT_EQ(written(sorted[1].location.span), "4:19-4:20");
  EXPECT_EQ(parsed["a"].text, "1");
  EXPECT_EQ(parsed.node->entries.size(), 3u);
  EXPECT_EQ(parse("a: 1\nA: 2\n").fault(), "");
}

TEST(Yaml, KeysAreScalars) {
  EXPECT_EQ(parse("title: {{ page }}").fault(), "1:9 broken-yaml: a list or a map cannot be the name of a value");
  EXPECT_EQ(parse("? [a]\n: b").fault(), "1:3 broken-yaml: a list or a map cannot be the name of a value");
  EXPECT_EQ(parse(": b").fault(), "1:1 broken-yaml: a name is missing in front of the ':'");
  EXPECT_FALSE(parse("title: {{ page }}").node);
  EXPECT_EQ(parse("? a\n: b\n? c\n")["a"].text, "b");
  EXPECT_EQ(parse("1: x\ntrue: y\n~: z")["~"].text, "z");
}

TEST(Yaml, AliasesAreCopies) {
  const Parsed parsed = parse("a: &x {k: v}\nb: *x\nc: &t text\nd: [*t, *t]\n*t : e\n");
  EXPECT_EQ(parsed["b"].find("k")->text, "v");
  EXPECT_EQ(written(parsed["b"].span), "2:4-2:6");
  EXPECT_EQ(written(parsed["a"].span), "1:7-1:13");
  EXPECT_EQ(parsed["d"].items[1].text, "text");
  EXPECT_EQ(parsed["text"].text, "e");
  EXPECT_EQ(parsed.fault(), "");
  EXPECT_EQ(parse("&a [*a]").fault(), "1:5 broken-yaml: this alias is inside the value that it repeats");
}

TEST(Yaml, AliasesMayNotMultiply) {
  std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    bomb += fmt::format("a{0}: &a{0} [*a{1},*a{1},*a{1},*a{1},*a{1},*a{1},*a{1},*a{1},*a{1},*a{1}]\n", i, i - 1);
  }
  const Parsed parsed = parse(bomb);
  EXPECT_FALSE(parsed.node);
  EXPECT_NE(parsed.fault().find("yaml-limit: aliases make this document too large"), std::string::npos);
  std::string text = "a: &a '" + std::string(1'000'000, 'x') + "'\nb:\n";  // few nodes, but 1 GB of text
  for (int i = 0; i < 1000; ++i) text += "- *a\n";
  EXPECT_NE(parse(text).fault().find("yaml-limit"), std::string::npos);
}

TEST(Yaml, DepthHasALimit) {
  const auto nested = [](int depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(parse(nested(yaml_depth_limit)).fault(), "");
  EXPECT_EQ(parse(nested(yaml_depth_limit + 1)).fault(),
            "1:101 yaml-limit: lists and maps are nested more than 100 levels deep");
  EXPECT_FALSE(parse(nested(100'000)).node);
  std::string chain = "c0: &c0 [x]\n";  // deep only through aliases
  for (int i = 1; i < 200; ++i) chain += fmt::format("c{0}: &c{0} [*c{1}]\n", i, i - 1);
  EXPECT_NE(parse(chain).fault().find("yaml-limit: lists and maps are nested"), std::string::npos);
}

TEST(Yaml, TagsLeaveNoTrace) {
  const Parsed parsed = parse(
      "a: !!python/unicode 'x'\nb: !!str 010\nc: !ruby/hash:A::B\n  k: v\nd: !<tag:x,2000:y> z\ne: !x &n w\nf: "
      "!!null\n");
  EXPECT_EQ(parsed["a"].text, "x");
  EXPECT_EQ(written(parsed["a"].span), "1:21-1:24");
  EXPECT_EQ(parsed["b"].text, "010");
  EXPECT_TRUE(parsed["b"].is_plain);
  EXPECT_EQ(parsed["c"].find("k")->text, "v");
  EXPECT_EQ(written(parsed["c"].span), "4:3-4:7");
  EXPECT_EQ(parsed["d"].text, "z");
  EXPECT_EQ(parsed["e"].text, "w");
  EXPECT_EQ(parsed["f"].text, "");
  EXPECT_EQ(parsed.fault(), "");
}

TEST(Yaml, ReadsJson) {
  const Parsed parsed = parse("{\n\t\"_id\": \"a\\/b\",\n\t\"n\": null,\"list\":[1,{\"x\":true}],\n\t\"e\": \"\"\n}\n");
  EXPECT_EQ(parsed["_id"].text, "a/b");
  EXPECT_EQ(parsed["n"].kind, NodeKind::null);
  EXPECT_EQ(parsed["list"].items[1].find("x")->text, "true");
  EXPECT_EQ(parsed["e"].kind, NodeKind::scalar);
  EXPECT_EQ(written(parsed["list"].span), "3:19-3:33");
}

TEST(Yaml, JoinsEscapedSurrogates) {
  const Parsed parsed = parse("name: \"a \\ud83d\\ude00 b\"\nnext: x\n");
  EXPECT_EQ(parsed["name"].text, "a 😀 b");
  EXPECT_EQ(written(parsed["name"].span), "1:7-1:25");
  EXPECT_EQ(written(parsed["next"].span), "2:7-2:8");
  EXPECT_EQ(parsed.fault(), "");
}

TEST(Yaml, ALoneSurrogateIsReplaced) {
  const std::string text = "name: \"é \\ud83d x\"\n";
  const Parsed ours = parse(text);
  EXPECT_EQ(ours["name"].text, "é \uFFFD x");
  EXPECT_EQ(ours.fault(), "1:10 lone-surrogate: this is half of a character: the escape that completes it is missing");
  EXPECT_EQ(ours.diagnostics.items()[0].severity, Severity::error);
  EXPECT_EQ(written(ours.diagnostics.items()[0].location.span), "1:10-1:16");
  const Parsed foreign = parse(text, true);
  EXPECT_EQ(foreign["name"].text, "é \uFFFD x");
  EXPECT_EQ(foreign.diagnostics.items()[0].severity, Severity::warning);
  EXPECT_EQ(parse("a: \"\\ude00\\ud83d\"", true)["a"].text, "\uFFFD\uFFFD");
  EXPECT_EQ(parse("a: \"\\ud83d\\ud83d\\ude00\"", true)["a"].text, "\uFFFD😀");
}

// js-yaml, and therefore Staticman, writes no-break spaces in this way.
TEST(Yaml, EscapesOfSpacesAndLineEndsAreWholeCharacters) {
  const Parsed parsed =
      parse("a: \"Vraiment\\_?\"\n\"é\\_k\": \"é\\_\\N\\L\\P\\_😀 \\ud83d\\ude00\\_\"\nb: \"\\\\_\"\nc: '\\_'\n");
  EXPECT_EQ(parsed["a"].text, "Vraiment\u00A0?");
  EXPECT_EQ(parsed["é\u00A0k"].text, "é\u00A0\u0085\u2028\u2029\u00A0😀 😀\u00A0");
  EXPECT_EQ(parsed["b"].text, "\\_");
  EXPECT_EQ(parsed["c"].text, "\\_");
  EXPECT_EQ(parsed.fault(), "");
}

TEST(Yaml, OutsideDoubleQuotesNothingIsAnEscape) {
  const Parsed parsed = parse("a: \\ud83d\nb: '\\ud83d'\nc: |\n  \"\\ud83d\"\nd: \"\\\\ud83d\"\n");
  EXPECT_EQ(parsed["a"].text, "\\ud83d");
  EXPECT_EQ(parsed["b"].text, "\\ud83d");
  EXPECT_EQ(parsed["c"].text, "\"\\ud83d\"\n");
  EXPECT_EQ(parsed["d"].text, "\\ud83d");
  EXPECT_TRUE(parsed["c"].text_is_verbatim);
  EXPECT_EQ(parsed.fault(), "");
}

TEST(Yaml, LosesNoControlCharacter) {
  using std::string_literals::operator""s;
  const Parsed parsed = parse("a: \"x\0y\"\nb: x\x04y\nc: |\n  x\ry\nd: \"\xEF\xB7\x90\"\n"s);
  EXPECT_EQ(parsed["a"].text, "x\0y"s);
  EXPECT_EQ(parsed["b"].text, "x\x04y");
  EXPECT_EQ(parsed["c"].text, "x\ry\n");
  EXPECT_EQ(parsed["d"].text, "\uFDD0");
  EXPECT_EQ(parse("\0a: 1"s).node->entries.size(), 1u);  // not mistaken for UTF-16
}

struct Slip {
  const char* text;
  const char* fault;
  const char* hint;
};

TEST(Yaml, SaysInPlainWordsWhatIsWrong) {
  const Slip slips[] = {
      {"title: Part one: the beginning\n", "1:16 broken-yaml: a second ': ' in one line",
       "put quotes around the value: title: \"Part one: the beginning\""},
      {"title: He said \"hi\": yes\n", "1:20 broken-yaml: a second ': ' in one line",
       "put quotes around the value: title: 'He said \"hi\": yes'"},
      {"a:\n\tb: c\n", "2:1 broken-yaml: this line is indented with a tab",
       "indent with spaces; YAML does not allow tabs there"},
      {"a:\n  b: c\n\td: e\n", "3:1 broken-yaml: this line is indented with a tab",
       "indent with spaces; YAML does not allow tabs there"},
      {"x: y\ntitle: \"unclosed\ndate: 1\n", "2:8 broken-yaml: the quote that begins here is never closed",
       "close it with \""},
      {"title: 'unclosed\n", "1:8 broken-yaml: the quote that begins here is never closed", "close it with '"},
      {"title: \"open\nauthor: \"Sarah\"\n", "1:8 broken-yaml: the quote that begins here ends on another line",
       "is its closing quote missing?"},
      {"title: 'It's here'\n", "1:12 broken-yaml: there is more text after the closing quote",
       "write a quote inside the text twice: ''"},
      {"title: \"a \"b\" c\"\n", "1:12 broken-yaml: there is more text after the closing quote",
       "write a quote inside the text as \\\", or put single quotes around the text"},
      {"title: [One] Two\n", "1:14 broken-yaml: there is more text after the closing ']'",
       "a value that begins with '[' needs quotes around it"},
      {"title: \"C:\\path\"\n", "1:11 broken-yaml: '\\p' has no meaning between double quotes",
       "write \\\\ for a backslash, or put single quotes around the text"},
      {"title: \"\\xZZ\"\n", "1:9 broken-yaml: the digits after '\\x' are not the number of a character",
       "write \\\\ for a backslash, or put single quotes around the text"},
      {"title: @home\n", "1:8 broken-yaml: a value cannot begin with '@'",
       "put quotes around the value: title: \"@home\""},
      {"title: *star*\n", "1:8 broken-yaml: a value that begins with '*' repeats another value, and none has that name",
       "put quotes around the value: title: \"*star*\""},
      {"title: x\n  date: y\n",
       "2:3 broken-yaml: this line is indented more than the one above, which already has a value",
       "indent both lines the same, or put quotes around a value of several lines"},
      {"title My essay\ndate: 1\n", "1:1 broken-yaml: this line has no ': '",
       "write a name, a ':' and a space in front of the value"},
      {"date: 1\nmy essay?\n", "2:1 broken-yaml: this line has no ': '",
       "write a name, a ':' and a space in front of the value, or indent this line if it continues the one above"},
      {"title:My essay\ndate: 1\n", "1:6 broken-yaml: a space is missing after this ':'", "write 'title: My essay'"},
      {"tags: [x, y\ndate: 1\n", "1:7 broken-yaml: the '[' that begins here is never closed",
       "close it with ']', or put quotes around a text that begins with '['"},
      {"a:\n   b: c\n  d: e\n", "3:3 broken-yaml: this line is not indented like the lines it belongs to",
       "indent all names of one group, or all '-' of one list, the same"},
      {"a: b\n- c\n", "2:1 broken-yaml: expected a name and a ':', not a list item",
       "put the items below the name that they belong to"},
      {"a: - b\n", "1:4 broken-yaml: a list cannot begin on the same line as its name", "begin it on the next line"},
      {"a: > x\n", "1:6 broken-yaml: the text must begin on the line below its '|' or '>'",
       "or put quotes around a value that begins with '|' or '>'"},
      {"a: ]\n", "1:4 broken-yaml: this ']' has no opening bracket", "put quotes around the value: a: \"]\""},
      {", x\n", "1:1 broken-yaml: no value can begin here", "put quotes around the text"},
      {"[a] b\n", "1:5 broken-yaml: there is more text after the closing ']'",
       "a value that begins with '[' needs quotes around it"},
  };
  for (const Slip& slip : slips) {
    const Parsed parsed = parse(slip.text);
    EXPECT_FALSE(parsed.node && parsed.node->kind == NodeKind::map) << slip.text;
    EXPECT_EQ(parsed.fault(), slip.fault) << slip.text;
    EXPECT_EQ(parsed.hint(), slip.hint) << slip.text;
  }
}

TEST(Yaml, FaultsStandInTheUsersFile) {
  const Parsed parsed = parse("é: ü: x\n", false, {2, 1});
  EXPECT_EQ(parsed.fault(), "2:5 broken-yaml: a second ': ' in one line");
  EXPECT_EQ(parsed.diagnostics.items()[0].location.file, "site.yaml");
}

TEST(Yaml, LongLinesAndLargeMapsCostNoMoreThanTheirLength) {
  std::string json = "[";
  std::string map;
  for (int i = 0; i < 20'000; ++i) {
    json += fmt::format("{}{{\"id\": \"é{}\", \"n\": null}}", i == 0 ? "" : ",", i);
    map += fmt::format("key{}:\n", i);
  }
  // Anything quadratic would time out.
  EXPECT_EQ(parse(json + "]").node->items.size(), 20'000u);
  EXPECT_EQ(parse(map + std::string(20'000, '\n')).node->entries.size(), 20'000u);
}

}  // namespace
}  // namespace causerie
