// Fuzzes a theme's layout and a partial: parsed, flattened, checked, and rendered if there are no errors.
#include <algorithm>

#include "base/text.h"
#include "content/source_text.h"
#include "fuzz/promises.h"
#include "theme/layouts.h"
#include "theme/renderer.h"

namespace causerie::fuzz {
namespace {

constexpr const char* layout_file = "themes/mine/templates/page.mustache";
constexpr const char* partial_file = "themes/mine/templates/part.mustache";
constexpr std::string_view partial_begin = "\n====\n";  // between the layout and the partial
constexpr std::string_view hostile = "<title>";
constexpr std::string_view harmless = "a title";

constexpr Field item_fields[] = {{"title", {ShapeKind::text}, ""}, {"href", {ShapeKind::text}, ""}};
constexpr Field comment_fields[] = {{"author", {ShapeKind::text}, ""}, {"replies", {ShapeKind::html}, ""}};
constexpr Field page_fields[] = {
    {"title", {ShapeKind::text}, ""},
    {"empty", {ShapeKind::text}, ""},
    {"body", {ShapeKind::html}, ""},
    {"is_draft", {ShapeKind::flag}, ""},
    {"essays", {ShapeKind::list, item_fields}, ""},
    {"names", {ShapeKind::list}, ""},
    {"site", {ShapeKind::record, item_fields}, ""},
    {"comments", {ShapeKind::forest, comment_fields, "comment"}, ""},
    {"words", {ShapeKind::words}, ""},
    {"params", {ShapeKind::params}, ""},
    {"asset", {ShapeKind::assets}, ""},
};
constexpr LayoutShape shapes[] = {{"page", {ShapeKind::record, page_fields}}};

Record item(std::string_view title) {
  return Record().set("title", std::string(title)).set("href", std::string("/a/"));
}

Record page(std::string_view title) {
  Forest forest{.layout = "comment", .depth_limit = 200, .nodes = {}};
  forest.nodes.push_back({1, Record().set("author", std::string(title))});
  forest.nodes.push_back({2, Record().set("author", std::string("Ada"))});
  return Record()
      .set("title", std::string(title))
      .set("empty", std::string())
      .set("body", Html{"<p>Text.</p>"})
      .set("is_draft", true)
      .set("essays", List{item(title), item(title)})
      .set("names", List{std::string(title), std::string("Ada")})
      .set("site", item(title))
      .set("comments", std::move(forest))
      .set("words", Record().set("by", std::string("by")))
      .set("params", Record().set("colour", std::string(title)))
      .set("asset", Record().set("style_css", std::string("/style.css")));
}

Faults attempt(std::string_view bytes) {
  const auto cut = std::min(bytes.find(partial_begin), bytes.size());
  const std::string layout(bytes.substr(0, cut));
  const std::string partial(bytes.substr(std::min(bytes.size(), cut + partial_begin.size())));
  ThemeFolder folder{.name = "mine", .files = {}, .params = Record().set("colour", std::string(harmless))};
  folder.files = {{"templates/page.mustache", {layout_file, layout}},
                  {"templates/part.mustache", {partial_file, partial}},
                  {"templates/comment.mustache", {"comment.mustache", "({{author}}{{{replies}}})"}}};
  const Vocabulary vocabulary{
      .words = {"by"}, .counted_words = {"parts"}, .assets = {"style_css"}, .params = &folder.params};
  Diagnostics diagnostics;
  Theme theme;
  theme.layouts = read_layouts(folder.files, folder, shapes, vocabulary, diagnostics);

  Faults faults;
  Diagnostics unread;
  for (const auto& [file, text] : {std::pair(layout_file, layout), std::pair(partial_file, partial)}) {
    if (const auto ready = text_from_bytes(text, file, unread)) check_diagnostics(diagnostics, file, *ready, faults);
  }
  const bool is_layout_there = theme.layouts.contains("page");
  if (!diagnostics.has_errors() && !is_layout_there) faults.push_back("no layout, and nobody was told");
  if (diagnostics.has_errors() || !is_layout_there) return faults;
  // Whatever the layout contains, a text adds no tag to it.
  const std::string html = Renderer(theme).render("page", page(hostile));
  const std::string same = Renderer(theme).render("page", page(harmless));
  if (std::count(html.begin(), html.end(), '<') != std::count(same.begin(), same.end(), '<'))
    faults.push_back("text became HTML");
  if (first_invalid_byte(html)) faults.push_back("a page that is not valid UTF-8");
  return faults;
}

constexpr std::string_view seed_files[] = {"themes/**.mustache", "tests/sites/**.mustache"};
constexpr std::string_view seeds[] = {
    "<h1>{{title}}</h1>\n{{{body}}}\n{{#essays}}\n  <a href=\"{{href}}\">{{title}}</a> {{site.title}}\n{{/essays}}\n",
    "{{#names}}{{.}}, {{/names}}{{^empty}}nothing{{/empty}}{{#is_draft}}draft{{/is_draft}}{{! a remark }}\n",
    "{{#site}}{{title}}{{#title}}{{href}}{{/title}}{{/site}} {{words.by}} {{params.colour}} {{params.other}}\n",
    "{{{comments}}}<link href=\"{{asset.style_css}}\">{{=<% %>=}}<% title %><%={{ }}=%>{{&body}}\n",
    "<ul>\n  {{#essays}}\n  {{> part}}\n  {{/essays}}\n</ul>\n====\n<li>{{title}}</li>\n<li>{{site.href}}</li>\n",
    "{{> part}}\n====\n{{#essays}}{{> part}}{{/essays}}\n"};
constexpr std::string_view tokens[] = {"{{",
                                       "}}",
                                       "{{{",
                                       "}}}",
                                       "{{#essays}}",
                                       "{{/essays}}",
                                       "{{^empty}}",
                                       "{{/empty}}",
                                       "{{#site}}",
                                       "{{/site}}",
                                       "{{#names}}",
                                       "{{.}}",
                                       "{{/names}}",
                                       "{{> part}}",
                                       "{{! ",
                                       "{{=<% %>=}}",
                                       "<%",
                                       "%>",
                                       "{{{body}}}",
                                       "{{&body}}",
                                       "{{title}}",
                                       "{{{title}}}",
                                       "{{site.title}}",
                                       "{{params.colour}}",
                                       "{{words.by}}",
                                       "{{{comments}}}",
                                       "{{asset.style_css}}",
                                       "\n====\n",
                                       "\n",
                                       "  ",
                                       "{{=",
                                       "=}}",
                                       "{{# ",
                                       "{{/ ",
                                       "."};

}  // namespace

const Target templates = {.name = "templates",
                          .attempt = attempt,
                          .seed_files = seed_files,
                          .examples = "templates.md",
                          .seeds = seeds,
                          .tokens = tokens};

}  // namespace causerie::fuzz
