#include "content/address_mask.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/byte_set.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"
#include "content/comments/file_names.h"
#include "formats/html.h"

namespace causerie {
namespace {

// A text with its escapes decoded, and where each of its bytes comes from in the text as written.
struct Decoded {
  std::string text;
  std::vector<std::size_t> begins;  // one per byte
  std::vector<std::size_t> ends;

  void add(std::string_view bytes, std::size_t begin, std::size_t end) {
    for (const char c : bytes) {
      text += c;
      begins.push_back(begin);
      ends.push_back(end);
    }
  }
};

constexpr ByteSet escapes_or_at("@%&\\");  // a hidden address contains at least one of these

// Returns the length of the escape at `at` and sets `meaning` to what it decodes to; returns 0 if there is no escape.
std::size_t escape_at(std::string_view text, std::size_t at, std::string& meaning) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with('%') && rest.size() >= 3) {
    meaning = percent_decode(rest.substr(0, 3));
    return meaning.size() == 1 ? 3 : 0;
  }
  if (rest.starts_with('&')) {
    const auto end = rest.substr(0, 40).find(';');
    if (end == std::string_view::npos) return 0;
    meaning = unescape_html(rest.substr(0, end + 1));
    return meaning == rest.substr(0, end + 1) ? 0 : end + 1;
  }
  // YAML's escapes of one byte, as they appear in a source line that is shown.
  for (const std::string_view begin : {"\\x", "\\u00", "\\U000000"}) {
    if (!rest.starts_with(begin) || rest.size() < begin.size() + 2) continue;
    const std::string escape = "%" + std::string(rest.substr(begin.size(), 2));
    meaning = percent_decode(escape);
    if (meaning.size() == 1 && static_cast<unsigned char>(meaning[0]) < 0x80) return begin.size() + 2;
  }
  if (rest.starts_with('\\') && rest.size() >= 2 && static_cast<unsigned char>(rest[1]) < 0x80 &&
      !std::isalnum(static_cast<unsigned char>(rest[1])) && rest[1] != '\n') {
    meaning = rest.substr(1, 1);
    return 2;
  }
  return 0;
}

Decoded decode_once(const Decoded& written) {
  Decoded decoded;
  std::string meaning;
  for (std::size_t at = 0; at < written.text.size();) {
    const std::size_t length = escape_at(written.text, at, meaning);
    if (length == 0) {
      decoded.add(std::string_view(written.text).substr(at, 1), written.begins[at], written.ends[at]);
      ++at;
    } else {
      decoded.add(meaning, written.begins[at], written.ends[at + length - 1]);
      at += length;
    }
  }
  return decoded;
}

// Escapes may be nested; four rounds cover what a browser or a mail program would decode.
Decoded decode(Decoded decoded) {
  for (int round = 0; round < 4; ++round) {
    Decoded next = decode_once(decoded);
    if (next.text == decoded.text) break;
    decoded = std::move(next);
  }
  return decoded;
}

Decoded decode(std::string_view text) {
  Decoded written;
  for (std::size_t i = 0; i < text.size(); ++i) written.add(text.substr(i, 1), i, i + 1);
  return decode(std::move(written));
}

// Lowercases one code point at a time, so that each byte keeps its origin. Drops invisible characters.
Decoded lowered(const Decoded& decoded) {
  if (is_ascii(decoded.text)) {
    Decoded result = decoded;
    result.text = ascii_lower(decoded.text);
    return result;
  }
  Decoded result;
  for (std::size_t at = 0; at < decoded.text.size();) {
    const std::size_t begin = at;
    if (is_invisible(next_code_point(decoded.text, at))) continue;
    const std::string_view letter = std::string_view(decoded.text).substr(begin, at - begin);
    result.add(first_invalid_byte(letter) ? std::string(letter) : lower(letter), decoded.begins[begin],
               decoded.ends[at - 1]);
  }
  return result;
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

struct Range {
  std::size_t begin;
  std::size_t end;
};

// `keeps_tags`: the text is HTML, and the tags inside a range are kept.
std::string with_ranges_masked(std::string_view text, std::vector<Range> ranges, bool keeps_tags = false) {
  std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.begin < b.begin; });
  std::string result;
  std::size_t kept = 0;
  for (const Range range : ranges) {
    if (range.begin >= kept) result.append(text.substr(kept, range.begin - kept)).append(masked_address);
    for (auto tag = text.find('<', std::max(kept, range.begin)); keeps_tags && tag < range.end;
         tag = text.find('<', tag + 1)) {
      result.append(text.substr(tag, text.find('>', tag) + 1 - tag));
    }
    kept = std::max(kept, range.end);
  }
  return result.append(text.substr(kept));
}

