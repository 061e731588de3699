// Untrusted text stays text: no element, attribute, address or template of a comment takes effect on a page, and all of
// it remains readable.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "comment_attacks.h"
#include "example_sites.h"
#include "formats/html.h"

namespace causerie {
namespace {

TEST(CommentExamples, AllHold) { EXPECT_GE(run_site_examples("comments.md").size(), 10u); }

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += std::string("\\") + c;
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\x{:02X}", byte);
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string comment(std::string_view id, std::string_view author, std::string_view url, std::string_view body) {
  std::string text =
      fmt::format("- id: {}\n  date: 2026-01-06\n  author: {}\n  body: {}\n", id, quoted(author), quoted(body));
  return url.empty() ? text : text + fmt::format("  url: {}\n", quoted(url));
}

// The page of an essay with these comments.
std::string page_with(const std::string& comments) {
  ExampleSite site;
  site.put("content/essays/2026-01-05-naps.md", "---\ntitle: Naps\n---\nText.\n");
  site.put("content/essays/2026-01-05-naps.comments.yaml", comments);
  const ExampleBuild built = site.build();
  EXPECT_TRUE(built.is_published) << built.diagnostics;
  return built.page("/essays/naps/");
}

std::string body_of(std::string_view page, std::string_view id = "a") {
  const auto begin = page.find(fmt::format("id=\"comment-{}\"", id));
  if (begin == std::string_view::npos) return "";
  return between(page.substr(begin), "<div class=\"prose e-content\">\n", "\n</div>");
}

std::string body_shown(std::string_view body) { return body_of(page_with(comment("a", "Ada", "", body))); }

// The classes that Causerie adds; that of a code block's language comes from the text.
bool is_our_class(std::string_view name, std::string_view classes) {
  static constexpr std::string_view ours[] = {"comment u-comment h-cite",
                                              "replies",
                                              "said",
                                              "prose e-content",
                                              "meta",
                                              "who",
                                              "u-url",
                                              "p-author h-card",
                                              "dt-published",
                                              "heading",
                                              "task",
                                              "table"};
  if (name == "code") return classes.starts_with("language-") && classes.find(' ') == std::string_view::npos;
  return std::find(std::begin(ours), std::end(ours), classes) != std::end(ours);
}

bool is_box_of_task(const PageElement& element) {
  const auto& attributes = element.attributes;
  const auto type = attributes.find("type");
  const bool is_fixed = type != attributes.end() && type->second == "checkbox" && attributes.contains("disabled");
  return is_fixed && attributes.size() == (attributes.contains("checked") ? 3u : 2u);
}

bool may_stand(const PageElement& element) {
  if (element.name == "input") return is_box_of_task(element);
  static constexpr std::string_view names[] = {"p",  "em",   "strong", "code", "pre",   "blockquote", "ul",    "ol",
                                               "li", "hr",   "br",     "th",   "table", "thead",      "tbody", "tr",
                                               "td", "span", "small",  "h2",   "a",     "bdi",        "div",   "time",
                                               "b",  "i",    "u",      "s",    "del",   "sub",        "sup",   "label"};
  if (std::find(std::begin(names), std::end(names), element.name) == std::end(names)) return false;
  const auto has = [&](const char* name) { return element.attributes.count(name) > 0; };
  for (const auto& [name, value] : element.attributes) {
    const bool is_a = element.name == "a";
    bool is_ours = name == "class" && is_our_class(element.name, value);
    is_ours = is_ours || (name == "id" && element.name == "div" && value.starts_with("comment-") &&
                          value.find_first_of(" \"") == std::string::npos);
    is_ours =
        is_ours || (name == "dir" && value == "auto") || (name == "start" && element.name == "ol" && is_digits(value));
    is_ours = is_ours || (name == "datetime" && element.name == "time") || (name == "scope" && element.name == "th");
    is_ours = is_ours || (name == "tabindex" && value == "0" && (element.name == "pre" || element.name == "div"));
    is_ours = is_ours || (is_a && name == "title") || (is_a && name == "rel" && value == "nofollow ugc noopener");
    const bool leads_outside = value.starts_with("http://") || value.starts_with("https://") ||
                               value.starts_with("HTTP://") || value.starts_with("mailto:");
    is_ours = is_ours || (is_a && name == "href" && (leads_outside ? has("rel") : value.starts_with("#comment-")));
    if (!is_ours) return false;
  }
  return true;
}

// The first of these elements that a comment must not add to a page; empty if there is none.
std::string foul_element(const std::vector<PageElement>& elements) {
  for (const PageElement& element : elements) {
    if (!may_stand(element)) return element.shown();
  }
  return "";
}

// The HTML of each text as a comment, all of them on one page.
std::vector<std::string> bodies_shown(const std::vector<std::string>& written) {
  std::string comments;
  for (std::size_t i = 0; i < written.size(); ++i) comments += comment(fmt::format("k{}", i), "Ada", "", written[i]);
  const std::string page = page_with(comments);
  std::vector<std::string> bodies;
  for (std::size_t i = 0; i < written.size(); ++i) bodies.push_back(body_of(page, fmt::format("k{}", i)));
  return bodies;
}

std::string foul_element_of(std::string_view body) {
  return foul_element(elements_inside(page_with(comment("a", "Ada", "", body)), "comments"));
}

TEST(CommentSafety, NothingThatACommentSaysIsAnElementOfThePage) {
  const std::vector<std::string> written(std::begin(comment_attacks), std::end(comment_attacks));
  const std::vector<std::string> bodies = bodies_shown(written);
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::string alone = "<div id=\"comments\">" + bodies[i] + "</div>";
    EXPECT_EQ(foul_element(elements_inside(alone, "comments")), "") << written[i] << "\n" << bodies[i];
  }
}

// In files of other programs HTML may do some things, and with `body_format: html` in ours.
TEST(CommentSafety, NothingThatHtmlInACommentSaysIsMoreThanTheListAllows) {
  std::string own, foreign;
  for (int i = 0; const char* attack : comment_attacks) {
    own += comment(fmt::format("k{}", i), "Ada", "", attack) + "  body_format: html\n";
    const std::string amid = std::string("<b>x</b> ") + attack;
    foreign += fmt::format("- _id: f{}\n  name: Ada\n  message: {}\n", i, quoted(std::string_view(amid)));
    ++i;
  }
  ExampleSite site;
  site.put("content/essays/2026-01-05-naps.md", "---\ntitle: Naps\n---\nText.\n");
  site.put("content/essays/2026-01-05-naps.comments.yaml", own);
  site.put("content/essays/2026-01-05-naps.comments/foreign.yaml", foreign);
  const ExampleBuild built = site.build();
  ASSERT_TRUE(built.is_published) << built.diagnostics;
  const std::string page = built.page("/essays/naps/");
  for (std::size_t i = 0; i < std::size(comment_attacks); ++i) {
    for (const char* kind : {"k", "f"}) {
      const std::string body = body_of(page, fmt::format("{}{}", kind, i));
      EXPECT_EQ(foul_element(elements_inside("<div id=\"comments\">" + body + "</div>", "comments")), "")
          << comment_attacks[i] << "\n"
          << body;
    }
  }
  EXPECT_EQ(foul_element(elements_inside(page, "comments")), "");
}

// All on one page: an unclosed element must not contain the next comment, and each comment has its own element.
TEST(CommentSafety, NoCommentReachesIntoAnother) {
  std::string comments, parent;
  int count = 0;
  for (const char* attack : comment_attacks) {
    const std::string id = fmt::format("k{}", count++);
    comments += comment(id, attack, "", attack);
    if (!parent.empty() && count % 3 != 0) comments += fmt::format("  parent: {}\n", parent);
    parent = id;
  }
  const std::string page = page_with(comments);
  EXPECT_EQ(foul_element(elements_inside(page, "comments")), "");
  const auto shown = shown_comments(page);
  ASSERT_EQ(static_cast<int>(shown.size()), count);
  for (const ShownComment& one : shown) EXPECT_FALSE(one.is_by_author || one.is_tombstone) << one.id;
}

TEST(CommentSafety, WhatWasWrittenIsStillThereToRead) {
  for (const char* const written : {"<script>alert(1)</script>", "<b>bold</b>", "a < b && c > d", "<!-- hidden -->",
                                    "<style>p{}</style>", "&nbsp;x"}) {
    const std::string shown(trim(text_of_html(body_shown(written))));
    const std::string as_read = std::string_view(written) == "&nbsp;x" ? "\u00A0x" : written;
    EXPECT_EQ(shown, as_read);
  }
  const std::string code = body_shown("```html\n<style>\n  p { color: red }\n</style>\n```");
  EXPECT_EQ(trim(text_of_html(code)), "<style>\n  p { color: red }\n</style>");
}

TEST(CommentSafety, HeadingsDoNotEnterThePagesOutline) {
  const std::string page = page_with(comment("a", "Ada", "", "# One\n\n## Two\n\nThree\n=====\n\ntext"));
  EXPECT_EQ(between(page, "<section id=\"comments\">", "</section>").find("<h1"), std::string::npos);
  const std::string body = body_of(page);
  EXPECT_EQ(body.find("<h"), std::string::npos) << body;
  EXPECT_EQ(body.find("id="), std::string::npos) << body;
  for (const char* const word : {"One", "Two", "Three"}) EXPECT_NE(body.find(word), std::string::npos) << body;
}

// A scheme is checked after everything that could disguise it is decoded.
TEST(CommentSafety, OnlyWebAddressesAndMailAreLinks) {
  const char* const refused[] = {"javascript:alert(1)",
                                 "JaVaScRiPt:alert(1)",
                                 "javascript&#58;alert(1)",
                                 "javascript&#x3a;alert(1)",
                                 "javascript&colon;alert(1)",
                                 "java&#x0A;script:alert(1)",
                                 "java&Tab;script:alert(1)",
                                 "java&#9;script:alert(1)",
                                 "&#1;javascript:alert(1)",
                                 "&#x20;javascript:alert(1)",
                                 "javascript%3Aalert(1)",
                                 "%6A%61vascript:alert(1)",
                                 "%01javascript:alert(1)",
                                 "java%0Ascript:alert(1)",
                                 "javascript&amp;colon;alert(1)",
                                 "data:text/html,<script>alert(1)</script>",
                                 "data:text/html;base64,PHNjcmlwdD4=",
                                 "vbscript:msgbox(1)",
                                 "file:///etc/passwd",
                                 "blob:https://x.example/1",
                                 "view-source:https://x.example",
                                 "ftp://x.example/",
                                 "//evil.example/",
                                 "/archive/",
                                 "../",
                                 "#comment-a",
                                 "#",
                                 "?x",
                                 "naps.md",
                                 "series:next",
                                 "series:1",
                                 "essay:naps",
                                 "comment:a",
                                 "http:",
                                 "https:",
                                 "http:///x",
                                 "https://",
                                 "http://?x",
                                 "mailto:",
                                 "mailto:nobody",
                                 "mailto:a@b.example%0D%0ABcc:c@d.example",
                                 "tel:+123",
                                 "sms:+123",
                                 "about:blank",
                                 "\xC2\xA0javascript:alert(1)",
                                 "x-javascript:alert(1)",
                                 "https\xE2\x80\x8B://x.example/",
                                 "ⅰavascript:alert(1)"};
  std::vector<std::string> written;
  for (const std::string address : refused) {
    for (const std::string& one :
         {"[words](" + address + ")", "[words](<" + address + ">)", "[words]\n\n[words]: " + address})
      written.push_back(one);
    if (!address.starts_with("http")) written.push_back("![words](" + address + ")");
  }
  std::vector<std::string> bodies = bodies_shown(written);
  for (std::size_t i = 0; i < written.size(); ++i) {
    EXPECT_EQ(bodies[i].find("<a "), std::string::npos) << written[i] << "\n" << bodies[i];
    EXPECT_NE(bodies[i].find("words"), std::string::npos) << written[i] << "\n" << bodies[i];
  }
  const char* const allowed[] = {"https://x.example/",
                                 "HTTP://x.example",
                                 "http://x.example:8080/a?b=c&amp;d=e#f",
                                 "https://müller.example/ü",
                                 "https://[2001:db8::1]/",
                                 "mailto:a@b.example",
                                 "MAILTO:a@b.example?subject=Hi",
                                 "https&colon;//x.example/"};
  written.clear();
  for (const std::string address : allowed) written.push_back("[words](<" + address + ">)");
  bodies = bodies_shown(written);
  for (std::size_t i = 0; i < written.size(); ++i) {
    EXPECT_NE(bodies[i].find("rel=\"nofollow ugc noopener\""), std::string::npos) << written[i] << "\n" << bodies[i];
  }
}

TEST(CommentSafety, ReferencesOfOursMeanNothingInAComment) {
  ExampleSite site;
  site.put("content/essays/2026-01-05-naps.md", "---\ntitle: Naps\n---\nText.\n");
  site.put(
      "content/essays/2026-01-05-naps.comments.yaml",
      comment("a", "Ada", "",
              "[1](series:next) [2](essay:nowhere) [](comment:zz) [3](no-such-file.md) [4](/nowhere/) [](series:9)"));
  const ExampleBuild built = site.build();
  EXPECT_EQ(built.diagnostics, "");
  EXPECT_EQ(built.page("/essays/naps/").find("class=\"ref"), std::string::npos);
}

TEST(CommentSafety, AnAuthorsAddressIsJudgedAlike) {
  const char* const refused[] = {"javascript:alert(1)",
                                 "javascript&colon;alert(1)",
                                 "JAVASCRIPT:alert(1)",
                                 " javascript:alert(1)",
                                 "java\tscript:alert(1)",
                                 "java\nscript:alert(1)",
                                 "\x01javascript:alert(1)",
                                 "data:text/html,x",
                                 "//x.example",
                                 "/x",
                                 "x.example",
                                 "mailto:a@b.example",
                                 "javascript%3Aalert(1)",
                                 "https://",
                                 "http://\"onclick=alert(1)",
                                 "https://<b>",
                                 "ftp://x.example"};
  for (const std::string url : refused) {
    ExampleSite site;
    site.put("content/essays/2026-01-05-naps.md", "---\ntitle: Naps\n---\nText.\n");
    site.put("content/essays/2026-01-05-naps.comments.yaml", comment("a", "Ada", url, "Hello."));
    const ExampleBuild built = site.build();
    EXPECT_NE(built.diagnostics.find("warning: this URL cannot be linked"), std::string::npos)
        << url << built.diagnostics;
    const std::string page = built.page("/essays/naps/");
    EXPECT_NE(page.find("<bdi class=\"p-author h-card\">Ada</bdi>"), std::string::npos) << url;
    EXPECT_EQ(foul_element(elements_inside(page, "comments")), "") << url;
  }
  const std::string page = page_with(comment("a", "Ada", "https://x.example/?a=1&b=\"><script>", "Hello."));
  EXPECT_NE(page.find("href=\"https://x.example/?a=1&amp;b=%22%3E%3Cscript%3E\""), std::string::npos) << page;
  EXPECT_EQ(foul_element(elements_inside(page, "comments")), "");
}

TEST(CommentSafety, NamesAreText) {
  for (const std::string name : {"<b>Ada</b>", "\"><script>alert(1)</script>", "Ada' onclick='alert(1)", "{{author}}",
                                 "{{{body}}}", "{name}", "&amp;", "a\x06z"}) {
    const std::string page = page_with(comment("a", name, "https://x.example/", "Hello.") +
                                       comment("b", "Bea", "", "Yes.") + "  parent: a\n");
    EXPECT_EQ(foul_element(elements_inside(page, "comments")), "") << name;
    const auto shown = shown_comments(page);
    ASSERT_EQ(shown.size(), 2U);
    const std::string as_shown = name == "a\x06z" ? "a\uFFFDz" : name;
    EXPECT_EQ(shown[0].name, as_shown);
    EXPECT_EQ(shown[1].reply_to, "in reply to " + as_shown);
  }
}

TEST(CommentSafety, WhatIsNestedDeeplyDoesNoHarm) {
  std::string lists;
  for (int i = 0; i < 400; ++i) lists += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- x\n";
  std::string brackets, stars;
  for (int i = 0; i < 20000; ++i) brackets += "[", stars += "*a _b ";
  for (const std::string& body : {std::string(3000, '>') + " deep", lists, brackets, stars, std::string(50000, '`'),
                                  "![" + brackets, "<" + std::string(20000, '<')}) {
    EXPECT_EQ(foul_element_of(body), "");
  }
}

TEST(CommentSafety, TheTestsAboveCanFail) {
  for (const char* const foul :
       {"<svg onload=x>", "<script></script>", "<p onclick=x>", "<p id=nav>", "<p class=by-author>", "<p style=x>",
        "<img src=x>", "<a href=javascript:x rel='nofollow ugc noopener'>", "<a href=https://x.example>", "<a href=/x>",
        "<h1>", "<x-y>"}) {
    EXPECT_NE(foul_element(elements_inside(fmt::format("<div id=comments><p>{}</div><b>", foul), "comments")), "")
        << foul;
  }
  EXPECT_EQ(foul_element(elements_inside("<div id=comments><p><em>x</em></div><b>", "comments")), "");
}

}  // namespace
}  // namespace causerie
