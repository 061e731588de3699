// Keys of a map by any of several names, written as words with blanks between them.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "formats/yaml/yaml.h"

namespace causerie {

// Calls `visit` for each word until it returns true, which is then returned.
template <class Visit>
bool any_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (visit(word)) return true;
  }
  return false;
}

// Whether the key is one of the names, or the map in which one of them stands (`author` for `author.name`).
inline bool lists_key(std::string_view names, std::string_view key) {
  return any_word(names, [&](std::string_view name) { return name.substr(0, name.find('.')) == key; });
}

// The value under the first of the names that is there and that `is_wanted`; null where there is none.
template <class IsWanted>
const Node* first_value(const Node& map, std::string_view names, IsWanted is_wanted) {
  const Node* found = nullptr;
  any_word(names, [&](std::string_view name) {
    const Node* node = &map;
    for (const std::string_view key : split(name, '.')) {
      node = node == nullptr || node->kind != NodeKind::map ? nullptr : node->find(key);
    }
    if (node == nullptr || !is_wanted(*node)) return false;
    found = node;
    return true;
  });
  return found;
}

}  // namespace causerie
