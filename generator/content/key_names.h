// Looks up keys in a map by any of several names, given as one string separated by spaces.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "formats/yaml/yaml.h"

namespace causerie {

// Calls `visit` for each name until it returns true. Returns whether it did.
template <class Visit>
bool any_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (visit(word)) return true;
  }
  return false;
}

// True if the key is one of the names, or the map that one of them is in (`author` for `author.name`).
inline bool lists_key(std::string_view names, std::string_view key) {
  return any_word(names, [&](std::string_view name) { return name.substr(0, name.find('.')) == key; });
}

// Returns the value of the first name that is present and for which `is_wanted` is true; null if there is none.
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
