#include "content/yaml_edits.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

using Item = std::vector<YamlField>;

std::string with(std::string_view text, const std::optional<Edit>& edit) {
  if (!edit) return "none";
  return *edited(text, std::span(&*edit, 1), "a.yaml");
}
std::string front(std::string_view text, const YamlField& field) {
  return with(text, set_front_matter_key(text, field));
}
std::string set(std::string_view text, Position map, const YamlField& field) {
  return with(text, set_key(text, map, field));
}
std::string append(std::string_view text, const Item& item, Position list = {1, 1}) {
  return with(text, append_item(text, list, item));
}

TEST(YamlEdits, AValueIsReplacedAndEverythingElseStays) {
  EXPECT_EQ(front("---\ntitle: Old # why\ndate: x\n---\nBody\n", {"title", "Null"}),
            "---\ntitle: \"Null\" # why\ndate: x\n---\nBody\n");
  EXPECT_EQ(front("---\ntitle: 'a\n  b'\n---\n", {"title", "c"}), "---\ntitle: c\n---\n");
  EXPECT_EQ(front("---\ntitle:\ndate: x\n---\n", {"title", "c"}), "---\ntitle: c\ndate: x\n---\n");
  EXPECT_EQ(front("---\ntitle: ~\n---\n", {"title", "c"}), "---\ntitle: c\n---\n");
  EXPECT_EQ(front("---\ntitle: !!str &a b # c\n---\n", {"title", "d"}), "---\ntitle: !!str &a d # c\n---\n");
  EXPECT_EQ(front("---\nsummary: |\n  a\n\n# c\ntitle: b\n---\n", {"summary", "x\ny\n"}),
            "---\nsummary: |\n  x\n  y\n\n# c\ntitle: b\n---\n");
  EXPECT_EQ(front("---\ntags: # mine\n  # and more\n  - a\n  - b\ntitle: c\n---\n",
                  {"tags", std::vector<std::string>{"x", "no"}}),
            "---\ntags: [x, \"no\"] # mine\n  # and more\ntitle: c\n---\n");
  EXPECT_EQ(front("---\ntags:\n- a\n- b\ntitle: c\n---\n", {"tags", std::vector<std::string>{"x"}}),
            "---\ntags: [x]\ntitle: c\n---\n");
}

TEST(YamlEdits, ABlockIsWrittenOnlyWhereNothingElseGetsIntoIt) {
  EXPECT_EQ(front("---\nsummary: a # c\n---\n", {"summary", "x\ny\n"}), "---\nsummary: \"x\\ny\\n\" # c\n---\n");
  EXPECT_EQ(set("body: a\n\n\nid: b\n", {1, 1}, {"body", "x\n\n"}), "body: \"x\\n\\n\"\n\n\nid: b\n");
  EXPECT_EQ(set("a: {body: b}\n", {1, 4}, {"body", "x\ny"}), "a: {body: \"x\\ny\"}\n");
}

TEST(YamlEdits, AKeyIsAddedBelowTheLast) {
  EXPECT_EQ(front("---\ntitle: a # b\n# tags: []\n---\nBody", {"date", YamlWord{"2026-01-02"}}),
            "---\ntitle: a # b\ndate: 2026-01-02\n# tags: []\n---\nBody");
  EXPECT_EQ(front("---\n{title: a}\n---\n", {"date", "b, c"}), "---\n{title: a, date: \"b, c\"}\n---\n");
  EXPECT_EQ(front("---\n# nothing\n---\nBody\n", {"title", "a"}), "---\n# nothing\ntitle: a\n---\nBody\n");
  EXPECT_EQ(front("Body\n", {"title", "a"}), "---\ntitle: a\n---\nBody\n");
  EXPECT_EQ(front("", {"title", "a"}), "---\ntitle: a\n---\n");
  EXPECT_EQ(set("- id: a\n  tags:\n  - x\n- id: b\n", {1, 3}, {"status", "spam"}),
            "- id: a\n  tags:\n  - x\n  status: spam\n- id: b\n");
  EXPECT_EQ(set("- id: a\n  body: |+\n    text\n\n\n- id: b\n", {1, 3}, {"status", "spam"}),
            "- id: a\n  body: |+\n    text\n\n\n  status: spam\n- id: b\n");
  EXPECT_EQ(set("- {}\n", {1, 3}, {"id", "a"}), "- {id: a}\n");
  EXPECT_EQ(set("[{\"id\": \"a\"}]", {1, 2}, {"status", "spam"}), "[{\"id\": \"a\", \"status\": \"spam\"}]");
}

TEST(YamlEdits, AMissingNewlineStaysMissing) {
  EXPECT_EQ(set("id: a", {1, 1}, {"status", "spam"}), "id: a\nstatus: spam");
  EXPECT_EQ(set("id: a", {1, 1}, {"body", "x\ny\n"}), "id: a\nbody: |\n  x\n  y\n");
  EXPECT_EQ(append("- id: a", {{"id", "b"}}), "- id: a\n- id: b");
}

TEST(YamlEdits, AnItemIsAppendedAsTheOthersAre) {
  const Item item{{"id", "c"}, {"body", "x\n\ny\n"}};
  EXPECT_EQ(append("- id: a\n- id: b # d\n# end\n", item),
            "- id: a\n- id: b # d\n- id: c\n  body: |\n    x\n\n    y\n# end\n");
  EXPECT_EQ(append("- id: a\n\n- id: b\n\n", {{"id", "c"}}), "- id: a\n\n- id: b\n\n- id: c\n\n");
  EXPECT_EQ(append("- id: a\n\n- body: |+\n    b\n\n", {{"id", "c"}}), "- id: a\n\n- body: |+\n    b\n\n- id: c\n");
  EXPECT_EQ(append("x:\n  - id: a\ny: z\n", {{"id", "c"}, {"k", "d"}}, {2, 3}),
            "x:\n  - id: a\n  - id: c\n    k: d\ny: z\n");
  EXPECT_EQ(append("# mine\n", {{"id", "c"}}), "# mine\n- id: c\n");
  EXPECT_EQ(append("", {{"id", "c"}}), "- id: c\n");
  EXPECT_EQ(append("[]\n", {{"id", "c"}}), "- id: c\n");
  EXPECT_EQ(append("x: []\n", {{"id", "c"}}, {1, 4}), "x: [{id: c}]\n");
  EXPECT_EQ(append("[{\"id\": \"a\"}]\n", {{"id", "c"}}), "[{\"id\": \"a\"}, {\"id\": \"c\"}]\n");
}

TEST(YamlEdits, NothingIsDoneWhereMoreWouldChange) {
  EXPECT_EQ(front("---\ntitle: 'a\n---\n", {"title", "c"}), "none");
  EXPECT_EQ(front("+++\ntitle = 1\n+++\n", {"title", "c"}), "none");
  EXPECT_EQ(front("---\n- a\n---\n", {"title", "c"}), "none");
  EXPECT_EQ(set("a: &x\n  b: 1\nc: *x\n", {2, 3}, {"b", "2"}), "none");  // the alias repeats the map
  EXPECT_EQ(set("? a\n: b\n", {1, 3}, {"a", "c"}), "none");
  EXPECT_EQ(set("id: a\n", {2, 1}, {"id", "c"}), "none");
  EXPECT_EQ(append("id: a\n", {{"id", "c"}}), "none");
  EXPECT_EQ(append("---\n---\n", {{"id", "c"}}), "none");
}

}  // namespace
}  // namespace causerie