constexpr std::string_view inline_tags[] = {"em", "strong", "code", "a", "b", "i", "u", "s", "del", "sub", "sup"};

// Returns the visible text of HTML made from untrusted text. Inline tags do not split words; any other tag counts as a
// line break.
Decoded visible(std::string_view html) {
  Decoded decoded;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      decoded.add(html.substr(at, 1), at, at + 1);
      ++at;
      continue;
    }
    const std::size_t end = std::min(html.find('>', at), html.size() - 1) + 1;
    const std::size_t name = html.substr(at).starts_with("</") ? at + 2 : at + 1;
    const std::string_view tag = html.substr(name, html.find_first_of(" >", name) - name);
    if (std::ranges::find(inline_tags, tag) == std::end(inline_tags)) decoded.add("\n", at, end);
    at = end;
  }
  return decoded;
}

void add_hashes(const Decoded& decoded, std::size_t begin, std::size_t end, std::vector<Range>& ranges) {
  for (std::size_t i = begin; i < end;) {
    std::size_t length = 0;
    while (i + length < end && is_hex(decoded.text[i + length])) ++length;
    if (length == 32 || length == 40 || length == 64)
      ranges.push_back({decoded.begins[i], decoded.ends[i + length - 1]});
    i += length + 1;
  }
}

// Hashes in the URL of an avatar: …avatar/HASH, …avatar?id=HASH.
void add_avatar_hashes(const Decoded& decoded, std::vector<Range>& ranges) {
  std::size_t end = 0;
  for (std::size_t at = decoded.text.find("avatar"); at != std::string::npos; at = decoded.text.find("avatar", end)) {
    end = std::min(decoded.text.find_first_of(" \n<>\"')", at), decoded.text.size());
    add_hashes(decoded, at, end, ranges);
  }
}

// Hashes in the value of a key whose name contains `mail` or `avatar`, up to the end of the line.
void add_keyed_hashes(const Decoded& decoded, std::vector<Range>& ranges) {
  const std::string text = ascii_lower(decoded.text);
  for (const std::string_view word : {"mail", "avatar"}) {
    for (std::size_t at = text.find(word), end = 0; at != std::string::npos; at = text.find(word, end)) {
      end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-", at);
      end = std::min(text.find_first_not_of("\\\"' \t", end), text.size());
      if (end == text.size() || (text[end] != ':' && text[end] != '=')) continue;
      const std::size_t value = end;
      end = std::min(text.find('\n', value), text.size());
      add_hashes(decoded, value, end, ranges);
    }
  }
}

std::vector<Range> found_in(const Decoded& decoded, const std::vector<std::string>& addresses) {
  std::vector<Range> ranges;
  for (const std::string& address : addresses) {
    for (std::size_t at = decoded.text.find(address); at != std::string::npos;
         at = decoded.text.find(address, at + address.size())) {
      ranges.push_back({decoded.begins[at], decoded.ends[at + address.size() - 1]});
    }
  }
  return ranges;
}

}  // namespace

