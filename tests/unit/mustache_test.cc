#include "formats/mustache/mustache.h"

#include <gtest/gtest.h>

#include <map>

#include "base/text.h"
#include "formats/mustache/placeholders.h"
#include "theme/renderer.h"

namespace causerie {
namespace {

using FileTexts = std::map<std::string, std::string, std::less<>>;

std::optional<FlatTemplate> flat(const FileTexts& files, Diagnostics& diagnostics) {
  static std::map<std::string, TemplateFile, std::less<>> templates;
  templates.clear();
  std::vector<std::string> names;
  for (const auto& [name, text] : files) {
    templates.emplace(name, read_template(name, text, diagnostics));
    names.push_back(name);
  }
  const FindTemplate find = [](std::string_view name) {
    const auto found = templates.find(name);
    return found == templates.end() ? nullptr : &found->second;
  };
  return flatten(templates.at("main"), find, names, diagnostics);
}

std::string render(const FileTexts& files, const Record& record) {
  Diagnostics diagnostics;
  const auto made = flat(files, diagnostics);
  if (!made || !made->is_sound) return "error: " + diagnostics.items().at(0).message;
  return Template(*made).render(record);
}

std::string render(const std::string& text, const Record& record) { return render(FileTexts{{"main", text}}, record); }

std::string first_error(const FileTexts& files) {
  Diagnostics diagnostics;
  flat(files, diagnostics);
  if (diagnostics.empty()) return "";
  const Diagnostic& first = diagnostics.items().front();
  const Position at = first.location.span.begin;
  return first.location.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
         std::string(first.code.name());
}

TEST(Mustache, EscapesTextAndShowsHtmlAsItIs) {
  const Record record = Record().set("title", "a < b").set("body", Html{"<p>x</p>"});
  EXPECT_EQ(render("{{title}} {{{body}}} {{&body}}", record), "a &lt; b <p>x</p> <p>x</p>");
}

TEST(Mustache, AnAddressIsWrittenAsThePageWritesIt) {
  const Record record = Record().set("home", SiteAddress{{"/"}}).set("part", SiteAddress{{"/a/"}, "b"}).set("none", "");
  Diagnostics diagnostics;
  const auto made = flat({{"main", "{{home}} {{#part}}{{part}}{{/part}}{{^none}}!{{/none}}"}}, diagnostics);
  const auto write = [](const SiteAddress& address) { return "<" + address.path.text + address.fragment + ">"; };
  EXPECT_EQ(Template(*made).render(record, write), "&lt;/&gt; &lt;/a/b&gt;!");
}

TEST(Mustache, PlainNamesLookOnlyInTheInnermostRecord) {
  Record item;
  item.set("title", "part");
  const Record record = Record().set("title", "page").set("url", "/u/").set("items", List{item});
  EXPECT_EQ(render("{{#items}}{{title}}[{{url}}]{{/items}}", record), "part[]");
}

TEST(Mustache, DottedNamesStartAtTheRoot) {
  const Record site = Record().set("title", "site");
  const Record item = Record().set("site", Record().set("title", "wrong"));
  const Record record = Record().set("site", site).set("items", List{item});
  EXPECT_EQ(render("{{#items}}{{site.title}} {{#site}}{{title}}{{/site}}{{/items}}", record), "site wrong");
}

TEST(Mustache, SectionsOverTextAndFlagsOpenNoScope) {
  const Record record = Record().set("url", "/u/").set("name", "n").set("is_new", true).set("body", Html{"<b>"});
  EXPECT_EQ(render("{{#url}}{{name}} {{#is_new}}{{url}} {{#body}}{{{body}}}{{/body}}{{/is_new}}{{/url}}", record),
            "n /u/ <b>");
}

TEST(Mustache, ItemsOfPlainTextKeepTheRecordAround) {
  const Record record = Record().set("name", "n").set("tags", List{"a", "b"});
  EXPECT_EQ(render("{{#tags}}{{.}}{{#.}}!{{/.}}{{name}} {{/tags}}", record), "a!n b!n ");
}

TEST(Mustache, FalsyAreFalseAbsentAndEmpty) {
  const Record record = Record()
                            .set("no", false)
                            .set("text", "")
                            .set("html", Html{})
                            .set("list", List{})
                            .set("record", Record())
                            .set("forest", Forest{});
  for (const std::string name : {"no", "text", "html", "list", "forest", "absent"}) {
    EXPECT_EQ(render("{{#" + name + "}}yes{{/" + name + "}}{{^" + name + "}}no{{/" + name + "}}", record), "no")
        << name;
  }
  EXPECT_EQ(render("{{#record}}yes{{/record}}", record), "yes");
}

TEST(Mustache, NestedListsAndRecordsFindTheirWayBack) {
  const auto row = [](const char* name, List cells) {
    return Record().set("name", name).set("cells", std::move(cells));
  };
  const Record record = Record()
                            .set("rows", List{row("r", {Record().set("c", "1"), Record().set("c", "2")}),
                                              row("s", {Record().set("c", "3")})})
                            .set("end", Record().set("name", "e"));
  EXPECT_EQ(
      render("{{#rows}}{{#cells}}{{c}}{{/cells}}{{name}}{{#cells}}{{c}}{{/cells}};{{/rows}}{{#end}}{{name}}{{/end}}",
             record),
      "12r12;3s3;e");
}

TEST(Mustache, LaterIsMadeOnceAndOnlyWhenNamed) {
  int made = 0;
  const Later later{Hash{1, 1}, [&] { return ++made, Value(Html{"<i>"}); }};
  const Record record = Record().set("body", later).set("other", share(Record().set("x", "shared")));
  EXPECT_EQ(render("{{#other}}{{x}}{{/other}}", record), "shared");
  EXPECT_EQ(made, 0);
  EXPECT_EQ(render("{{#body}}{{{body}}}{{{body}}}{{/body}} {{other.x}}", record), "<i><i> shared");
  EXPECT_EQ(made, 1);
}

TEST(Mustache, ValuesKeepTheirBlanksAndLoseOurMarks) {
  const std::string marked = std::string("a\n b") + placeholder_line_end + placeholder_replies + "c";
  EXPECT_EQ(render("{{t}}\n  {{{t}}}\n", Record().set("t", marked)), "a\n bc\n  a\n bc\n");
}

TEST(Mustache, LinesOfSectionsVanishWhateverTheirValuesAre) {
  // The library would also remove the line of an empty variable between sections.
  EXPECT_EQ(render("a\n{{#yes}}{{empty}}{{/yes}}\nb\n{{#yes}}\nc\n{{/yes}}\n", Record().set("yes", true)),
            "a\n\nb\nc\n");
}

TEST(Mustache, PartialsAreIndentedAndKeepTheirOwnPlaces) {
  const FileTexts files{{"main", "<ul>\n  {{>items}}\n</ul>\n"},
                        {"items", "{{! dropped }}\n{{#items}}\n<li>\n  {{>name}}\n\n</li>\n{{/items}}\n"},
                        {"name", "{{name}}\n{{{html}}}\n"}};
  const Record item = Record().set("name", "a\nb").set("html", Html{"<b>"});
  EXPECT_EQ(render(files, Record().set("items", List{item})), "<ul>\n  <li>\n    a\nb\n    <b>\n\n  </li>\n</ul>\n");
  Diagnostics diagnostics;
  const auto made = flat(files, diagnostics);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->tags[1].location, (SourceLocation{"name", {{1, 1}, {1, 9}}}));
  EXPECT_EQ(made->partials, (std::vector<std::string>{"items", "name"}));
}

TEST(Mustache, DelimitersOfOneFileDoNotReachAnother) {
  const FileTexts files{{"main", "{{=<% %>=}}{{name}} <% name %> <%>other%> <%={{ }}=%>{{name}}"},
                        {"other", "{{name}} <%name%>"}};
  EXPECT_EQ(render(files, Record().set("name", "n")), "{{name}} n n <%name%> n");
}

TEST(Mustache, BrokenTagsHavePlaces) {
  EXPECT_EQ(first_error({{"main", "a\n  é{{name\n"}}), "main:2:4 broken-template");
  EXPECT_EQ(first_error({{"main", "{{#a}}\n{{#b}}\n{{/a}}"}}), "main:2:1 broken-template");
  EXPECT_EQ(first_error({{"main", "{{#a}}\n"}}), "main:1:1 broken-template");
  EXPECT_EQ(first_error({{"main", "x {{/a}}"}}), "main:1:3 broken-template");
  EXPECT_EQ(first_error({{"main", "{{}}"}}), "main:1:1 broken-template");
  EXPECT_EQ(first_error({{"main", "{{a b}}"}}), "main:1:1 broken-template");
  EXPECT_EQ(first_error({{"main", "{{=x=}}"}}), "main:1:1 broken-template");
  EXPECT_EQ(first_error({{"main", "{{a\x01}}"}}), "main:1:1 broken-template");
  EXPECT_EQ(first_error({{"main", "{{>other}}"}, {"other", "{{x"}}), "other:1:1 broken-template");
  EXPECT_EQ(first_error({{"main", "{{>mani}}"}}), "main:1:1 unknown-partial");
  EXPECT_EQ(first_error({{"main", "{{>a}}"}, {"a", "\n{{>b}}"}, {"b", "{{>a}}"}}), "b:1:1 recursive-partial");
}

TEST(Mustache, OneMistakeIsOneDiagnostic) {
  for (const char* text : {"{{#a}}{{/b}}", "{{#a}}{{/b}}{{/a}}", "{{#x}}{{#a}}{{/b}}{{/x}}", "{{#a}} {{b"}) {
    Diagnostics diagnostics;
    read_template("t", text, diagnostics);
    EXPECT_EQ(diagnostics.items().size(), 1u) << text;
  }
}

TEST(Mustache, GrowthAndDepthHaveLimits) {
  FileTexts files{{"main", "{{>p0}}"}};
  for (int i = 0; i < 30; ++i) {
    const std::string next = "{{>p" + std::to_string(i + 1) + "}}";
    files["p" + std::to_string(i)] = next + next;
  }
  files["p30"] = "{{a}}{{b}}{{c}}";
  EXPECT_EQ(first_error(files), "p30:1:1 template-limit");

  std::string deep;
  for (int i = 0; i < 101; ++i) deep += "{{#a}}";
  for (int i = 0; i < 101; ++i) deep += "{{/a}}";
  EXPECT_EQ(first_error({{"main", deep}}), "main:1:601 template-limit");
}

TEST(Mustache, CopiesRenderTheSame) {
  Diagnostics diagnostics;
  Template first(*flat({{"main", "{{#a}}{{b}}{{/a}}"}}, diagnostics));
  Template second = first;
  const Record record = Record().set("a", Record().set("b", "x"));
  EXPECT_EQ(first.render(record), "x");
  EXPECT_EQ(second.render(record), "x");
}

std::string tree(const Forest& forest, std::string_view layout = "({{id}}{{#replies}}:{{{replies}}}{{/replies}})") {
  Diagnostics diagnostics;
  Template one(*flat({{"main", std::string(layout)}}, diagnostics));
  return render_forest(forest, [&](const Record& record) { return one.render(record); });
}

Forest forest_of(std::initializer_list<int> depths, int limit = 200) {
  Forest forest{.layout = "comment", .depth_limit = limit, .nodes = {}};
  int id = 0;
  for (const int depth : depths) forest.nodes.push_back({depth, Record().set("id", std::to_string(++id))});
  return forest;
}

TEST(Forest, RepliesStandInsideWhatTheyAnswer) {
  EXPECT_EQ(tree(forest_of({1, 2, 3, 2, 1})), "(1:(2:(3))(4))(5)");
  EXPECT_EQ(tree(forest_of({})), "");
}

TEST(Forest, BelowTheLimitRepliesFollowOneAnother) {
  EXPECT_EQ(tree(forest_of({1, 2, 3, 4, 3, 1}, 2)), "(1:(2)(3)(4)(5))(6)");
}

TEST(Forest, ASkippedLevelIsNoHole) { EXPECT_EQ(tree(forest_of({3, 7, 1})), "(1:(2))(3)"); }

TEST(Forest, NoReplyIsLostOrDoubled) {
  EXPECT_EQ(tree(forest_of({1, 2}), "({{id}})"), "(1)(2)");
  EXPECT_EQ(tree(forest_of({1, 2}), "({{id}}{{{replies}}}{{{replies}}})"), "(1(2))");
}

TEST(Forest, AStrangerCannotMoveTheReplies) {
  Forest forest = forest_of({1, 2});
  forest.nodes[0]
      .record.set("body", Html{std::string("<p>") + placeholder_replies + "</p>"})
      .set("name", std::string(1, placeholder_replies));
  EXPECT_EQ(tree(forest, "[{{{body}}}{{name}}|{{{replies}}}]"), "[<p></p>|[|]]");
}

TEST(Forest, AThreadOfFiveThousandNeitherRecursesNorGrowsSquare) {
  Forest forest{.layout = "comment", .depth_limit = 200, .nodes = {}};
  for (int i = 1; i <= 5000; ++i) forest.nodes.push_back({i, Record().set("id", std::string(1000, 'x'))});
  const std::string html = tree(forest, "<div>{{id}}{{{replies}}}</div>");
  EXPECT_EQ(html.size(), 5000u * 1011);
}

}  // namespace
}  // namespace causerie
