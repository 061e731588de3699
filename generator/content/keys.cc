#include "content/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstdlib>

#include "base/hidden_character.h"
#include "base/locale.h"
#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"
#include "content/date_hint.h"
#include "content/source_text.h"

namespace causerie {
namespace {

const std::vector<Node> no_items;

Value value_of(const Node& node, const std::string& file, Diagnostics& diagnostics) {
  switch (node.kind) {
    case NodeKind::null:
      return false;
    case NodeKind::scalar:
      if (node.is_plain && (node.text == "true" || node.text == "false")) return node.text == "true";
      return cleaned(node.text, {file, node.span}, diagnostics);
    case NodeKind::sequence: {
      List list;
      for (const Node& item : node.items) list.push_back(value_of(item, file, diagnostics));
      return list;
    }
    case NodeKind::map: {
      Record record;
      for (const NodeEntry& entry : node.entries) {
        record.set(nfc(entry.key.text), value_of(entry.value, file, diagnostics));
      }
      return record;
    }
  }
  return false;
}

// For `toc: true` where the words are others, and for words that are misspelled.
std::string choice_hint(std::string_view key, std::string_view text, std::span<const std::string_view> names) {
  struct Meaning {
    std::string_view text, word;
  };
  static constexpr Meaning meanings[] = {{"true", "on"},  {"true", "open"}, {"yes", "on"},
                                         {"yes", "open"}, {"on", "open"},   {"false", "off"},
                                         {"no", "off"},   {"none", "off"},  {"false", "closed"}};
  const std::string written = ascii_lower(trim(text));
  for (const Meaning& meaning : meanings) {
    if (written == meaning.text && std::ranges::find(names, meaning.word) != names.end())
      return fmt::format("write '{}: {}'", key, meaning.word);
  }
  return did_you_mean(written, names);
}

}  // namespace

std::string cleaned(std::string_view text, const SourceLocation& location, Diagnostics& diagnostics) {
  const CleanedText clean = replace_forbidden(text);
  if (clean.replaced == 0) return nfc(text);
  report_replaced(clean, location, diagnostics);
  return nfc(clean.text);
}

Keys::Keys(const Node& map, std::span<const Key> table, std::string file, Diagnostics& diagnostics)
    : map_(map), table_(table), file_(std::move(file)), diagnostics_(diagnostics) {
  if (map.kind != NodeKind::map && map.kind != NodeKind::null) {
    diagnostics_.error("wrong-kind", location(map.span), "expected a map of keys and values")
        .hint("write one 'key: value' on each line");
  }
}

const Key& Keys::known(std::string_view key) {
  asked_.push_back(key);
  const auto found = std::find_if(table_.begin(), table_.end(), [&](const Key& one) { return one.name == key; });
  if (found == table_.end()) std::abort();  // only keys in the table may be read
  return *found;
}

const Node* Keys::find(std::string_view key, KeyKind kind) {
  assert(known(key).shape.kind == kind && "a key is read as what the table says");
  (void)kind;
  return find(key);
}

const Node* Keys::find(std::string_view key) {
  known(key);
  const Node* node = map_.find(key);
  return node != nullptr && node->kind == NodeKind::null ? nullptr : node;
}

bool Keys::require(std::string_view key, std::string_view what, std::string_view hint) {
  assert(known(key).need != Need::optional && "a key that is required is so in the table");
  asked_.push_back(key);
  const Node* node = map_.find(key);
  // `title: null` is the text as written; only an empty value is missing.
  const bool is_text = node != nullptr && (node->kind == NodeKind::scalar || node->kind == NodeKind::null);
  if (node != nullptr && !(is_text && trim(node->text).empty())) return true;
  Span span = map_.span;
  for (const NodeEntry& entry : map_.entries) {
    if (entry.key.text == key) span = entry.key.span;  // the key is there, but has no value
  }
  if (map_.kind == NodeKind::map || map_.kind == NodeKind::null) {
    if (span == map_.span) span.end = span.begin;
    missing_.push_back({key, span, fmt::format("{} needs '{}'", what, key), std::string(hint)});
  }
  return false;
}

Diagnostic& Keys::wrong_kind(std::string_view key, const Node& node, std::string_view wanted) {
  return diagnostics_.error("wrong-kind", location(node.span), fmt::format("'{}' must be {}", key, wanted))
      .hint(hidden_character_hint(node.text));
}

std::optional<Placed> Keys::text(std::string_view key) {
  const Node* node = find(key, KeyKind::text);
  if (node == nullptr) {
    // A plain `title: null` or `title: ~` is the text as written; an empty value is no text.
    const Node* written = map_.find(key);
    if (written == nullptr || written->text.empty()) return std::nullopt;
    return Placed{written->text, written->span};
  }
  if (node->kind != NodeKind::scalar) {
    wrong_kind(key, *node, "text");
    return std::nullopt;
  }
  return Placed{cleaned(node->text, location(node->span), diagnostics_), node->span};
}

Node Keys::scalar(std::string_view key) {
  auto found = text(key);
  if (!found) return {};
  Node node = *map_.find(key);
  node.kind = NodeKind::scalar;
  node.text = std::move(found->text);
  return node;
}

std::string Keys::text_or(std::string_view key, std::string_view otherwise) {
  auto found = text(key);
  return found ? std::move(found->text) : std::string(otherwise);
}

std::optional<Placed> Keys::slug(std::string_view key) {
  auto written = text(key);
  if (!written) return std::nullopt;
  const std::string fault = slug_fault(written->text);
  if (fault.empty()) return written;
  written->text = slug_of(written->text);
  diagnostics_.error("bad-slug", location(written->span), "a slug " + fault)
      .hint(written->text.empty() ? "" : "for example: " + written->text);
  return written;
}

std::optional<bool> Keys::flag(std::string_view key) {
  const Node* node = find(key, KeyKind::flag);
  if (node == nullptr) return std::nullopt;
  if (node->kind == NodeKind::scalar && node->is_plain) {
    // YAML 1.2's core schema: three spellings each, and no yes, no, on or off.
    static constexpr std::string_view yes[] = {"true", "True", "TRUE"};
    static constexpr std::string_view no[] = {"false", "False", "FALSE"};
    if (std::find(std::begin(yes), std::end(yes), node->text) != std::end(yes)) return true;
    if (std::find(std::begin(no), std::end(no), node->text) != std::end(no)) return false;
  }
  wrong_kind(key, *node, "true or false");
  return std::nullopt;
}

std::optional<int> Keys::number(std::string_view key) {
  const Node* node = find(key, KeyKind::number);
  if (node == nullptr) return std::nullopt;
  int value = 0;
  const char* end = node->text.data() + node->text.size();
  const bool is_number = node->kind == NodeKind::scalar && is_digits(node->text) &&
                         std::from_chars(node->text.data(), end, value).ec == std::errc();
  const auto& [least, most] = std::pair(known(key).shape.least, known(key).shape.most);
  if (is_number && value >= least && value <= most) return value;
  wrong_kind(key, *node, fmt::format("a whole number from {} to {}", least, most));
  return std::nullopt;
}

std::vector<Placed> Keys::texts(std::string_view key) {
  std::vector<Placed> result;
  const Node* node = find(key, KeyKind::texts);
  if (node == nullptr) return result;
  if (node->kind == NodeKind::scalar) {
    result.push_back({cleaned(node->text, location(node->span), diagnostics_), node->span});
    return result;
  }
  for (const Node& item : node->items) {
    if (item.kind == NodeKind::scalar || (item.kind == NodeKind::null && !item.text.empty())) {
      result.push_back({cleaned(item.text, location(item.span), diagnostics_), item.span});
    } else {
      wrong_kind(key, item, "a list of texts");
    }
  }
  if (node->kind == NodeKind::map) wrong_kind(key, *node, "a list of texts");
  return result;
}

std::optional<Date> Keys::date(std::string_view key, const Zone& zone) {
  const Node* node = find(key, KeyKind::date);
  if (node == nullptr) return std::nullopt;
  if (node->kind == NodeKind::scalar) {
    if (const auto date = parse_date(node->text, zone)) return date;
  }
  diagnostics_.error("bad-date", location(node->span), fmt::format("'{}' is not a valid date", key))
      .hint(hidden_character_hint(node->text))
      .hint(date_hint(node->text, "write it as 2024-05-01 or 2024-05-01T09:30"));
  return std::nullopt;
}

std::optional<int> Keys::choice(std::string_view key, std::string_view hint) {
  const Node* node = find(key, KeyKind::choice);
  if (node == nullptr) return std::nullopt;
  const std::span<const std::string_view> names = known(key).shape.words;
  const auto found = node->kind == NodeKind::scalar ? std::find(names.begin(), names.end(), node->text) : names.end();
  if (found != names.end()) return static_cast<int>(found - names.begin());
  std::string wanted;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) wanted += i + 1 == names.size() ? " or " : ", ";
    wanted += names[i];
  }
  Diagnostic& diagnostic = wrong_kind(key, *node, wanted);
  if (!hint.empty()) {
    diagnostic.hint(std::string(hint));
  } else if (node->kind == NodeKind::scalar) {
    diagnostic.hint(choice_hint(key, node->text, names));
  }
  return std::nullopt;
}

