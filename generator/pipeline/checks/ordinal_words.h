// How a language names one part of a series by its place: "the next post", "the third part", "part 3".
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
  std::size_t first = 0;  // the words of the paragraph that it takes, an article before it included
  std::size_t last = 0;
  std::size_t core = 0;  // the first word behind the article
};

// Those that surely mean a text: what may as well be a part of something else ("the third part of the poem") is left
// out, and so is all in a language that is not known here.
std::vector<OrdinalPhrase> ordinal_phrases(const std::vector<PlainWord>& paragraph, std::string_view language);

}  // namespace causerie
