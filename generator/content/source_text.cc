#include "content/source_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/byte_set.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

// Reports the first such character of a text, and how many there are.
std::string without_forbidden_characters(std::string text, const std::string& path, Diagnostics& diagnostics) {
  CleanedText cleaned = replace_forbidden(text);
  if (cleaned.replaced == 0) return text;
  const Position position = position_at(text, cleaned.first_offset);
  report_replaced(cleaned, {path, {position, {position.line, position.column + 1}}}, diagnostics);
  return std::move(cleaned.text);
}

}  // namespace

// Decodes only at suspect bytes: control characters, and bytes that begin noncharacters.
CleanedText replace_forbidden(std::string_view text) {
  static constexpr ByteSet suspects = ByteSet("\xEF\xF0\xF1\xF2\xF3\xF4").with(0, 8).with(11, 12).with(14, 31);
  CleanedText cleaned;
  std::size_t kept = 0;
  for (std::size_t offset = suspects.find_in(text); offset < text.size(); offset = suspects.find_in(text, offset)) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (!is_forbidden_in_pages(c)) continue;
    if (cleaned.replaced++ == 0) {
      cleaned.first = c;
      cleaned.first_offset = begin;
    }
    cleaned.text.append(text.substr(kept, begin - kept)).append("\uFFFD");
    kept = offset;
  }
  if (kept > 0) cleaned.text.append(text.substr(kept));
  return cleaned;
}

void report_replaced(const CleanedText& cleaned, SourceLocation location, Diagnostics& diagnostics) {
  const std::string others = cleaned.replaced == 1 ? ""
                             : cleaned.replaced == 2
                                 ? ", and so was another one after it"
                                 : fmt::format(", and so were {} others after it", cleaned.replaced - 1);
  diagnostics
      .warning("replaced-character", std::move(location),
               fmt::format("the character U+{:04X} is not allowed in a page and was replaced{}",
                           static_cast<unsigned>(cleaned.first), others))
      .hint("delete it: it is invisible, and a page cannot contain it");
}

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