Record Keys::params(std::string_view key) {
  const Node* node = map(key);
  if (node == nullptr) return {};
  return std::get<Record>(value_of(*node, file_, diagnostics_).state());
}

const std::vector<Node>& Keys::list(std::string_view key) {
  const Node* node = find(key, KeyKind::list);
  if (node == nullptr) return no_items;
  if (node->kind == NodeKind::sequence) return node->items;
  Diagnostic& diagnostic = wrong_kind(key, *node, "a list");
  if (node->kind == NodeKind::map && !node->entries.empty()) {
    const NodeEntry& first = node->entries[0];
    diagnostic.hint(
        fmt::format("begin each item with '- ', such as '- {}: {}', and indent its other lines by two more "
                    "spaces",
                    first.key.text, first.value.kind == NodeKind::scalar ? first.value.text : "…"));
  } else {
    diagnostic.hint("write each item on a line of its own that begins with '- '");
  }
  return no_items;
}

const Node* Keys::map(std::string_view key) {
  const Node* node = find(key);
  [[maybe_unused]] const KeyKind kind = known(key).shape.kind;
  assert((kind == KeyKind::map || kind == KeyKind::named || kind == KeyKind::params) && "a key is read as a map");
  if (node == nullptr || node->kind == NodeKind::map) return node;
  wrong_kind(key, *node, "a map of keys and values");
  return nullptr;
}

