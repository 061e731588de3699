#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <vector>

#include "base/text.h"
#include "theme/layouts.h"

namespace causerie {
namespace {

// What is wrong with the number of braces around a name, and what to write instead; empty if nothing.
struct Misuse {
  std::string message;
  std::string hint;
};

Misuse misuse(const FlatTag& tag, const NameMeaning& meaning) {
  if (meaning.is_free) return {};
  const std::string& name = tag.name;
  const bool is_raw = tag.kind == TagKind::unescaped;
  switch (meaning.kind) {
    case ShapeKind::text:
      if (!is_raw) return {};
      return {fmt::format("'{}' is text, which three braces would not escape", name),
              fmt::format("write '{{{{{}}}}}'", name)};
    case ShapeKind::html:
    case ShapeKind::forest:
      if (is_raw) return {};
      return {fmt::format("'{}' is HTML, which two braces would escape", name),
              fmt::format("write '{{{{{{{}}}}}}}'", name)};
    case ShapeKind::flag:
      return {fmt::format("'{}' is a flag: it has nothing to show", name),
              fmt::format("write '{{{{#{0}}}}}…{{{{/{0}}}}}' around what is shown when it is set", name)};
    case ShapeKind::list:
      return {fmt::format("'{}' is a list", name),
              fmt::format("write '{{{{#{0}}}}}…{{{{/{0}}}}}' around what is shown for each of its items", name)};
    default:
      return {fmt::format("'{}' is a record", name),
              fmt::format("name one of its fields, or enter it with '{{{{#{0}}}}}…{{{{/{0}}}}}'", name)};
  }
}

constexpr std::size_t listed_names = 24;

std::string list_of(std::string_view prefix, const std::vector<std::string>& names) {
  std::string result;
  for (std::size_t i = 0; i < names.size() && i < listed_names; ++i) {
    result += fmt::format("{}{}{}", i == 0 ? "" : ", ", prefix, names[i]);
  }
  if (names.size() > listed_names) result += fmt::format(" and {} more", names.size() - listed_names);
  return result;
}

std::string unknown_message(std::string_view prefix, std::string_view word) {
  if (prefix.empty()) return fmt::format("there is no '{}' here", word);
  return fmt::format("'{}' has no '{}'", prefix.substr(0, prefix.size() - 1), word);
}

class Checker {
 public:
  Checker(std::string_view layout, const Shape& shape, const Vocabulary& vocabulary, std::set<SourceLocation>& reported,
          Diagnostics& diagnostics)
      : layout_(layout),
        vocabulary_(vocabulary),
        meanings_(shape, vocabulary),
        reported_(reported),
        diagnostics_(diagnostics) {}

  void check(const FlatTag& tag) {
    if (tag.kind == TagKind::end) return meanings_.leave();
    const std::optional<NameMeaning> meaning = meanings_.find(tag.name);
    if (!meaning) report_unknown(tag);
    warn_of_misspelt_param(tag);
    switch (tag.kind) {
      case TagKind::section:
        return meanings_.enter(meaning);
      case TagKind::inverted:
        return meanings_.enter_inverted();
      default:
        break;
    }
    if (!meaning) return;
    const Misuse found = misuse(tag, *meaning);
    if (!found.message.empty() && reported_.insert(tag.location).second) {
      diagnostics_.error("wrong-use", tag.location, found.message).hint(found.hint);
    }
  }

 private:
  // A param that is not set may be intended, unless its name is close to one that is set.
  void warn_of_misspelt_param(const FlatTag& tag) {
    constexpr std::string_view prefix = "params.";
    if (!tag.name.starts_with(prefix) || vocabulary_.params == nullptr) return;
    const std::string_view behind = std::string_view(tag.name).substr(prefix.size());
    const std::string_view word = behind.substr(0, behind.find('.'));
    if (vocabulary_.params->find(word) != nullptr) return;
    std::vector<std::string> names;
    for (const auto& [name, value] : vocabulary_.params->fields()) names.push_back(name);
    const std::string hint = did_you_mean(word, names);
    const SourceLocation once_a_file{fmt::format("{}\n{}", tag.location.file, word), {}};
    if (hint.empty() || !reported_.insert(once_a_file).second) return;
    diagnostics_.warning("unknown-name", tag.location, fmt::format("no param '{}' is set", word))
        .hint(hint)
        .hint("if it is optional, set it to 'false' in theme.yaml");
  }

  void report_unknown(const FlatTag& tag) {
    if (!reported_.insert(tag.location).second) return;
    const std::string_view name = tag.name;
    const Meanings::Choices choices = meanings_.choices(name == "." ? "" : name);
    if (name == ".") {
      diagnostics_.error("unknown-name", tag.location, "'.' works only inside a list of plain texts")
          .hint(one_may_name(choices));
      return;
    }
    const std::string_view behind = name.substr(choices.prefix.size());
    const std::string_view word = behind.substr(0, behind.find('.'));
    Diagnostic& error = diagnostics_.error("unknown-name", tag.location, unknown_message(choices.prefix, word));
    if (choices.names.empty() && !choices.prefix.empty()) {
      const std::string_view whole = std::string_view(choices.prefix).substr(0, choices.prefix.size() - 1);
      error.hint(fmt::format("'{}' has no fields: use it alone", whole));
      return;
    }
    if (choices.prefix == "words." && meanings_.is_counted_word(word)) {
      error.hint(fmt::format(
          "'{}' needs a number, so templates cannot use it: each page has the finished text in a field", word));
      return;
    }
    std::vector<std::string> candidates = nearest(word, choices.names);
    for (std::string& candidate : candidates) candidate.insert(0, choices.prefix);
    if (choices.prefix.empty() && word == name) {
      const std::vector<std::string> dotted = meanings_.dotted(name);
      candidates.insert(candidates.end(), dotted.begin(), dotted.end());
    }
    if (!candidates.empty()) error.hint(fmt::format("did you mean '{}'?", fmt::join(candidates, "' or '")));
    if (choices.prefix.empty() && word != name && meanings_.is_in_record(word)) {
      error.hint(fmt::format("a dotted name starts at the page's own record; enter '{0}' with '{{{{#{0}}}}}'", word));
    }
    if (candidates.empty() || choices.names.size() <= listed_names) error.hint(one_may_name(choices));
  }

  std::string one_may_name(const Meanings::Choices& choices) const {
    if (choices.names.empty()) return "";
    return fmt::format("names that you can use here in '{}': {}", layout_, list_of(choices.prefix, choices.names));
  }

  std::string_view layout_;
  const Vocabulary& vocabulary_;
  Meanings meanings_;
  std::set<SourceLocation>& reported_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_layout(std::string_view layout, const FlatTemplate& flat, const Shape& shape, const Vocabulary& vocabulary,
                  std::set<SourceLocation>& reported, Diagnostics& diagnostics) {
  Checker checker(layout, shape, vocabulary, reported, diagnostics);
  for (const FlatTag& tag : flat.tags) checker.check(tag);
}

}  // namespace causerie
