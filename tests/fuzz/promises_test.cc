// Violates each property once, to show that the violation is detected.
#include "fuzz/promises.h"

#include <gtest/gtest.h>

#include "fuzz/yaml_reading.h"

namespace causerie::fuzz {
namespace {

Faults of_html(std::string_view html) {
  Faults faults;
  check_untrusted_html(html, faults);
  return faults;
}

TEST(FuzzPromises, WhatAStrangerMayNotBringIsNoticed) {
  EXPECT_EQ(of_html("<p>a <a href=\"https://a.example\" rel=\"nofollow ugc noopener\">b</a></p>"), Faults());
  EXPECT_EQ(of_html("<p><script>x</script></p>"), Faults{"a stranger's <script>"});
  EXPECT_EQ(of_html("<p onclick=\"x\">"), Faults{"a stranger's <p onclick=\"x\">"});
  EXPECT_EQ(of_html("<p id=\"comments\">x</p>").size(), 1u);
  EXPECT_EQ(of_html("<a href=\"https://a.example\">no rel</a>").size(), 1u);
  EXPECT_EQ(of_html("<a href=\"javascript:x\" rel=\"nofollow ugc noopener\">x</a>").size(), 1u);
  EXPECT_EQ(of_html("<em>open"), Faults{"an element without an end, or an end too much"});
  EXPECT_EQ(of_html("<div class=\"table\">open").size(), 2u);
  EXPECT_EQ(of_html("<em>closed</em></div><p>too much").size(), 1u);
}

TEST(FuzzPromises, PlacesOutsideTheTextAreNoticed) {
  const auto at = [](Span span) {
    Diagnostics diagnostics;
    diagnostics.error("bad-date", {"a.md", span}, "wrong");
    Faults faults;
    check_diagnostics(diagnostics, "a.md", "één\nb", faults);
    return faults.size();
  };
  EXPECT_EQ(at({}), 0u);
  EXPECT_EQ(at({{1, 1}, {1, 4}}), 0u);
  EXPECT_EQ(at({{2, 2}, {2, 3}}), 0u);
  EXPECT_EQ(at({{1, 5}, {1, 6}}), 1u);
  EXPECT_EQ(at({{3, 1}, {3, 1}}), 1u);
  EXPECT_EQ(at({{2, 1}, {1, 1}}), 1u);
}

TEST(FuzzPromises, HolesThatCannotBeFilledAreNoticed) {
  Prose prose;
  prose.body = {"text", {{HoleKind::link_open, 2, 0}}};
  Faults faults;
  check_prose(prose, "text", faults);
  EXPECT_EQ(faults, (Faults{"a hole for number 0 of 0", "a link without an end"}));
  prose.body = {"text", {{HoleKind::id_prefix, 5, 0}}};
  prose.headings = {{.level = 2, .id = "a", .text = "", .html = "", .position = {2, 1}}};
  faults.clear();
  check_prose(prose, "text", faults);
  EXPECT_EQ(faults, (Faults{"a hole at 5 behind one at 0", "a heading at 2:1"}));
}

TEST(FuzzPromises, AddressesAreFoundAndSeen) {
  static constexpr std::string_view keys[] = {"email"};
  Diagnostics diagnostics;
  const auto root =
      parse_yaml("- {email: Ada@Example.org, a: {email: not one}}\n", "a.yaml", {1, 1}, false, diagnostics);
  ASSERT_TRUE(root);
  const std::vector<std::string> addresses = addresses_in(*root, keys);
  EXPECT_EQ(addresses, std::vector<std::string>{"ada@example.org"});
  Faults faults;
  check_hidden(addresses, "to ADA@example.org", "a body", faults);
  check_hidden(addresses, "to …@…", "a body", faults);
  EXPECT_EQ(faults, Faults{"a body shows ada@example.org"});
}

TEST(FuzzPromises, YamlThatIsReadOtherwiseIsNoticed) {
  const auto faults_of = [](const std::string& document, const std::string& text) {
    Faults faults;
    check_yaml(document, {"{", "=k", "=" + text, "}"}, faults);
    return faults.size();
  };
  EXPECT_EQ(faults_of("k: \"a\\u0301\"\n", "a\u0301"), 0u);
  EXPECT_EQ(faults_of("k: Null\n", "Null"), 2u);  // for both
  EXPECT_EQ(faults_of("k: a: b\n", "a: b"), 2u);
  EXPECT_EQ(faults_of("k: a\u0301\n", "a\u0301"), 1u);  // a file with it is read as another text
  EXPECT_EQ(faults_of("k: \"\\_\"\n", "\u00A0"), 1u);   // yaml-cpp alone
  EXPECT_EQ(faults_of("k: |\n  a\n", "a"), 2u);
}

TEST(FuzzPromises, PlainTextsThatReadersTakeForSomethingElseAreNoticed) {
  for (const char* const plain : {"Null", "nULL", "no", "Y", "0o7", "017", "1_000", "12:30:45", "2024-05-01", "0b1",
                                  "2001-12-14t21:59:43.10-05:00", "1e3", ".5", "-.INF", "~", "=", "<<", "0xFF", ""})
    EXPECT_TRUE(is_other_than_text(plain)) << plain;
  for (const char* const plain : {"Nothing", "nor", "12 chairs", "a", "v1.2"})
    EXPECT_FALSE(is_other_than_text(plain)) << plain;
}

}  // namespace
}  // namespace causerie::fuzz
