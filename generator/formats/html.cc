#include "formats/html.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "base/byte_set.h"
#include "base/text.h"
#include "formats/html_references.h"

namespace causerie {
namespace {

// Returns the offset after the tag, comment or declaration at `begin`; `begin` itself if the `<` is an ordinary
// character.
std::size_t tag_end(std::string_view html, std::size_t begin) {
  const auto behind = [&](std::string_view sign) {
    const auto at = html.find(sign, begin);
    return at == std::string_view::npos ? html.size() : at + sign.size();
  };
  const std::string_view rest = html.substr(begin);
  if (rest.starts_with("<!--")) return behind("-->");
  if (rest.starts_with("<!") || rest.starts_with("<?")) return behind(">");
  const std::size_t name = rest.starts_with("</") ? 2 : 1;
  if (name >= rest.size() || std::isalpha(static_cast<unsigned char>(rest[name])) == 0) return begin;
  char quote = '\0';
  for (std::size_t i = begin + name; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return html.size();
}

constexpr std::string_view escaped = "&<>\"'";
constexpr ByteSet escaped_signs(escaped);

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

// Of all that may belong to a reference: `text` begins with its ampersand.
std::size_t reference_size(std::string_view text) {
  std::size_t size = text.starts_with("&#") ? 2 : 1;
  while (size < text.size() && std::isalnum(static_cast<unsigned char>(text[size])) != 0) ++size;
  return size < text.size() && text[size] == ';' ? size + 1 : size;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t done = 0;
  for (std::size_t i = escaped_signs.find_in(text); i < text.size(); i = escaped_signs.find_in(text, i + 1)) {
    result.append(text, done, i - done).append(escape_of(text[i]));
    done = i + 1;
  }
  return result.append(text, done);
}

std::string unescape_html(std::string_view text) {
  std::string result;
  for (;;) {
    const auto at = text.find('&');
    result += text.substr(0, at);
    if (at == std::string_view::npos) return result;
    text.remove_prefix(at);
    const std::string_view reference = text.substr(0, reference_size(text));
    const auto* const own =
        std::find_if(std::begin(escaped), std::end(escaped), [&](char c) { return escape_of(c) == reference; });
    if (own != std::end(escaped)) {  // nearly all are, and need no parser
      result += *own;
    } else {
      result += decode_reference(reference);
    }
    text.remove_prefix(reference.size());
  }
}

bool names_host(std::string_view address) {
  // Like browsers: surrounding white space is ignored, and a backslash counts as a slash.
  const std::string read = ascii_lower(replace_all(trim(address), "\\", "/"));
  return read.starts_with("//") || read.starts_with("http:") || read.starts_with("https:");
}

std::string text_of_html(std::string_view html) {
  std::string text;
  for (std::size_t i = 0; i < html.size();) {
    const auto tag = std::min(html.find('<', i), html.size());
    text += html.substr(i, tag - i);
    if (tag == html.size()) break;
    i = tag_end(html, tag);
    if (i == tag) {
      text += '<';
      ++i;
    }
  }
  return unescape_html(text);
}

}  // namespace causerie
