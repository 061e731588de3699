#include "formats/mustache/tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace causerie {
namespace {

TagKind kind_of(char sigil) {
  switch (sigil) {
    case '#':
      return TagKind::section;
    case '^':
      return TagKind::inverted;
    case '/':
      return TagKind::end;
    case '>':
      return TagKind::partial;
    case '!':
      return TagKind::comment;
    case '=':
      return TagKind::delimiters;
    case '&':
    case '{':
      return TagKind::unescaped;
    default:
      return TagKind::variable;
  }
}

class TagScanner {
 public:
  TagScanner(TemplateFile& file, Diagnostics& diagnostics)
      : file_(file), text_(file.text), lines_(file.text), diagnostics_(diagnostics) {}

  void run() {
    std::size_t at = 0;
    while ((at = text_.find(open_, at)) != std::string_view::npos) {
      const std::optional<std::size_t> end = read_tag(at);
      if (!end) return;  // nothing after an unclosed tag can be trusted
      at = *end;
    }
    close_to(0);
  }

 private:
  Diagnostic& fault(DiagnosticCode code, std::size_t begin, std::size_t end, std::string message) {
    file_.is_sound = false;
    return diagnostics_.error(code, {file_.file, {lines_.at(begin), lines_.at(end)}}, std::move(message));
  }

  std::optional<std::size_t> read_tag(std::size_t begin) {
    const std::size_t inside = begin + open_.size();
    const char sigil = inside < text_.size() ? text_[inside] : '\0';
    Tag tag;
    tag.kind = kind_of(sigil);
    tag.begin = begin;
    std::string closing(close_);
    if (sigil == '{') closing.insert(0, "}");
    if (tag.kind == TagKind::delimiters) closing.insert(0, "=");

    const std::size_t contents = inside + (tag.kind == TagKind::variable ? 0 : 1);
    const std::size_t stop = text_.find(closing, contents);
    const std::string_view written = text_.substr(contents, stop == std::string_view::npos ? stop : stop - contents);
    const bool may_hold_any = tag.kind == TagKind::comment || tag.kind == TagKind::delimiters;
    const bool runs_on = !may_hold_any && written.find(open_) != std::string_view::npos;
    if (stop == std::string_view::npos || runs_on) {
      fault("broken-template", begin, inside, fmt::format("this tag is not closed by '{}'", closing))
          .hint(fmt::format("write '{}' after the name", closing));
      return std::nullopt;
    }
    tag.end = stop + closing.size();
    tag.span = {lines_.at(begin), lines_.at(tag.end)};
    if (!may_hold_any) tag.name = trim(written);
    if (tag.kind != TagKind::variable && tag.kind != TagKind::unescaped) find_line(tag);
    check(tag, written);
    const std::size_t end = tag.end;
    file_.tags.push_back(std::move(tag));
    return end;
  }

  void find_line(Tag& tag) const {
    std::size_t begin = tag.begin;
    while (begin > 0 && is_space_or_tab(text_[begin - 1])) --begin;
    std::size_t end = tag.end;
    while (end < text_.size() && is_space_or_tab(text_[end])) ++end;
    const bool ends = end == text_.size() || text_[end] == '\n';
    if ((begin > 0 && text_[begin - 1] != '\n') || !ends) return;
    tag.is_standalone = true;
    tag.line_begin = begin;
    tag.line_end = end == text_.size() ? end : end + 1;
  }

  void check(const Tag& tag, std::string_view written) {
    switch (tag.kind) {
      case TagKind::comment:
        return;
      case TagKind::delimiters:
        return set_delimiters(tag, trim(written));
      default:
        if (!check_name(tag)) return;
    }
    if (tag.kind == TagKind::section || tag.kind == TagKind::inverted) {
      if (sections_.size() == section_depth_limit) {
        fault("template-limit", tag.begin, tag.end,
              fmt::format("sections are nested more than {} levels deep", section_depth_limit));
      }
      sections_.push_back({tag});
    }
    if (tag.kind == TagKind::end) close_section(tag);
  }

  bool check_name(const Tag& tag) {
    if (tag.name.empty()) {
      fault("broken-template", tag.begin, tag.end, "this tag has no name");
      return false;
    }
    const char first = tag.name[0];
    if (tag.kind == TagKind::variable && (first == '$' || first == '<')) {
      fault("broken-template", tag.begin, tag.end, "Causerie does not support the blocks and parents of mustache")
          .hint("use a partial, '{{>name}}', to include another template");
      return false;
    }
    const auto is_strange = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '{' || c == '}'; };
    if (std::any_of(tag.name.begin(), tag.name.end(), is_strange)) {
      fault("broken-template", tag.begin, tag.end, fmt::format("'{}' is not a name", tag.name))
          .hint("a name cannot contain spaces or braces");
      return false;
    }
    return true;
  }

  void close_section(const Tag& tag) {
    std::size_t depth = sections_.size();
    while (depth > 0 && sections_[depth - 1].tag.name != tag.name) --depth;
    if (depth > 0) {
      close_to(depth);
      return sections_.pop_back();
    }
    Diagnostic& wrong =
        fault("broken-template", tag.begin, tag.end, fmt::format("'{}' ends here, but it was never opened", tag.name));
    if (sections_.empty()) return;
    Open& last = sections_.back();
    wrong.hint(fmt::format("the section open here is '{}', from line {}", last.tag.name, last.tag.span.begin.line));
    last.may_have_ended = true;
  }

  // Closes the innermost sections until `depth` are left, and reports their missing ends.
  void close_to(std::size_t depth) {
    while (sections_.size() > depth) {
      const Open& open = sections_.back();
      if (!open.may_have_ended) {
        fault("broken-template", open.tag.begin, open.tag.end,
              fmt::format("the section '{}' is never closed", open.tag.name))
            .hint(fmt::format("add '{{{{/{}}}}}' where it ends", open.tag.name));
      }
      sections_.pop_back();
    }
  }

  void set_delimiters(const Tag& tag, std::string_view written) {
    const std::size_t gap = written.find_first_of(" \t\n");
    const std::string_view open = written.substr(0, gap);
    const std::string_view close = gap == std::string_view::npos ? "" : trim(written.substr(gap));
    if (open.empty() || close.empty() || close.find_first_of(" \t\n=") != std::string_view::npos ||
        open.find('=') != std::string_view::npos) {
      fault("broken-template", tag.begin, tag.end, "these are not valid delimiters")
          .hint("write two of them, separated by a space, without '=': '{{=<% %>=}}'");
      return;
    }
    open_ = open;
    close_ = close;
  }

  struct Open {
    Tag tag;
    bool may_have_ended = false;  // a wrong end was reported inside it: a missing end is the same mistake
  };

  TemplateFile& file_;
  std::string_view text_;
  LineIndex lines_;
  Diagnostics& diagnostics_;
  std::string open_ = "{{";
  std::string close_ = "}}";
  std::vector<Open> sections_;
};

}  // namespace

TemplateFile read_template(std::string file, std::string text, Diagnostics& diagnostics) {
  TemplateFile result{.file = std::move(file), .text = std::move(text), .tags = {}, .is_sound = true};
  TagScanner(result, diagnostics).run();
  return result;
}

}  // namespace causerie
