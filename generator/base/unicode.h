// Unicode's own rules for text, as data files of CLDR and the Unicode standard state them (through ICU).
// All functions take and return UTF-8; text that is ASCII takes a short way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace causerie {

std::string nfc(std::string_view text);             // normalization form C (UAX 15)
std::string lower(std::string_view text);           // full lower case, root locale
std::string latin_to_ascii(std::string_view text);  // ø o, ß ss, Việt Viet; marks of other scripts stay; NFC
bool is_letter_or_digit(char32_t code_point);       // general categories L, M and N
bool is_mark(char32_t code_point);
bool is_invisible(char32_t code_point);    // Default_Ignorable_Code_Point: soft hyphens, joiners, variation selectors
bool is_wide(char32_t code_point);         // takes two columns of a terminal (UAX 11: W and F)
bool is_space(char32_t code_point);        // White_Space
bool is_punctuation(char32_t code_point);  // general categories P and S

// A key whose byte order is the language's collation order, ties included.
std::string collation_key(std::string_view text, std::string_view language);

// The text cut to at most `bytes`, at a boundary of user-perceived characters (UAX 29).
std::string cut_at_character(std::string_view text, std::size_t bytes);

// Names of hosts in other scripts than Latin, as the name system writes them (UTS 46, nontransitional).

struct HostName {
  std::string ascii;       // lower case: xn--bcher-kva.example
  bool has_errors = true;  // it breaks some rule for such names
};

// Nothing where the name cannot be written so at all. Valid UTF-8 is REQUIRED. Defined in icu.cc.
std::optional<HostName> ascii_host_name(std::string_view name);

}  // namespace causerie
