#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

// Scripts without spaces between words: kana, Bopomofo, and Han in all planes. Hangul has spaces.
bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31BF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF66 && c <= 0xFF9D) || (c >= 0x20000 && c <= 0x323AF);
}

class WordCounter {
 public:
  void take(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const char32_t c = next_code_point(text, i);
      if (c < 0x80) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_letter && !in_word_) begin();
        if (c <= ' ') in_word_ = false;
      } else if (is_ideograph(c)) {
        ++ideographs_;
        in_word_ = false;
      } else if (is_space(c)) {
        in_word_ = false;
      } else if (!in_word_ && is_letter_or_digit(c)) {
        begin();
      }
    }
  }

  void end_word() { in_word_ = false; }
  int count() const { return words_ + (ideographs_ + 1) / 2; }

 private:
  void begin() {
    ++words_;
    in_word_ = true;
  }

  int words_ = 0;
  int ideographs_ = 0;
  bool in_word_ = false;
};

}  // namespace

int count_words(const Events& events) {
  WordCounter counter;
  for (const Event& event : events) {
    switch (event.part) {
      case MarkdownPart::text:
      case MarkdownPart::code:
        counter.take(event.text);
        break;
      case MarkdownPart::code_block:
        counter.take(event.text);
        counter.end_word();
        break;
      case MarkdownPart::emphasis:
      case MarkdownPart::strong:
      case MarkdownPart::strike:
      case MarkdownPart::link:
      case MarkdownPart::call:
      case MarkdownPart::html:
        break;  // may be inside a word
      default:
        counter.end_word();
    }
  }
  return counter.count();
}

}  // namespace causerie
