// What yaml-cpp cannot carry through: an escaped half of a surrogate ("\ud83d", as JSON writes emoji) stops it, and
// NUL, U+0004 and a carriage return without a line feed vanish on the way, and a `?` inside a word ends the value in
// flow style ({title: Who?}). Before it reads a text each of their characters is replaced by a noncharacter of Unicode,
// one for one, so that columns stay; afterwards they are put back.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

class YamlPlaceholders {
 public:
  explicit YamlPlaceholders(std::string_view text);

  // What is to be parsed: the text itself where it needs no placeholders.
  std::string_view text() const { return is_used_ ? std::string_view(replaced_) : original_; }

  // A value as it was meant. `written` is the part of text() that it comes from; in double quotes halves of surrogates
  // are joined, and the offsets in `written` of the escapes of lone ones, which became U+FFFD, are added to `lone`.
  std::string restore(std::string_view value, std::string_view written, bool is_in_double_quotes,
                      std::vector<std::size_t>& lone) const;

 private:
  std::string_view original_;
  std::string replaced_;
  bool is_used_ = false;
  std::array<std::string, 6> placeholders_;
};

// A value in double quotes in which the escapes `\_` (no-break space) and `\N` (next line) are characters. yaml-cpp up
// to 0.9.0 makes one byte of each, A0 and 85, which is not UTF-8. Programs that write with js-yaml, such as Staticman,
// write every no-break space so. `written` is the part of the text that the value comes from.
std::string with_whole_escapes(std::string value, std::string_view written);

}  // namespace causerie
