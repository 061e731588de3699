// Placeholders for what yaml-cpp cannot handle: an escaped surrogate ("\ud83d", as JSON writes emoji) stops it; NUL,
// U+0004 and a carriage return without a line feed are lost; and a `?` inside a word ends the value in flow style
// ({title: Who?}). Before parsing, each of these characters is replaced by a Unicode noncharacter, one for one so that
// columns stay the same; afterwards the originals are restored.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

class YamlPlaceholders {
 public:
  explicit YamlPlaceholders(std::string_view text);

  // The text to parse: the original if it needs no placeholders. A view of the constructor's argument or of this
  // object.
  std::string_view text() const { return is_used_ ? std::string_view(replaced_) : original_; }

  // Returns a value with its placeholders restored. `written` is the part of text() that the value comes from. In
  // double quotes, surrogate pairs are joined; lone surrogates become U+FFFD, and the offsets of their escapes in
  // `written` are added to `lone`.
  std::string restore(std::string_view value, std::string_view written, bool is_in_double_quotes,
                      std::vector<std::size_t>& lone) const;

 private:
  std::string_view original_;
  std::string replaced_;
  bool is_used_ = false;
  std::array<std::string, 6> placeholders_;
};

// Repairs the escapes `\_` (no-break space) and `\N` (next line) in a value in double quotes. yaml-cpp up to 0.9.0
// turns each into one byte, A0 or 85, which is not UTF-8. Programs that use js-yaml, such as Staticman, write every
// no-break space this way. `written` is the part of the text that the value comes from.
std::string with_whole_escapes(std::string value, std::string_view written);

}  // namespace causerie
