#include "content/source_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

// Decodes only at suspect bytes: control characters, and EF, which begins the two noncharacters (EF BF BE and
// EF BF BF).
std::string without_forbidden_characters(std::string text, const std::string& path, Diagnostics& diagnostics) {
  const auto is_suspect = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\xEF'; };
  std::string result;
  std::size_t kept = 0;
  for (auto at = std::find_if(text.begin(), text.end(), is_suspect); at != text.end();
       at = std::find_if(at + 1, text.end(), is_suspect)) {
    const auto begin = static_cast<std::size_t>(at - text.begin());
    std::size_t end = begin;
    const char32_t c = next_code_point(text, end);
    if (!is_forbidden_in_xml(c)) continue;
    const Position position = position_at(text, begin);
    diagnostics
        .warning("replaced-character", {path, {position, {position.line, position.column + 1}}},
                 fmt::format("the character U+{:04X} is not allowed in a page and was replaced", unsigned{c}))
        .hint("delete it: it is invisible, and a page cannot contain it");
    result.append(text, kept, begin - kept).append("\uFFFD");
    kept = end;
  }
  return kept == 0 ? std::move(text) : result.append(text, kept);
}

}  // namespace

std::optional<std::string> text_from_bytes(std::string bytes, const std::string& path, Diagnostics& diagnostics) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  if (bytes.find('\r') != std::string::npos) {
    bytes = replace_all(bytes, "\r\n", "\n");
    std::replace(bytes.begin(), bytes.end(), '\r', '\n');
  }
  if (const auto at = first_invalid_byte(bytes)) {
    const Position position = position_at(bytes, *at);
    diagnostics
        .error("broken-utf8", {path, {position, position}},
               fmt::format("the byte 0x{:02X} is not valid UTF-8", static_cast<unsigned char>(bytes[*at])))
        .hint("save the file with the encoding UTF-8");
    return std::nullopt;
  }
  return nfc(without_forbidden_characters(std::move(bytes), path, diagnostics));
}

RecoveredText recover_text(std::string bytes, const std::string& path, Diagnostics& diagnostics) {
  if (auto text = text_from_bytes(bytes, path, diagnostics)) return {*std::move(text), true};
  std::replace_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; }, '?');
  Diagnostics reported_already;
  return {*text_from_bytes(std::move(bytes), path, reported_already), false};
}

Result<std::optional<std::string>> read_text(Files& files, const std::string& path, Diagnostics& diagnostics) {
  auto bytes = files.read(path);
  if (!bytes) return bytes.failure();
  return text_from_bytes(*std::move(bytes), path, diagnostics);
}

}  // namespace causerie
