#include "formats/mustache/flat_template.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "formats/mustache/placeholders.h"

namespace causerie {
namespace {

char sigil_of(TagKind kind) {
  switch (kind) {
    case TagKind::section:
      return '#';
    case TagKind::inverted:
      return '^';
    case TagKind::end:
      return '/';
    default:
      return '&';
  }
}

char mark_for(char c) {
  switch (c) {
    case ' ':
      return placeholder_space;
    case '\t':
      return placeholder_tab;
    case '\n':
      return placeholder_line_end;
    default:
      return c;
  }
}

class Flattener {
 public:
  Flattener(const FindTemplate& find, const std::vector<std::string>& names, Diagnostics& diagnostics)
      : find_(find), names_(names), diagnostics_(diagnostics) {}

  // Prefixes each non-empty line of the file with `indentation`. `stack_` contains the including files.
  void add(const TemplateFile& file, const std::string& indentation) {
    if (!file.is_sound) flat_.is_sound = false;
    if (!file.is_sound || is_over_limit_) return;
    stack_.push_back(&file);
    std::size_t at = 0;
    bool at_line_begin = true;
    for (const Tag& tag : file.tags) {
      const std::size_t stop = tag.is_standalone ? tag.line_begin : tag.begin;
      add_text(std::string_view(file.text).substr(at, stop - at), indentation, at_line_begin);
      at = tag.is_standalone ? tag.line_end : tag.end;
      if (tag.kind == TagKind::partial) {
        std::string own;
        if (tag.is_standalone) own = indentation + file.text.substr(tag.line_begin, tag.begin - tag.line_begin);
        if (!tag.is_standalone) indent(indentation, at_line_begin);
        add_partial(file, tag, own);
      } else if (tag.kind != TagKind::comment && tag.kind != TagKind::delimiters) {
        if (!tag.is_standalone) indent(indentation, at_line_begin);
        add_tag(file, tag);
      }
      if (is_over_limit_) break;
    }
    if (!is_over_limit_) add_text(std::string_view(file.text).substr(at), indentation, at_line_begin);
    stack_.pop_back();
  }

  std::optional<FlatTemplate> finish() {
    if (is_over_limit_) return std::nullopt;
    return std::move(flat_);
  }

 private:
  void indent(const std::string& indentation, bool& at_line_begin) {
    if (at_line_begin) {
      for (const char c : indentation) flat_.code += mark_for(c);
    }
    at_line_begin = false;
  }

  void add_text(std::string_view text, const std::string& indentation, bool& at_line_begin) {
    for (const char c : text) {
      if (all_placeholders.has(c)) continue;
      if (c != '\n') indent(indentation, at_line_begin);
      flat_.code += mark_for(c);
      at_line_begin = c == '\n';
    }
  }

  void add_tag(const TemplateFile& file, const Tag& tag) {
    flat_.code += placeholder_open;
    if (tag.kind != TagKind::variable) flat_.code += sigil_of(tag.kind);
    flat_.code += tag.name;
    flat_.code += placeholder_close;
    flat_.tags.push_back({tag.kind, tag.name, {file.file, tag.span}});
    depth_ += tag.kind == TagKind::end ? -1 : tag.kind == TagKind::section || tag.kind == TagKind::inverted ? 1 : 0;
    if (depth_ > section_depth_limit) {
      is_over_limit_ = true;
      fault("template-limit", file, tag,
            fmt::format("sections are nested more than {} levels deep", section_depth_limit));
    }
    if (flat_.code.size() > flat_size_limit) {
      is_over_limit_ = true;
      fault("template-limit", file, tag,
            fmt::format("with its partials this template is larger than {} bytes", flat_size_limit));
    }
  }

  void add_partial(const TemplateFile& file, const Tag& tag, const std::string& indentation) {
    const TemplateFile* partial = find_(tag.name);
    if (partial == nullptr) {
      fault("unknown-partial", file, tag, fmt::format("there is no template '{}'", tag.name))
          .hint(did_you_mean(tag.name, names_))
          .hint(fmt::format("it would be the file templates/{}.mustache", tag.name));
      return;
    }
    if (std::find(stack_.begin(), stack_.end(), partial) != stack_.end()) {
      fault("recursive-partial", file, tag, fmt::format("'{}' would include itself", tag.name))
          .hint("remove this tag: show a list with a section, a thread with '{{{replies}}}'");
      return;
    }
    if (stack_.size() == partial_depth_limit) {
      is_over_limit_ = true;
      fault("template-limit", file, tag,
            fmt::format("partials include each other more than {} levels deep", partial_depth_limit));
      return;
    }
    if (std::find(flat_.partials.begin(), flat_.partials.end(), tag.name) == flat_.partials.end()) {
      flat_.partials.push_back(tag.name);
    }
    add(*partial, indentation);
  }

  Diagnostic& fault(DiagnosticCode code, const TemplateFile& file, const Tag& tag, std::string message) {
    flat_.is_sound = false;
    return diagnostics_.error(code, {file.file, tag.span}, std::move(message));
  }

  const FindTemplate& find_;
  const std::vector<std::string>& names_;
  Diagnostics& diagnostics_;
  FlatTemplate flat_;
  std::vector<const TemplateFile*> stack_;
  int depth_ = 0;
  bool is_over_limit_ = false;
};

}  // namespace

std::optional<FlatTemplate> flatten(const TemplateFile& layout, const FindTemplate& find,
                                    const std::vector<std::string>& names, Diagnostics& diagnostics) {
  if (!layout.is_sound) return std::nullopt;
  Flattener flattener(find, names, diagnostics);
  flattener.add(layout, "");
  return flattener.finish();
}

}  // namespace causerie
