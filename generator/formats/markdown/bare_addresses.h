// Bare web addresses in text, by the rules of GitHub Flavored Markdown 0.29, section 6.9 (extended autolinks), for
// `http://`, `https://` and `www.`.
//
// Three rules are wider than that section. An address may also follow a quotation mark, other non-ASCII punctuation, or
// a Chinese or Japanese character, because their text has no spaces between words; it ends before punctuation of those
// scripts; and a square bracket at its end is treated like a parenthesis.
#pragma once

#include <optional>
#include <string_view>

namespace causerie {

struct BareAddress {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Finds the addresses of a text one after another, in linear time.
class BareAddresses {
 public:
  explicit BareAddresses(std::string_view text) : text_(text) {}
  std::optional<BareAddress> next();

 private:
  std::size_t next_beginning();

  std::string_view text_;
  std::size_t done_ = 0;
  std::size_t scheme_ = 0;  // offset of the next `://`, of `www.`; npos if there is none
  std::size_t www_ = 0;
  bool is_searched_ = false;
};

}  // namespace causerie
