// Finds phrases that name one part of a series by its position: "the next post", "the third part", "part 3".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "formats/markdown/plain_text.h"

namespace causerie {

enum class Ordinal { next, previous, last, numbered };

struct OrdinalPhrase {
  Ordinal which = Ordinal::numbered;
  int number = 0;
  bool is_in_digits = false;
  std::size_t first = 0;  // index of its first word in the paragraph, a preceding article included
  std::size_t last = 0;
  std::size_t core = 0;  // index of the first word after the article
};

// Returns the phrases that certainly mean a text. Those that may mean a part of something else ("the third part of the
// poem") are left out. Empty for a language that is not supported.
std::vector<OrdinalPhrase> ordinal_phrases(const std::vector<PlainWord>& paragraph, std::string_view language);

}  // namespace causerie
