// What is left of HTML in readers' comments.
#include "formats/markdown/untrusted_html.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "comment_attacks.h"
#include "formats/html_tags.h"
#include "formats/markdown/markdown.h"

namespace causerie {
namespace {

// Directions are tested by themselves.
std::string without_directions(std::string html) { return replace_all(html, " dir=\"auto\"", ""); }

struct Restricted {
  const char* html;
  const char* expected;
};

TEST(UntrustedHtml, KeepsTheElementsOfTheList) {
  const Restricted cases[] = {
      {"<p>a<br>b</p>", "<p>a<br>\nb</p>\n"},
      {"<em>a</em> <strong>b</strong> <b>c</b> <i>d</i> <u>e</u>",
       "<p><em>a</em> <strong>b</strong> <b>c</b> <i>d</i> <u>e</u></p>\n"},
      {"<s>a</s> <del>b</del> <code>c</code> <sub>d</sub> <sup>e</sup>",
       "<p><s>a</s> <del>b</del> <code>c</code> <sub>d</sub> <sup>e</sup></p>\n"},
      {"<strike>a</strike>", "<p><s>a</s></p>\n"},
      {"<blockquote>a</blockquote>b", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n"},
      {"<ul><li>a</li><li>b</li></ul><hr>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<hr>\n"},
      {"<ol start=3><li><p>a</p></li></ol>", "<ol>\n<li>\n<p>a</p>\n</li>\n</ol>\n"},
      {"<pre>\n  a\n\n  b</pre>", "<pre tabindex=\"0\">  a\n\n  b\n</pre>\n"},
      {"<a href=\"https://x.example/?a=1&amp;b\" title=t onclick=f()>a</a>",
       "<p><a href=\"https://x.example/?a=1&amp;b\" rel=\"nofollow ugc noopener\">a</a></p>\n"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(without_directions(restricted_html(html)), expected) << html;
}

TEST(UntrustedHtml, UnwrapsOtherElementsAndKeepsTheirText) {
  const Restricted cases[] = {
      {"<div>a</div><div>b</div>c", "<p>a</p>\n<p>b</p>\n<p>c</p>\n"},
      {"<span style=x>a</span><font color=red>b</font>", "<p>ab</p>\n"},
      {"<h2 id=x>a</h2>b", "<p class=\"heading\">a</p>\n<p>b</p>\n"},
      {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "<p>a b</p>\n<p>c</p>\n"},
      {"<a href=\"javascript:f()\">a</a><a name=b>b</a><a href=\"../c\">c</a>", "<p>abc</p>\n"},
      {"<svg><title>a</title><text>b</text></svg>", "<p>ab</p>\n"},
      {"<ul>a<li>b</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
      {"<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul>\n<li>a</li>\n<li>\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"},
      {"a<li>b</li>", "<p>a</p>\n<p>b</p>\n"},
      {"<!-- a -->b", "<p>b</p>\n"},
      {"<p></p><p>&nbsp;</p><b></b><br>", ""},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(without_directions(restricted_html(html)), expected) << html;
}

TEST(UntrustedHtml, ShowsAsTextWhatIsNoMarkup) {
  const Restricted cases[] = {
      {"vector<int> a; set<my_type> b;", "<p>vector&lt;int&gt; a; set&lt;my_type&gt; b;</p>\n"},
      {"<script>a < b</script>c", "<p>&lt;script&gt;a &lt; b&lt;/script&gt;c</p>\n"},
      {"<iframe src=x></iframe>", "<p>&lt;iframe src=x&gt;&lt;/iframe&gt;</p>\n"},
      {"<object data=x>a</object>", "<p>&lt;object data=x&gt;a&lt;/object&gt;</p>\n"},
      {"<?php f(); ?>", "<p>&lt;?php f(); ?&gt;</p>\n"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(without_directions(restricted_html(html)), expected) << html;
}

TEST(UntrustedHtml, PicturesAndRecordingsBecomeLinks) {
  const Restricted cases[] = {
      {"<img src=\"https://x.example/a.png\" alt=\"a cat\">",
       "<p><a href=\"https://x.example/a.png\" rel=\"nofollow ugc noopener\">a cat</a></p>\n"},
      {"<img src=\"https://x.example/a.png\">",
       "<p><a href=\"https://x.example/a.png\" rel=\"nofollow ugc noopener\">https://x.example/a.png</a></p>\n"},
      {"<img src=a.png alt=cat>", "<p>cat</p>\n"},
      {"<a href=\"https://x.example/\"><img src=\"https://x.example/a.png\" alt=cat></a>",
       "<p><a href=\"https://x.example/\" rel=\"nofollow ugc noopener\">cat</a></p>\n"},
      {"<video src=\"https://x.example/a.webm\"></video>",
       "<p><a href=\"https://x.example/a.webm\" rel=\"nofollow ugc noopener\">https://x.example/a.webm</a></p>\n"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(without_directions(restricted_html(html)), expected) << html;
}

TEST(UntrustedHtml, ABlockInsideAMarkSplitsIt) {
  EXPECT_EQ(without_directions(restricted_html("<em>a<p>b</p>c</em>")),
            "<p><em>a</em></p>\n<p><em>b</em></p>\n<p><em>c</em></p>\n");
  EXPECT_EQ(without_directions(restricted_html("<b><b><b>a</b></b></b>")), "<p><b>a</b></p>\n");
}

std::string from_markdown(std::string_view text) {
  MarkdownOptions options;
  options.is_untrusted = true;
  options.restricts_html = true;
  return parse_markdown(text, options).body.html;
}

TEST(UntrustedHtml, AmidMarkdown) {
  const Restricted cases[] = {
      {"a *b*<br>c", "<p>a <em>b</em><br>\nc</p>\n"},
      {"<b>a *b*</b>", "<p><b>a <em>b</em></b></p>\n"},
      {"vector<int> *a*", "<p>vector&lt;int&gt; <em>a</em></p>\n"},
      {"a <b>b</b> vector<int> *c*", "<p>a <b>b</b> vector&lt;int&gt; <em>c</em></p>\n"},
      {"<b>a</b> <script>*b*</script>", "<p><b>a</b> &lt;script&gt;<em>b</em>&lt;/script&gt;</p>\n"},
      {"<p>a\n\nb</p>", "<p>a</p>\n<p>b</p>\n"},
      {"# a <b>b</b>", "<p class=\"heading\">a <b>b</b></p>\n"},
      {"> a<br>b", "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>\n"},
      {"`<b>` <i>a</i>", "<p><code>&lt;b&gt;</code> <i>a</i></p>\n"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(without_directions(from_markdown(html)), expected) << html;
}

// Tables are not on the list, but Markdown in comments has them.
TEST(UntrustedHtml, KeepsTablesOfMarkdownAlone) {
  EXPECT_NE(from_markdown("| a |\n|---|\n| b<br>c |").find("<td>b<br>\nc</td>"), std::string::npos);
  EXPECT_EQ(without_directions(from_markdown("<table class=x><tr><td>a</table>")), "<p>a</p>\n");
}

// Blocks nested more deeply than anything that a person writes.
TEST(UntrustedHtml, DeepNestingIsBounded) {
  std::string quotes, marks;
  for (int i = 0; i < 300; ++i) quotes += "<blockquote>";
  const std::string quoted_deep = without_directions(restricted_html(quotes + "a"));
  EXPECT_EQ(quoted_deep.find("<p>a</p>"), quoted_deep.find("<p>"));
  for (int i = 0; i < 500; ++i) marks += "<span>";
  EXPECT_EQ(
      restricted_html(marks + "a"), "<p>" + [&] {
        std::string text;
        for (int i = 0; i < 500; ++i) text += "&lt;span&gt;";
        return text;
      }() + "a</p>\n");
}

TEST(UntrustedHtml, EachParagraphAndListHasTheDirectionOfItsText) {
  EXPECT_EQ(restricted_html("a<h2>b</h2><ul><li>c<ol><li><p>d</p></li></ol></li></ul>"),
            "<p dir=\"auto\">a</p>\n<p class=\"heading\" dir=\"auto\">b</p>\n"
            "<ul dir=\"auto\">\n<li>c\n<ol>\n<li>\n<p>d</p>\n</li>\n</ol>\n</li>\n</ul>\n");
}

// Attributes but for `dir`, which all blocks have.
std::vector<std::pair<std::string, std::string>> attributes_of(const HtmlTag& tag) {
  auto attributes = tag.attributes;
  std::erase(attributes, std::pair<std::string, std::string>("dir", "auto"));
  return attributes;
}

bool is_allowed(const HtmlTag& tag) {
  const auto attributes = attributes_of(tag);
  if (attributes.empty()) return true;
  const auto has = [&](std::string_view name, std::string_view value) {
    return attributes.size() == 1 && attributes[0].first == name && attributes[0].second.starts_with(value);
  };
  if (tag.name == "a") {
    const std::string* address = tag.find("href");
    const std::size_t others = tag.find("title") == nullptr ? 0 : 1;  // Markdown has titles
    return attributes.size() == 2 + others && tag.find("rel") != nullptr && address != nullptr &&
           is_safe_destination(*address, true);
  }
  if (tag.name == "p") return has("class", "heading");
  if (tag.name == "pre") return has("tabindex", "0");
  if (tag.name == "code") return has("class", "language-");
  if (tag.name == "input") return tag.find("disabled") != nullptr && *tag.find("type") == "checkbox";
  return tag.name == "th" || tag.name == "td" || (tag.name == "div" && tag.find("class") != nullptr);
}

TEST(UntrustedHtml, NoAttackTakesEffect) {
  for (const char* const attack : comment_attacks) {
    for (const std::string& html :
         {restricted_html(attack), from_markdown(attack), from_markdown(std::string("<b>x</b>\n") + attack)}) {
      for (const HtmlTag& tag : html_tags(html)) EXPECT_TRUE(is_allowed(tag)) << tag.name << " in " << html;
    }
  }
}

}  // namespace
}  // namespace causerie
