#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

constexpr std::string_view strong_sign = "**";

std::size_t character_before(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

bool is_foreign_punctuation(char32_t c) { return c >= 0x80 && is_punctuation(c); }

}  // namespace

std::vector<ProseFault> find_literal_emphasis(const Events& events, PositionCursor& positions) {
  std::vector<ProseFault> faults;
  const std::string_view source = positions.lines().text();
  std::size_t searched = 0;
  for (const Event& event : events) {
    if (event.part != MarkdownPart::text) continue;
    const std::string_view text = event.text;
    for (auto at = text.find(strong_sign); at != std::string_view::npos;
         at = text.find(strong_sign, at + strong_sign.size())) {
      std::size_t end = at + strong_sign.size();
      if (at == 0 || end == text.size()) continue;
      const std::size_t begin = character_before(text, at);
      std::size_t offset = begin;
      const char32_t before = next_code_point(text, offset);
      const char32_t after = next_code_point(text, end);
      const bool would_end = is_foreign_punctuation(before) && is_letter_or_digit(after);
      const bool would_begin = is_letter_or_digit(before) && is_foreign_punctuation(after);
      if (!would_end && !would_begin) continue;
      const auto found = source.find(text.substr(begin, end - begin), searched);
      if (found == std::string_view::npos) continue;  // written with escapes, so intended
      searched = found + (at - begin) + strong_sign.size();
      faults.push_back({"literal-emphasis",
                        "this '**' is shown as text: it has punctuation on one side and a letter on the other",
                        "move the punctuation out of the '**', or put a space between '**' and the letter",
                        positions.at(found + (at - begin)), false});
    }
  }
  return faults;
}

}  // namespace causerie
