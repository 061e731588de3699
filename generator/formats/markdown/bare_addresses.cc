#include "formats/markdown/bare_addresses.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view scheme_end = "://";
constexpr std::string_view www = "www.";
constexpr char32_t first_unspaced = 0x2E80;  // from here on: Chinese and Japanese, which have no spaces between words

std::size_t character_before(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

bool may_follow(char32_t before) {
  if (before < 0x80)
    return std::isspace(static_cast<int>(before)) != 0 || std::u32string_view(U"*_~(\"'").find(before) != none;
  return before >= first_unspaced || is_space(before) || is_punctuation(before);
}

bool ends_address(char32_t c) {
  if (c < 0x80) return c <= ' ' || c == '<' || c == 0x7F;
  return is_space(c) || (c >= first_unspaced && is_punctuation(c));
}

bool is_host_character(char32_t c) {
  if (c < 0x80) return std::isalnum(static_cast<int>(c)) != 0 || c == '-' || c == '_' || c == '.';
  return is_letter_or_digit(c);
}

// Two segments or more, none of them empty, and no underscore in the last two.
bool is_host(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  const auto segments = split(host, '.');
  if (segments.size() < 2) return false;
  const bool has_empty = std::any_of(segments.begin(), segments.end(), [](auto one) { return one.empty(); });
  const bool has_underscore =
      std::any_of(segments.end() - 2, segments.end(), [](auto one) { return one.find('_') != none; });
  return !has_empty && !has_underscore;
}

// Returns the end of an address less what belongs to the sentence: punctuation, a parenthesis or bracket that it does
// not open, a character reference.
std::size_t without_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view whole = text.substr(begin, end - begin);
  const auto count = [&](char c) { return std::count(whole.begin(), whole.end(), c); };
  auto unopened = count(')') - count('(');
  auto unopened_square = count(']') - count('[');
  while (end > begin) {
    const std::size_t at = character_before(text, end);
    std::size_t after = at;
    const char32_t last = next_code_point(text, after);
    if (last >= 0x80 ? is_punctuation(last) : std::u32string_view(U"?!.,:*_~'\"").find(last) != none) {
      end = at;
    } else if (last == ')' && unopened > 0) {
      --unopened;
      end = at;
    } else if (last == ']' && unopened_square > 0) {
      --unopened_square;
      end = at;
    } else if (last == ';') {
      std::size_t name = at;
      while (name > begin && std::isalnum(static_cast<unsigned char>(text[name - 1])) != 0) --name;
      end = name > begin && name < at && text[name - 1] == '&' ? name - 1 : at;
    } else {
      break;
    }
  }
  return end;
}

// Returns the offset of the scheme's first letter before `://`; `none` if that is not http or https.
std::size_t scheme_before(std::string_view text, std::size_t at) {
  for (const std::string_view scheme : {"http", "https"}) {
    if (at < scheme.size() || !ascii_iequals(text.substr(at - scheme.size(), scheme.size()), scheme)) continue;
    return at - scheme.size();
  }
  return none;
}

}  // namespace

std::size_t BareAddresses::next_beginning() {
  if (!is_searched_ || scheme_ < done_) scheme_ = text_.find(scheme_end, done_);
  if (!is_searched_ || www_ < done_) www_ = text_.find(www, done_);
  is_searched_ = true;
  return std::min(scheme_, www_);
}

std::optional<BareAddress> BareAddresses::next() {
  for (std::size_t found = next_beginning(); found != none; found = next_beginning()) {
    const bool is_www = found == www_;
    const std::size_t begin = is_www ? found : scheme_before(text_, found);
    const std::size_t host = is_www ? found : found + scheme_end.size();
    const std::size_t earlier = done_;
    done_ = host + (is_www ? 1 : 0);
    if (begin == none || begin < earlier) continue;
    if (begin > 0) {
      std::size_t before = character_before(text_, begin);
      if (!may_follow(next_code_point(text_, before))) continue;
    }
    std::size_t host_end = host;
    for (std::size_t at = host; at < text_.size() && is_host_character(next_code_point(text_, at));) host_end = at;
    if (!is_host(text_.substr(host, host_end - host))) continue;
    std::size_t end = host_end;
    for (std::size_t at = end; at < text_.size() && !ends_address(next_code_point(text_, at));) end = at;
    done_ = end;
    end = without_punctuation(text_, begin, end);
    if (end > host && is_host(text_.substr(host, std::min(host_end, end) - host))) return BareAddress{begin, end};
  }
  return std::nullopt;
}

}  // namespace causerie