AddressMask::AddressMask(const std::vector<std::string>& addresses) {
  for (const std::string& address : addresses) {
    // Very short values would mask ordinary words; no address has fewer than 3 bytes.
    const std::string value = lower(nfc(trim(address)));
    if (value.size() >= 3) addresses_.push_back(value);
  }
  std::sort(addresses_.begin(), addresses_.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  addresses_.erase(std::unique(addresses_.begin(), addresses_.end()), addresses_.end());
  has_plain_value_ = std::any_of(addresses_.begin(), addresses_.end(),
                                 [](const std::string& address) { return address.find('@') == std::string::npos; });
}

bool AddressMask::may_occur_in(std::string_view text) const {
  return has_plain_value_ || (!addresses_.empty() && escapes_or_at.occurs_in(text));
}

std::string AddressMask::text(std::string_view text) const {
  const bool has_avatar = ascii_lower(text).find("avatar") != std::string::npos;
  if (!may_occur_in(text) && !has_avatar) return std::string(text);
  const Decoded decoded = lowered(decode(text));
  std::vector<Range> ranges = found_in(decoded, addresses_);
  if (has_avatar) add_avatar_hashes(decoded, ranges);
  return ranges.empty() ? std::string(text) : with_ranges_masked(text, std::move(ranges));
}

std::string AddressMask::html(std::string_view html) const {
  if (!may_occur_in(html)) return std::string(html);
  const bool has_marks = std::ranges::any_of(inline_tags, [&](std::string_view tag) {
    return html.find(fmt::format("</{}>", tag)) != std::string_view::npos;
  });
  if (!has_marks) return std::string(html);
  std::vector<Range> ranges = found_in(lowered(decode(visible(html))), addresses_);
  return ranges.empty() ? std::string(html) : with_ranges_masked(html, std::move(ranges), true);
}

namespace {

// Extensions that are no top-level domains: `logo@2x.png` is a picture.
constexpr std::string_view file_extensions[] = {"png", "jpg",  "jpeg", "gif", "webp", "avif", "svg", "ico",
                                                "pdf", "html", "css",  "js",  "mp3",  "mp4",  "webm"};

bool names_a_file(std::string_view host) {
  const std::string extension = ascii_lower(host.substr(host.rfind('.') + 1));
  return std::ranges::find(file_extensions, extension) != std::end(file_extensions);
}

// Returns the ranges that look like an e-mail address.
std::vector<Range> address_shapes(const Decoded& decoded, bool allows_files = false) {
  std::vector<Range> ranges;
  const auto is_part = [&](char c) {
    return std::string_view(" \t\n<>()[],;:/\"'@").find(c) == std::string_view::npos;
  };
  for (std::size_t at = decoded.text.find('@'); at != std::string::npos; at = decoded.text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_part(decoded.text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < decoded.text.size() && is_part(decoded.text[end])) ++end;
    const std::string_view host = std::string_view(decoded.text).substr(at + 1, end - at - 1);
    if (begin == at || host.find('.') == std::string_view::npos) continue;
    if (allows_files && names_a_file(host)) continue;
    ranges.push_back({decoded.begins[begin], decoded.ends[end - 1]});
  }
  return ranges;
}

}  // namespace

std::string AddressMask::name(std::string_view text) const {
  std::string masked = this->text(text);
  if (!escapes_or_at.occurs_in(masked)) return masked;
  std::vector<Range> ranges = address_shapes(decode(masked));
  return ranges.empty() ? masked : with_ranges_masked(masked, std::move(ranges));
}

std::string without_addresses(std::string_view text, HashMasking hashes) {
  const Decoded decoded = decode(text);
  std::vector<Range> ranges = address_shapes(decoded, true);
  if (hashes == HashMasking::everywhere) {
    add_hashes(decoded, 0, decoded.text.size(), ranges);
  } else {
    add_keyed_hashes(decoded, ranges);
    add_avatar_hashes(decoded, ranges);
  }
  std::vector<bool> is_masked(text.size(), false);
  for (const Range& range : ranges)
    std::fill(is_masked.begin() + static_cast<std::ptrdiff_t>(range.begin),
              is_masked.begin() + static_cast<std::ptrdiff_t>(range.end), true);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    if (is_masked[begin]) {
      result += "•";
    } else {
      result.append(text.substr(begin, at - begin));
    }
  }
  return result;
}

bool may_hold_comments(std::string_view path) {
  const std::string lower = ascii_lower(path);
  if (lower.find(".comment") != std::string::npos) return true;
  const std::string_view name = name_of(lower);
  return is_comment_extension(extension_of(name)) && name != "site.yaml" && name != "series.yaml";
}

std::string path_without_addresses(std::string_view path) {
  return may_hold_comments(path) ? without_addresses(path) : std::string(path);
}

}  // namespace causerie
