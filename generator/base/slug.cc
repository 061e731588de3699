#include "base/slug.h"

#include <algorithm>
#include <array>

#include "base/hidden_character.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

constexpr std::size_t longest = 200;  // bytes; file systems allow 255, and an extension or suffix may follow

// True for device names, in any folder and with any extension. Windows counts the superscript digits too.
bool is_kept_by_windows(std::string_view name) {
  constexpr std::array<std::string_view, 4> devices = {"con", "prn", "aux", "nul"};
  constexpr std::array<std::string_view, 3> superscripts = {"¹", "²", "³"};
  name = name.substr(0, name.find('.'));
  if (std::find(devices.begin(), devices.end(), name) != devices.end()) return true;
  if (!name.starts_with("com") && !name.starts_with("lpt")) return false;
  const std::string_view port = name.substr(3);
  return (port.size() == 1 && port[0] >= '1' && port[0] <= '9') ||
         std::find(superscripts.begin(), superscripts.end(), port) != superscripts.end();
}

// Quotation marks, dashes and dots produce no letters. Many titles contain one, and initialising ICU's transliteration
// takes longer than building a small site.
bool is_ascii_but_for_typography(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    const bool is_typography = (c >= U'\u2010' && c <= U'\u2027') || c == U'«' || c == U'»';
    if (c > 127 && !is_typography) return false;
  }
  return true;
}

// True for a joiner at `offset` that is part of a syllable or word: after a virama, or (U+200C alone) between two
// letters that would be connected without it, as in Persian. The rules of RFC 5892, appendix A.
bool is_joiner_in_word(std::string_view text, char32_t before, std::size_t offset) {
  const char32_t joiner = next_code_point(text, offset);
  if (joiner != U'\u200C' && joiner != U'\u200D') return false;
  if (offset == text.size()) return false;
  const char32_t after = next_code_point(text, offset);
  if (!is_letter_or_digit(before) || !is_letter_or_digit(after)) return false;
  constexpr int virama = 9;
  return combining_class(before) == virama || (joiner == U'\u200C' && are_connected(before, after));
}

// Removes invisible characters that no word needs: soft hyphens, joiners, marks of direction.
std::string without_invisible(std::string_view text) {
  std::string result;
  char32_t before = ' ';
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    const bool is_dropped =
        c >= 0x80 && is_invisible(c) && !is_letter_or_digit(c) && !is_joiner_in_word(text, before, begin);
    if (is_dropped) continue;
    result += text.substr(begin, offset - begin);
    before = c;
  }
  return result;
}

std::string cut(std::string slug) {
  if (slug.size() <= longest) return slug;
  const std::size_t seam = slug.rfind('-', longest);
  return seam == std::string::npos ? cut_at_character(slug, longest) : slug.substr(0, seam);
}

}  // namespace

std::string slug_of(std::string_view text) {
  // Lower case comes after folding, which produces capitals ("№" becomes "No").
  const std::string folded =
      is_ascii_but_for_typography(text) ? lower(text) : nfc(lower(latin_to_ascii(without_invisible(text))));
  std::string slug;
  bool is_in_word = false;
  for (std::size_t offset = 0; offset < folded.size();) {
    const char32_t c = next_code_point(folded, offset);
    // A lone mark would be an invisible name: the second code point of many emoji is a mark.
    const bool is_joiner = c == U'\u200C' || c == U'\u200D';
    const bool belongs = is_joiner ? is_in_word : is_letter_or_digit(c) && (is_in_word || !is_mark(c));
    if (belongs) {
      if (!is_in_word && !slug.empty()) slug += '-';
      append_code_point(slug, c);
    }
    is_in_word = belongs;
  }
  slug = cut(std::move(slug));
  if (is_kept_by_windows(slug)) slug += "-1";
  return slug;
}

std::string slug_fault(std::string_view slug) {
  if (slug.empty()) return "must not be empty";
  if (slug.size() > longest) return "must not be longer than 200 bytes";
  if (nfc(slug) != slug) return "must use composed characters (Unicode NFC)";
  if (lower(slug) != slug) return "must be in lower case";
  bool has_word = false;
  char32_t before = ' ';
  for (std::size_t offset = 0; offset < slug.size();) {
    const bool is_joiner = is_joiner_in_word(slug, before, offset);
    const char32_t c = before = next_code_point(slug, offset);
    if (is_joiner) continue;
    if (c > 0x7F && !is_letter_or_digit(c)) {
      if (const auto hidden = hidden_character(slug)) return "must not contain " + hidden->name;
    }
    if (is_space(c)) return "must not contain a space";
    if (is_letter_or_digit(c)) {
      has_word = has_word || !is_mark(c);
    } else if (c != '-' && c != '_' && c != '.') {
      std::string character;
      append_code_point(character, c);
      return c < 0x20 || c == 0x7F ? "must not contain a control character" : "must not contain '" + character + "'";
    }
  }
  if (slug.front() == '.') return "must not begin with '.'";
  if (slug.back() == '.') return "must not end in '.'";
  if (!has_word) return "must contain a letter or a digit";
  if (is_kept_by_windows(slug)) return "must not be a name that Windows reserves for a device";
  return "";
}

}  // namespace causerie
