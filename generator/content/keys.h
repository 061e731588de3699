// Reads a map of YAML by a table of keys, which is the schema. The caller reads each key of the table by its kind;
// `finish` then reports keys that are not in the table, with the nearest one that is.
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

// A text with its source span, for messages that point at it later.
struct Placed {
  std::string text;
  Span span;
  bool operator==(const Placed&) const = default;
};

// A key of another generator, and Causerie's way to do the same.
struct ForeignKey {
  std::string_view key;
  std::string_view hint;
};

class Keys {
 public:
  // A node that is not a map is an error and is read as empty.
  // REQUIRES: each key passed to the functions below is in `table` and has the kind that is read.
  Keys(const Node& map, std::span<const Key> table, std::string file, Diagnostics&);

  const Node* find(std::string_view key);  // null if missing or without a value
  // True if the key has a value. If not, `finish` reports it as missing, unless an unknown key is probably a
  // misspelling of it. `what` names the map in messages: "site.yaml", "a comment".
  bool require(std::string_view key, std::string_view what, std::string_view hint);

  std::optional<Placed> text(std::string_view key);  // one scalar, cleaned: NFC, without characters that XML forbids
  Node scalar(std::string_view key);                 // the same with its source positions; null if missing
  std::string text_or(std::string_view key, std::string_view otherwise);
  // A slug as written. An invalid one is an error, and a corrected one is returned, which may be empty.
  std::optional<Placed> slug(std::string_view key);
  std::optional<bool> flag(std::string_view key);  // true or false, as in YAML 1.2's core schema
  std::optional<int> number(std::string_view key);
  std::vector<Placed> texts(std::string_view key);  // a list of scalars, or one scalar
  std::optional<Date> date(std::string_view key, const Zone&);
  // Returns the index of the value among the key's words. Anything else is an error that lists them, with `hint` if not
  // empty.
  std::optional<int> choice(std::string_view key, std::string_view hint = {});
  Record params(std::string_view key);                  // a map with any contents
  const std::vector<Node>& list(std::string_view key);  // the items of a sequence
  const Node* map(std::string_view key);                // a map

  // Reports missing and unknown keys, each once. An unknown key gets the hint from `foreign`, or the nearest known key.
  // REQUIRES: every key in the table was read.
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

// Returns the text in NFC, with U+FFFD for each character that XML 1.0 forbids; each is a warning.
std::string cleaned(std::string_view text, const SourceLocation& location, Diagnostics&);

// Returns the value of the key `language`, or empty if it is missing or invalid; an invalid tag is an error.
std::string read_language(Keys&);

}  // namespace causerie
