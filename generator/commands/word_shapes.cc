#include "commands/word_shapes.h"

#include <algorithm>

#include "base/text.h"

namespace causerie {

std::vector<WordShape> word_shapes(std::string_view words) {
  std::vector<WordShape> shapes;
  for (std::string_view word : split(words, ' ')) {
    if (word.starts_with('[') && word.ends_with(']')) word = word.substr(1, word.size() - 2);
    if (word.empty()) continue;
    WordShape& shape = shapes.emplace_back(WordShape{word, {}});
    const bool is_own_word = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_own_word) shape.choices = split(word, '|');
  }
  return shapes;
}

}  // namespace causerie
