// Definition lists, as PHP Markdown Extra, pandoc and kramdown read them: a paragraph of one line, the term, then lines
// that begin with `: `. A placeholder makes each of these a list item, so that cmark finds what belongs to it.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "formats/markdown/passes.h"
#include "formats/markdown/placeholders.h"

namespace causerie {
namespace {

constexpr std::size_t most_indentation = 3;  // with four spaces, a line is code

// A line that begins another kind of block is no term.
bool may_be_term(std::string_view line) {
  for (const std::string_view other :
       {"#", ">", "|", "<", "```", "~~~", "---", "***", "___", "===", "- ", "* ", "+ ", ":"}) {
    if (line.starts_with(other)) return false;
  }
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view rest = line.substr(digits);
  const bool is_item = digits > 0 && (rest.starts_with(". ") || rest.starts_with(") "));
  const bool is_link_definition = line.starts_with('[') && line.find("]:") != std::string_view::npos;
  return !is_item && !is_link_definition;
}

bool begins_definition(std::string_view line) {
  return line.size() > 2 && line[0] == ':' && is_space_or_tab(line[1]) && !trim(line.substr(1)).empty();
}

enum class ListKind { other, definitions, undone };

class DefinitionLists {
 public:
  void take(Events&& events) {
    out_.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) take(events, i);
  }
  Events finish() { return std::move(out_); }

 private:
  static bool is_definition(const Events& events, std::size_t item) {
    return is_enter(events[item], MarkdownPart::item) && is_enter(events[item + 1], MarkdownPart::paragraph) &&
           is_leaf(events[item + 2], MarkdownPart::definition_placeholder);
  }

  void take(Events& events, std::size_t i) {
    Event& event = events[i];
    if (is_enter(event, MarkdownPart::list)) {
      const bool has_definitions = is_definition(events, i + 1);
      const bool has_term = has_definitions && !out_.empty() && is_exit(out_.back(), MarkdownPart::paragraph);
      lists_.push_back(has_term ? ListKind::definitions : has_definitions ? ListKind::undone : ListKind::other);
      if (has_term) return begin_definitions();
      if (has_definitions) return;
    } else if (is_exit(event, MarkdownPart::list)) {
      const ListKind kind = lists_.back();
      lists_.pop_back();
      if (kind == ListKind::undone) return;
      if (kind == ListKind::definitions) event.part = MarkdownPart::definitions;
    } else if (event.part == MarkdownPart::item && !lists_.empty() && lists_.back() != ListKind::other) {
      if (lists_.back() == ListKind::undone) return;
      event.part = MarkdownPart::definition;
    } else if (event.part == MarkdownPart::paragraph && !lists_.empty() && lists_.back() == ListKind::undone) {
      event.flag = false;
    } else if (event.part == MarkdownPart::definition_placeholder) {
      if (!lists_.empty() && lists_.back() == ListKind::definitions) return;
      event = {.part = MarkdownPart::text, .text = ": "};
    }
    out_.push_back(std::move(event));
  }

  // Turns the paragraph before the list into its term; the list goes on with those of earlier terms.
  void begin_definitions() {
    std::size_t begin = out_.size() - 1;
    while (!is_enter(out_[begin], MarkdownPart::paragraph)) --begin;
    out_[begin] = {.part = MarkdownPart::term, .step = Step::enter};
    out_.back() = {.part = MarkdownPart::term, .step = Step::exit};
    const auto term = out_.begin() + static_cast<std::ptrdiff_t>(begin);
    if (begin > 0 && is_exit(out_[begin - 1], MarkdownPart::definitions)) {
      out_.erase(term - 1);
    } else {
      out_.insert(term, {.part = MarkdownPart::definitions, .step = Step::enter});
    }
  }

  Events out_;
  std::vector<ListKind> lists_;  // the open ones
};

}  // namespace

std::vector<std::size_t> find_definitions(std::string_view text) {
  std::vector<std::size_t> found;
  const auto has = [&](std::string_view what) { return text.find(what) != std::string_view::npos; };
  if (!has("\n:") && !has("\n :") && !has("\n  :") && !has("\n   :")) return found;
  int paragraph_lines = 0;  // of the block so far, if it may be a term
  bool is_after_blank = true;
  bool is_in_definition = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t indentation = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view words = line.substr(indentation);
    const std::size_t offset = begin + indentation;
    begin = end + 1;
    if (trim(line).empty()) {
      is_after_blank = true;
      continue;
    }
    const bool is_plain = indentation <= most_indentation && words[0] != '\t';
    if (is_plain && begins_definition(words) && (is_in_definition || paragraph_lines == 1)) {
      found.push_back(offset);
      is_in_definition = true;
    } else if (is_after_blank && (indentation < 2 || !is_in_definition)) {
      is_in_definition = false;
      paragraph_lines = is_plain && may_be_term(words) ? 1 : 2;
    } else if (!is_in_definition) {
      ++paragraph_lines;
    }
    is_after_blank = false;
  }
  return found;
}

void make_definition_lists(Events& events) {
  if (std::none_of(events.begin(), events.end(),
                   [](const Event& event) { return event.part == MarkdownPart::definition_placeholder; }))
    return;
  DefinitionLists lists;
  lists.take(std::move(events));
  events = lists.finish();
}

}  // namespace causerie
