// Reading a map of YAML: the keys that are read ARE the schema. Whoever reads asks for each key of a table, by its
// kind; `finish` then reports what is in no table, with the nearest key that is.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "content/key_shape.h"
#include "content/keys.h"
#include "formats/value.h"
#include "formats/yaml/yaml.h"

namespace causerie {

// A text with its place, where messages may have to point at it later.
struct Placed {
  std::string text;
  Span span;
  bool operator==(const Placed&) const = default;
};

// A key of another generator and our way to say the same.
struct ForeignKey {
  std::string_view key;
  std::string_view hint;
};

class Keys {
 public:
  // A node that is no map is an error and reads as empty.
  // REQUIRES: below, each key that is asked for is in `table`, of the kind that is asked for.
  Keys(const Node& map, std::span<const Key> table, std::string file, Diagnostics&);

  const Node* find(std::string_view key);  // asked for and not null
  // Whether the key says something; `what` names the map in messages: "site.yaml", "a comment". That it does not is
  // reported by `finish`, unless an unknown key is it, misspelt.
  bool require(std::string_view key, std::string_view what, std::string_view hint);

  std::optional<Placed> text(std::string_view key);  // one scalar, cleaned: NFC, no character that XML forbids
  Node scalar(std::string_view key);                 // the same with all that a place inside it needs; or null
  std::string text_or(std::string_view key, std::string_view otherwise);
  // A slug given by hand; of a faulty one, which is an error, what it may have meant, which may be empty.
  std::optional<Placed> slug(std::string_view key);
  std::optional<bool> flag(std::string_view key);  // true or false, as YAML 1.2's core schema writes them
  std::optional<int> number(std::string_view key);
  std::vector<Placed> texts(std::string_view key);  // a list of scalars, or one scalar
  std::optional<Date> date(std::string_view key, const Zone&);
  // The index of the value among the key's words; anything else is an error that lists them, with a hint if there is
  // one.
  std::optional<int> choice(std::string_view key, std::string_view hint = {});
  Record params(std::string_view key);                  // whatever stands there
  const std::vector<Node>& list(std::string_view key);  // the items of a sequence
  const Node* map(std::string_view key);                // a map

  // Reports missing and unknown keys, each once, the latter with our way to say what `foreign` knows, or with the
  // nearest known one. REQUIRES: everything in the table was asked for.
  void finish(std::span<const ForeignKey> foreign = {});

  SourceLocation location(const Span& span) const { return {file_, span}; }
  const Span& span() const { return map_.span; }
  Diagnostics& diagnostics() { return diagnostics_; }
  const std::string& file() const { return file_; }

 private:
  const Node* find(std::string_view key, KeyKind kind);
  const Key& known(std::string_view key);
  Diagnostic& wrong_kind(std::string_view key, const Node& node, std::string_view wanted);

  const Node& map_;
  std::span<const Key> table_;
  std::string file_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> asked_;

  struct Missing {
    std::string_view key;
    Span span;
    std::string message;
    std::string hint;
  };
  std::vector<Missing> missing_;
};

// The text in NFC, with U+FFFD for each character that XML 1.0 forbids; each such place is a warning.
std::string cleaned(std::string_view text, const SourceLocation& location, Diagnostics&);

// A language as a writer names it.

// The tag under the key `language`; what is none is an error. Empty where there is nothing to go by.
std::string read_language(Keys&);

}  // namespace causerie
