// Unicode's rules for text, from the data of CLDR and the Unicode Standard (through ICU, in icu.cc). Text is UTF-8 in
// all parameters and results; `nfc`, `lower` and `latin_to_ascii` have a fast path for ASCII.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace causerie {

std::string nfc(std::string_view text);             // normalisation form C, of a text made stream-safe (UAX 15)
bool is_nfc_boundary(char32_t code_point);          // no text before it changes how it is normalised to NFC
std::string lower(std::string_view text);           // full lower case, root locale
std::string latin_to_ascii(std::string_view text);  // ø → o, ß → ss, Việt → Viet; keeps other scripts' marks; NFC
bool is_letter_or_digit(char32_t code_point);       // general categories L, M and N
bool is_mark(char32_t code_point);
bool is_invisible(char32_t code_point);  // Default_Ignorable_Code_Point: soft hyphens, joiners, variation selectors
std::string unicode_name(char32_t code_point);  // as in the standard: "NO-BREAK SPACE"; empty if it has none
int combining_class(char32_t code_point);       // 0 for starters; 9 for viramas, which join consonants of Indic scripts
bool are_connected(char32_t first, char32_t second);  // written next to each other, as in Arabic (Joining_Type)
bool is_wide(char32_t code_point);                    // takes two columns in a terminal (UAX 11: W and F)
bool is_space(char32_t code_point);                   // White_Space
bool is_punctuation(char32_t code_point);             // general categories P and S

// Returns the text in Stream-Safe Text Format (UAX 15): a U+034F after each 30 combining characters in a row, because
// reordering them takes quadratic time. Counts characters of a combining class other than 0 as they are written.
// Nullopt if there are no such rows, as in all texts that people write (stream_safe.cc).
std::optional<std::string> stream_safe(std::string_view text);

// A key whose byte order is the language's collation order. Texts that collate as equal are ordered by their bytes in
// NFC.
std::string collation_key(std::string_view text, std::string_view language);

// The text cut to at most `bytes` bytes, at a boundary between user-perceived characters (UAX 29).
std::string cut_at_character(std::string_view text, std::size_t bytes);

// A host name in the ASCII form that DNS uses for other scripts (UTS 46, nontransitional).
struct HostName {
  std::string ascii;       // lower case: xn--bcher-kva.example
  bool has_errors = true;  // it breaks a rule for such names
};

// nullopt if the name has no ASCII form. REQUIRES: `name` is valid UTF-8.
std::optional<HostName> ascii_host_name(std::string_view name);

}  // namespace causerie
