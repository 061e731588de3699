#include "formats/json.h"

#include <fmt/format.h>

#include "base/byte_set.h"

namespace causerie {

std::string json_quote(std::string_view text) {
  static constexpr ByteSet escaped = ByteSet("\"\\<").with(0, 0x1F);
  std::string result = "\"";
  std::size_t done = 0;
  for (std::size_t i = escaped.find_in(text); i < text.size(); i = escaped.find_in(text, done)) {
    const char c = text[i];
    result.append(text, done, i - done);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else {
      result += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    }
    done = i + 1;
  }
  return result.append(text, done) + '"';
}

std::string indent_json(std::string_view compact) {
  std::string result;
  std::size_t depth = 0;
  bool is_quoted = false;
  const auto begin_line = [&] { result.append("\n").append(2 * depth, ' '); };
  for (std::size_t i = 0; i < compact.size(); ++i) {
    const char c = compact[i];
    const char next = i + 1 < compact.size() ? compact[i + 1] : '\0';
    if (is_quoted) {
      result += c;
      if (c == '\\') result += compact[++i];
      if (c == '"') is_quoted = false;
    } else if ((c == '{' || c == '[') && next != '}' && next != ']') {
      result += c;
      ++depth;
      begin_line();
    } else if ((c == '}' || c == ']') && compact[i - 1] != '{' && compact[i - 1] != '[') {
      --depth;
      begin_line();
      result += c;
    } else {
      result += c;
      if (c == ',') begin_line();
      if (c == ':') result += ' ';
      if (c == '"') is_quoted = true;
    }
  }
  return result + '\n';
}

}  // namespace causerie
