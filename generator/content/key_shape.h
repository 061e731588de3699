// What may stand under a key of a YAML file, as constant data. The readers ask for keys by these tables, what is in
// none of them is an unknown key, and the schemas for editors are printed from them.
#pragma once

#include <span>
#include <string_view>

#include "base/constant_table.h"

namespace causerie {

enum class KeyKind {
  text,    // one scalar, whatever YAML takes it for: `title: 2024` is the text as written
  flag,    // true or false
  number,  // a whole number from `least` to `most`
  date,    // a day, or a day and a time
  choice,  // one of `words`
  texts,   // one text or a list of them
  list,    // of maps with `keys`, of texts where it `takes_texts`
  map,     // with `keys`
  named,   // a map with names that the writer makes up, and under each a map with `keys`
  params,  // a map of whatever one likes
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
  sometimes,  // the reader says when
};

struct Key {
  std::string_view name;
  KeyShape shape;
  std::string_view says;  // one line for writers, shown by editors
  Need need = Need::optional;
};

}  // namespace causerie
