// A set of bytes to search a text for. Testing a byte is one table lookup, where find_first_of searches its list for
// every byte.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace causerie {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  // This set plus the bytes from `first` to `last`, inclusive.
  constexpr ByteSet with(unsigned char first, unsigned char last) const {
    ByteSet more = *this;
    for (std::size_t c = first; c <= last; ++c) more.has_[c] = true;
    return more;
  }
  constexpr ByteSet complement() const {
    ByteSet others = *this;
    for (bool& is_in : others.has_) is_in = !is_in;
    return others;
  }

  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
  // The offset of the first such byte at or after `from`; the text's size if there is none.
  constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !has(text[from])) ++from;
    return from;
  }
  constexpr bool occurs_in(std::string_view text) const { return find_in(text) < text.size(); }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace causerie
