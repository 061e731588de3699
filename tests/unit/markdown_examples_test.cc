// Runs tests/examples/markdown.md: Causerie's additions to CommonMark, each rule with its examples.
#include <gtest/gtest.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "formats/markdown/markdown.h"

namespace causerie {
namespace {

struct MarkdownExample {
  int line = 0;                    // of its fence
  std::vector<std::string> words;  // after `example`: `untrusted`, `escape`, `plain`, `language=de`
  std::string input;
  std::string expected;
};

std::vector<MarkdownExample> read_markdown_examples(std::string_view text) {
  const std::string fence(32, '`');
  std::vector<MarkdownExample> examples;
  enum class Inside { prose, input, output } inside = Inside::prose;
  int number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (inside == Inside::prose && line.starts_with(fence + " example")) {
      MarkdownExample example{.line = number, .words = {}, .input = {}, .expected = {}};
      for (const std::string_view word : split(line.substr(fence.size() + 1), ' ')) example.words.emplace_back(word);
      examples.push_back(example);
      inside = Inside::input;
    } else if (inside != Inside::prose && line == fence) {
      inside = Inside::prose;
    } else if (inside == Inside::input && line == ".") {
      inside = Inside::output;
    } else if (inside != Inside::prose) {
      (inside == Inside::input ? examples.back().input : examples.back().expected) += std::string(line) + '\n';
    }
  }
  return examples;
}

MarkdownOptions options_of(const MarkdownExample& example) {
  MarkdownOptions options;
  for (const std::string& word : example.words) {
    if (word == "untrusted") options.is_untrusted = true;
    if (word == "escape") options.shows_raw_html = false;
    if (word == "plain") options.is_smart = false;
    if (word.starts_with("language=")) options.language = word.substr(9);
  }
  return options;
}

// ICU's data differ between releases; an example that depends on them names its releases.
bool is_of_this_icu(const MarkdownExample& example) {
  return std::ranges::all_of(example.words, [](const std::string& word) {
    if (word.starts_with("icu-until=")) return U_ICU_VERSION_MAJOR_NUM <= std::stoi(word.substr(10));
    if (word.starts_with("icu-from=")) return U_ICU_VERSION_MAJOR_NUM >= std::stoi(word.substr(9));
    return true;
  });
}

std::string hole_text(const Hole& hole, const Prose& prose) {
  const auto index = static_cast<std::size_t>(hole.index);
  const auto numbered = [&](std::string_view name, const std::string& destination) {
    return "{{" + std::string(name) + " " + std::to_string(hole.index) + ": " + destination + "}}";
  };
  switch (hole.kind) {
    case HoleKind::id_prefix:
      return "{{id_prefix}}";
    case HoleKind::own_page:
      return "{{own_page}}";
    case HoleKind::link_open:
      return numbered("link", prose.links.at(index).destination);
    case HoleKind::link_close:
      return "{{/link}}";
    case HoleKind::image:
      return numbered("image", prose.images.at(index).destination);
    case HoleKind::address:
      return numbered("address", prose.addresses.at(index).destination);
    case HoleKind::word:
      return "{{word " + std::string(prose_word_keys[index]) + "}}";
  }
  return {};
}

std::string show_holes(const HollowHtml& hollow, const Prose& prose) {
  std::string shown;
  std::size_t done = 0;
  for (const Hole& hole : hollow.holes) {
    shown += hollow.html.substr(done, hole.offset - done) + hole_text(hole, prose);
    done = hole.offset;
  }
  return shown + hollow.html.substr(done);
}

TEST(MarkdownExamples, AllHold) {
  std::ifstream file(CAUSERIE_SOURCE_DIR "/tests/examples/markdown.md", std::ios::binary);
  ASSERT_TRUE(file);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const std::vector<MarkdownExample> examples = read_markdown_examples(text);
  ASSERT_GT(examples.size(), 20u);
  for (const MarkdownExample& example : examples) {
    if (!is_of_this_icu(example)) continue;
    const Prose prose = parse_markdown(example.input, options_of(example));
    const bool is_summary = std::ranges::find(example.words, "summary") != example.words.end();
    const std::string shown = is_summary ? show_holes(prose.summary, prose) + '\n' : show_holes(prose.body, prose);
    EXPECT_EQ(shown, example.expected) << "the example at line " << example.line;
  }
}

}  // namespace
}  // namespace causerie
