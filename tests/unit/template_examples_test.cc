// Runs tests/examples/templates.md, which explains and shows what templates can do. A heading begins an example; each
// fenced block in it is a file of the theme `mine` (its info string ends in the path), the page's record
// (`yaml record`), the page (`html page`), or the diagnostics (`text diagnostics`).
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "base/memory_files.h"
#include "base/text.h"
#include "formats/yaml/yaml.h"
#include "theme/renderer.h"
#include "theme/theme.h"

namespace causerie {
namespace {

// The layout shapes of the examples; templates.md shows the same as a list.
constexpr Field example_comment_fields[] = {
    {"author", {ShapeKind::text}, ""},
    {"body", {ShapeKind::html}, ""},
    {"replies", {ShapeKind::html}, ""},
};
constexpr Field site_fields[] = {
    {"title", {ShapeKind::text}, ""},
    {"home", {ShapeKind::text}, ""},
};
constexpr Field next_fields[] = {
    {"title", {ShapeKind::text}, ""},
    {"href", {ShapeKind::text}, ""},
};
constexpr Field part_fields[] = {
    {"title", {ShapeKind::text}, ""},
    {"href", {ShapeKind::text}, ""},
    {"is_planned", {ShapeKind::flag}, ""},
    {"next", {ShapeKind::record, next_fields}, ""},
};
constexpr Field example_home_fields[] = {
    {"site", {ShapeKind::record, site_fields}, ""},
    {"heading", {ShapeKind::text}, ""},
    {"body", {ShapeKind::html}, ""},
    {"is_draft", {ShapeKind::flag}, ""},
    {"parts", {ShapeKind::list, part_fields}, ""},
    {"tags", {ShapeKind::list}, ""},
    {"threads", {ShapeKind::forest, example_comment_fields, "comment"}, ""},
    {"words", {ShapeKind::words}, ""},
    {"asset", {ShapeKind::assets}, ""},
    {"params", {ShapeKind::params}, ""},
};
const LayoutShape example_shapes[] = {{"home", {ShapeKind::record, example_home_fields}}};

struct TemplateExample {
  std::string title;
  int line = 0;
  std::map<std::string, std::string> blocks;  // by the last word of the info string
};

std::vector<TemplateExample> read_template_examples(const std::string& path) {
  std::ifstream stream(path);
  std::vector<TemplateExample> examples;
  std::string line, block;
  bool is_in_block = false;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (line.starts_with("```")) {
      is_in_block = !is_in_block;
      if (!is_in_block) continue;
      block = line.substr(line.rfind(' ') + 1);
      const bool is_new = examples.back().blocks.emplace(block, "").second;
      EXPECT_TRUE(is_new) << path << ":" << number << ": a second '" << block << "'";
    } else if (is_in_block) {
      examples.back().blocks[block] += line + "\n";
    } else if (line.starts_with("#")) {
      examples.push_back({line.substr(line.find(' ') + 1), number, {}});
    }
  }
  return examples;
}

Record record_of(const Node* node, std::span<const Field> fields);

Value value_of(const Node& node, const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::html:
      return Html{node.text};
    case ShapeKind::flag:
      return node.text == "true";
    case ShapeKind::list: {
      List list;
      for (const Node& item : node.items) {
        list.push_back(shape.fields.empty() ? Value(item.text) : Value(record_of(&item, shape.fields)));
      }
      return list;
    }
    case ShapeKind::record:
      return record_of(&node, shape.fields);
    case ShapeKind::forest: {
      Forest forest{.layout = std::string(shape.layout), .depth_limit = 200, .nodes = {}};
      for (const Node& item : node.items) {
        forest.nodes.push_back({std::stoi(item.find("depth")->text), record_of(&item, shape.fields)});
      }
      return forest;
    }
    default:
      return node.text;
  }
}

Record record_of(const Node* node, std::span<const Field> fields) {
  Record record;
  for (const Field& field : fields) {
    const Node* value = node->find(field.name);
    if (value != nullptr) record.set(field.name, value_of(*value, field.shape));
  }
  return record;
}

std::string lines_of_diagnostics(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& d : diagnostics.sorted()) {
    if (d.code == "not-shown") continue;  // an example is not a complete page
    text += d.location.file.starts_with("themes/mine/") ? d.location.file.substr(12) : d.location.file;
    const Position at = d.location.span.begin;
    if (at.line > 0) text += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    text += d.severity == Severity::error ? ": error: " : ": warning: ";
    text += d.message + "\n";
    for (const std::string& hint : d.hints) text += "  hint: " + hint + "\n";
  }
  return text;
}

void run(const TemplateExample& example) {
  SCOPED_TRACE("templates.md:" + std::to_string(example.line) + ": " + example.title);
  std::map<std::string, std::string> files = {
      {"theme.yaml", "name: Mine\n"},
      {"templates/comment.mustache", "<div>{{author}}{{{replies}}}</div>"},
      {"i18n/en.yaml", "next_post: Next post\ncomments: {one: '{count} comment', other: '{count} comments'}\n"},
      {"assets/style.css", ""},
  };
  Record record;
  Diagnostics diagnostics;
  for (const auto& [name, text] : example.blocks) {
    if (name == "record") {
      const std::optional<Node> node = parse_yaml(text, "record", {1, 1}, false, diagnostics);
      ASSERT_TRUE(node);
      record = record_of(&*node, example_home_fields);
    } else if (name != "page" && name != "diagnostics") {
      files[name] = text;
    }
  }
  MemoryFiles site;
  for (const auto& [path, text] : files) site.put("themes/mine/" + path, text);
  auto theme = load_theme(site, {.name = "mine", .location = {}, .language = "en"}, example_shapes, diagnostics);
  ASSERT_TRUE(theme);
  const auto expected = example.blocks.find("diagnostics");
  EXPECT_EQ(lines_of_diagnostics(diagnostics), expected == example.blocks.end() ? "" : expected->second);
  const auto page = example.blocks.find("page");
  EXPECT_TRUE(page != example.blocks.end() || expected != example.blocks.end()) << "this example claims nothing";
  if (page == example.blocks.end() || diagnostics.has_errors()) return;
  record.set("words", theme->words_for("en").record());
  record.set("params", theme->params);
  record.set("asset", asset_record(theme->assets));
  const auto rooted = [](const SiteAddress& address) { return address.path.text; };
  EXPECT_EQ(Renderer(*theme).render("home", record, rooted), page->second);
}

TEST(TemplateExamples, AllOfThem) {
  int count = 0;
  for (const TemplateExample& example : read_template_examples(CAUSERIE_SOURCE_DIR "/tests/examples/templates.md")) {
    if (example.blocks.empty()) continue;
    run(example);
    ++count;
  }
  EXPECT_GE(count, 20);
}

}  // namespace
}  // namespace causerie
