// All examples of the CommonMark specification: npm's commonmark-spec 0.30.0, in the folder CAUSERIE_NODE_MODULES.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "formats/markdown/markdown.h"
#include "support/node_modules.h"

namespace causerie {
namespace {

struct SpecExample {
  int number = 0;
  std::string input;
  std::string expected;
};

// In spec.txt an example is between lines of 32 backticks, with a line `.` between input and output, and `→` for a tab.
std::vector<SpecExample> read_examples(std::string_view spec) {
  const std::string fence(32, '`');
  std::vector<SpecExample> examples;
  enum class Inside { prose, input, output } inside = Inside::prose;
  for (const std::string_view line : lines_of(spec)) {
    if (inside == Inside::prose) {
      if (line != fence + " example") continue;
      examples.push_back({.number = static_cast<int>(examples.size()) + 1, .input = {}, .expected = {}});
      inside = Inside::input;
    } else if (line == fence) {
      inside = Inside::prose;
    } else if (inside == Inside::input && line == ".") {
      inside = Inside::output;
    } else {
      std::string& text = inside == Inside::input ? examples.back().input : examples.back().expected;
      text += replace_all(line, "→", "\t") + '\n';
    }
  }
  return examples;
}

TEST(CommonMarkSpec, EveryExampleHolds) {
  const std::string modules = node_modules();
  if (modules.empty()) return;
  std::ifstream file(modules + "/commonmark-spec/spec.txt", std::ios::binary);
  ASSERT_TRUE(file) << "no commonmark-spec/spec.txt in " << modules;
  const std::string spec(std::istreambuf_iterator<char>(file), {});
  const std::vector<SpecExample> examples = read_examples(spec);
  ASSERT_EQ(examples.size(), 652u);
  for (const SpecExample& example : examples) {
    EXPECT_EQ(commonmark_html(example.input), example.expected) << "example " << example.number << ":\n"
                                                                << example.input;
  }
}

}  // namespace
}  // namespace causerie
