// The keys that YAML files may have, and their values, as constant data. The parser reads keys by these tables, reports
// a key in none of them as unknown, and the schemas for editors are generated from them.
#pragma once

#include <span>
#include <string_view>

#include "base/constant_table.h"

namespace causerie {

enum class KeyKind {
  text,    // one scalar, whatever type YAML gives it: `title: 2024` is the text as written
  flag,    // true or false
  number,  // a whole number from `least` to `most`
  date,    // a day, or a day and a time
  choice,  // one of `words`
  texts,   // one text or a list of them
  list,    // of maps with `keys`; also of texts if `takes_texts`
  map,     // with `keys`
  named,   // a map with names chosen by the writer, each with a map with `keys`
  params,  // a map with any contents
};

struct Key;

struct KeyShape {
  KeyKind kind = KeyKind::text;
  ConstantTable<Key> keys = {};
  bool takes_texts = false;
  std::span<const std::string_view> words = {};
  int least = 0;
  int most = 0;
};

enum class Need {
  optional,
  required,
  sometimes,  // depends on the file; the code that reads it decides
};

struct Key {
  std::string_view name;
  KeyShape shape;
  std::string_view says;  // one line for writers, shown by editors
  Need need = Need::optional;
};

}  // namespace causerie
