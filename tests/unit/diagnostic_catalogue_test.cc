// The handbook's catalogue of diagnostics: every code with its meaning, an example of tests/examples/ that triggers it,
// and the resulting message. UPDATE_GOLDEN=1 rewrites it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "base/unicode.h"
#include "example_sites.h"
#include "support/golden.h"

namespace causerie {
namespace {

constexpr std::size_t widest_line = 200;  // bytes; some examples are errors because they are long

std::string cut_lines(std::string_view text) {
  std::string result;
  for (const std::string_view line : lines_of(trim(text))) {
    if (!result.empty()) result += '\n';
    if (line.size() <= widest_line) {
      result += line;
      continue;
    }
    const auto is_inside = [&](std::size_t at) { return (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80; };
    std::size_t end = widest_line;
    while (is_inside(end)) --end;
    result.append(line.substr(0, end)).append(" …");
  }
  return result;
}

// Messages must be readable without scrolling.
std::string folded(const std::string& text) {
  constexpr std::size_t columns = 62;
  std::string result;
  for (std::string_view line : lines_of(text)) {
    if (!result.empty()) result += '\n';
    while (line.size() > columns) {
      const auto blank = line.find_last_of(' ', columns);
      if (blank == std::string_view::npos || line.find_first_not_of(' ') > blank) break;
      result.append(line.substr(0, blank)).append("\n     ");
      line.remove_prefix(blank);
    }
    result += line;
  }
  return result;
}

std::string caption(const ExampleBlock& block) {
  const std::string& what = block.words[0];
  if (what == "web") return "and the web answers";
  if (block.words.size() == 1) return fmt::format("`{}`", cut_lines(what));
  const std::string& path = block.words[1];
  if (what == "link") return fmt::format("`{}`, a symbolic link to", path);
  if (what == "before") return fmt::format("`{}`, which was there at the last build", path);
  if (what == "destination") return fmt::format("`{}`, in the output", path);
  return fmt::format("`{}`", path);
}

std::string entry(const CodeMeaning& meaning, const SiteExample& example) {
  std::string text = fmt::format("\n### {}\n\n{}\n", meaning.code, meaning.meaning);
  for (const ExampleBlock& block : example.blocks) {
    if (block.words[0] == "arguments") continue;
    if (block.words[0] == "diagnostics") {
      text += fmt::format("\nCauserie reports:\n\n```text\n{}\n```\n", folded(cut_lines(block.text)));
    } else {
      text += fmt::format("\n{}:\n\n```{}\n{}\n```\n", caption(block), block.language, cut_lines(block.text));
    }
  }
  return text;
}

TEST(DiagnosticCatalogue, StandsInTheHandbook) {
  const std::vector<SiteExample> examples = run_site_examples("diagnostics.md");
  std::string catalogue;
  std::size_t codes = 0;
  for (const CodeTopic& topic : diagnostic_topics) {
    catalogue += fmt::format("\n## {}\n", topic.title);
    for (const CodeMeaning& meaning : topic.codes) {
      ASSERT_LT(codes, examples.size()) << meaning.code << " needs an example";
      const SiteExample& example = examples[codes++];
      ASSERT_EQ(example.title, meaning.code) << "examples stand in the order of the table";
      for (const Diagnostic& one : example.diagnostics) {
        EXPECT_EQ(one.code.name(), meaning.code) << one.message << " (an example shows one fault)";
      }
      EXPECT_FALSE(example.diagnostics.empty()) << meaning.code << " is not raised";
      catalogue += entry(meaning, example);
    }
  }
  EXPECT_EQ(codes, examples.size()) << "an example of a code that is not in the table";

  const std::string path = CAUSERIE_SOURCE_DIR "/content/what-each-message-means.md";
  const std::string page = read_file(path);
  const std::string wanted = page.substr(0, page.find("\n## ")) + catalogue;
  if (is_updating()) return write_file(path, wanted);
  EXPECT_EQ(difference(page, wanted), "") << "write it anew: UPDATE_GOLDEN=1 causerie_tests --folder=unit";
}

}  // namespace
}  // namespace causerie