void Keys::finish(std::span<const ForeignKey> foreign) {
  std::vector<std::string_view> names;
  for (const Key& key : table_) {
    assert(std::find(asked_.begin(), asked_.end(), key.name) != asked_.end() && "a key of the table is read");
    names.push_back(key.name);
  }
  for (const NodeEntry& entry : map_.entries) {
    const std::string& key = entry.key.text;
    if (std::find(names.begin(), names.end(), key) != names.end()) continue;
    Diagnostic& diagnostic =
        diagnostics_.error("unknown-key", location(entry.key.span), fmt::format("unknown key '{}'", key));
    if (const std::string hint = hidden_character_hint(key); !hint.empty()) {
      diagnostic.hint(hint);
      const std::string visible = without_hidden_characters(key);
      std::erase_if(missing_, [&](const Missing& missing) { return missing.key == visible; });
      continue;
    }
    const auto known_elsewhere =
        std::find_if(foreign.begin(), foreign.end(), [&](const ForeignKey& f) { return ascii_iequals(f.key, key); });
    if (known_elsewhere != foreign.end()) {
      diagnostic.hint(std::string(known_elsewhere->hint));
      continue;
    }
    const std::string_view before = std::string_view(key).substr(0, key.find(':'));
    if (before.size() < key.size() && std::find(names.begin(), names.end(), before) != names.end()) {
      std::erase_if(missing_, [&](const Missing& missing) { return missing.key == before; });
      diagnostic.hint(fmt::format("put a space after the colon: '{}: {}'", before,
                                  std::string_view(key).substr(before.size() + 1)));
      continue;
    }
    const auto near = nearest(key, std::span<const std::string_view>(names));
    std::erase_if(missing_, [&](const Missing& missing) { return !near.empty() && near[0] == missing.key; });
    const std::string guess = did_you_mean(key, std::span<const std::string_view>(names));
    if (!guess.empty()) {
      diagnostic.hint(guess);
    } else {
      std::vector<std::string> sorted(names.begin(), names.end());
      std::sort(sorted.begin(), sorted.end());
      diagnostic.hint("valid keys here: " + join(sorted, ", "));
    }
  }
  for (Missing& missing : missing_) {
    diagnostics_.error("missing-key", location(missing.span), std::move(missing.message)).hint(std::move(missing.hint));
  }
  missing_.clear();
}

std::string read_language(Keys& keys) {
  const auto written = keys.text("language");
  if (!written) return {};
  if (is_language(written->text)) return written->text;
  std::string meant = written->text;  // locale names such as en_GB use `_`; language tags use `-`
  std::replace(meant.begin(), meant.end(), '_', '-');
  keys.diagnostics()
      .error("bad-language", keys.location(written->span), fmt::format("'{}' is not a language tag", written->text))
      .hint(is_language(meant) ? fmt::format("write it as {}", meant) : "write a tag such as en, fr or pt-BR");
  return {};
}

}  // namespace causerie
