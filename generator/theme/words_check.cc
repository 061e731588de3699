#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/locale.h"
#include "base/text.h"
#include "theme/words_files.h"

namespace causerie {
namespace {

// The plural categories of CLDR.
constexpr std::string_view categories[] = {"zero", "one", "two", "few", "many", "other"};

// The numbers up to this one are tried, to find the forms that a language needs. French has `many` only for millions
// and may omit it.
constexpr int greatest_tried = 200;

struct Placeholder {
  std::string name;
  std::size_t offset = 0;  // of its brace
};

std::vector<Placeholder> placeholders(std::string_view text) {
  std::vector<Placeholder> found;
  for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", at + 1);
    if (end == std::string_view::npos || end == at + 1 || text[end] != '}') continue;
    found.push_back({std::string(text.substr(at + 1, end - at - 1)), at});
  }
  return found;
}

class WordCheck {
 public:
  WordCheck(const NodeEntry& word, std::string_view language, const Phrases& program, const std::string& file,
            Diagnostics& diagnostics)
      : word_(word), language_(language), program_(program), file_(file), diagnostics_(diagnostics) {
    const auto model = program.find(word.key.text);
    is_own_ = model == program.end();
    if (is_own_) return;
    is_counted_ = model->second.is_counted();
    for (const auto& [category, text] : model->second.forms) {
      for (const Placeholder& one : placeholders(text)) filled_.insert("{" + one.name + "}");
    }
    is_ordinal_ = filled_.contains("{ordinal}");
    if (is_ordinal_) filled_.insert("{number}");
  }

  bool check() {
    const bool may_have_forms = is_counted_ || is_ordinal_;
    if (word_.value.kind == NodeKind::scalar) check_text(word_.value);
    if (word_.value.kind != NodeKind::map) return may_have_forms;
    if (!may_have_forms) {
      std::vector<std::string> counted;
      for (const auto& [key, phrase] : program_) {
        if (phrase.is_counted()) counted.push_back(key);
      }
      error("wrong-kind", word_.value.span, fmt::format("'{}' is never used with a number: it must be text", key()))
          .hint(did_you_mean(key(), counted))
          .hint(fmt::format("used with numbers: {}", join(counted, ", ")));
      return false;
    }
    check_forms();
    return true;
  }

 private:
  const std::string& key() const { return word_.key.text; }
  Diagnostic& error(DiagnosticCode code, const Span& span, std::string message) {
    return diagnostics_.error(code, {file_, span}, std::move(message));
  }

  void check_forms() {
    const PluralKind kind = is_ordinal_ ? PluralKind::ordinal : PluralKind::cardinal;
    const std::vector<std::string> of_language = plural_categories(language_, kind);
    for (const NodeEntry& form : word_.value.entries) {
      const std::string& name = form.key.text;
      const bool is_category = std::find(std::begin(categories), std::end(categories), name) != std::end(categories);
      const bool is_for_none = name == "zero" && !is_ordinal_;
      if (!is_category) {
        for (const std::string& meant : nearest(name, categories)) misspelt_.insert(meant);
        error("unknown-key", form.key.span, fmt::format("'{}' is not a plural category", name))
            .hint(did_you_mean(name, categories))
            .hint(fmt::format("the categories of '{}' are: {}", language_, join(of_language, ", ")));
      } else if (!is_for_none && std::find(of_language.begin(), of_language.end(), name) == of_language.end()) {
        error("unknown-key", form.key.span, fmt::format("'{}' has no plural category '{}'", language_, name))
            .hint(fmt::format("its categories are: {}", join(of_language, ", ")));
      } else if (form.value.kind != NodeKind::scalar) {
        error("wrong-kind", form.value.span, fmt::format("'{}' must be text", name))
            .hint(fmt::format("write '{}: some words'", name));
      } else {
        check_text(form.value);
      }
    }
    if (word_.value.find("other") == nullptr && !misspelt_.contains("other")) {
      error("missing-key", word_.value.span, fmt::format("'{}' has no form 'other'", key()))
          .hint("every language needs it: it is used where no other form fits");
    }
    warn_of_missing(kind);
  }

  void warn_of_missing(PluralKind kind) {
    std::map<std::string, std::vector<int>> missing;
    for (int n = 0; n <= greatest_tried; ++n) {
      if (n == 0 && word_.value.find("zero") != nullptr) continue;
      const std::string category = plural_category(n, language_, kind);
      if (category != "other" && word_.value.find(category) == nullptr) missing[category].push_back(n);
    }
    for (auto& [category, numbers] : missing) {
      if (misspelt_.contains(category)) continue;
      const std::string_view more = numbers.size() > 3 ? ", …" : "";
      numbers.resize(std::min<std::size_t>(numbers.size(), 3));
      diagnostics_
          .warning("missing-form", {file_, word_.key.span},
                   fmt::format("'{}' has no form '{}', which '{}' needs for {}{}", key(), category, language_,
                               fmt::join(numbers, ", "), more))
          .hint(fmt::format("add '{}: …' next to 'other', which is used instead for now", category));
    }
  }

  void check_text(const Node& text) {
    const LineIndex lines(text.text);
    for (const Placeholder& one : placeholders(text.text)) {
      const std::string written = "{" + one.name + "}";
      if (filled_.contains(written)) continue;
      const Position at = text.position_in_file(lines.at(one.offset));
      const Span span{at, {at.line, at.column + static_cast<int>(written.size())}};
      if (is_own_) {
        diagnostics_
            .warning("unknown-name", {file_, span}, fmt::format("nothing replaces '{}': it is shown as it is", written))
            .hint(fmt::format("'{}' is the theme's own word; put the value in the template instead", key()));
        continue;
      }
      const std::vector<std::string> known(filled_.begin(), filled_.end());
      error("unknown-name", span, fmt::format("'{}' is not a placeholder of this word", written))
          .hint(did_you_mean(written, known))
          .hint(known.empty() ? fmt::format("'{}' has no placeholders", key())
                              : fmt::format("'{}' can contain: {}", key(), join(known, ", ")));
    }
  }

  const NodeEntry& word_;
  std::string_view language_;
  const Phrases& program_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  bool is_own_ = false;  // the theme's, not the program's
  bool is_counted_ = false;
  bool is_ordinal_ = false;
  std::set<std::string> filled_;    // "{count}"
  std::set<std::string> misspelt_;  // categories that are present but misspelt
};

}  // namespace

bool check_word(const NodeEntry& word, std::string_view language, const Phrases& program, const std::string& file,
                Diagnostics& diagnostics) {
  return WordCheck(word, language, program, file, diagnostics).check();
}

}  // namespace causerie
