// Prepares the writer's text files for parsing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/files.h"

namespace causerie {

// Returns the text without a byte-order mark, with `\n` line ends, in NFC, and with U+FFFD for each character that no
// page can contain (one warning). Nullopt if it is not valid UTF-8 (an error); a failure if the file cannot be read.
Result<std::optional<std::string>> read_text(Files&, const std::string& path, Diagnostics&);

// The same for bytes already read.
std::optional<std::string> text_from_bytes(std::string bytes, const std::string& path, Diagnostics&);

// A text with U+FFFD for each character that no page can contain.
struct CleanedText {
  std::string text;  // empty if there is none to replace
  std::size_t replaced = 0;
  char32_t first = 0;  // and its offset in the text as it was
  std::size_t first_offset = 0;
};
CleanedText replace_forbidden(std::string_view text);
// Adds one warning for all of them. REQUIRES: some were replaced.
void report_replaced(const CleanedText&, SourceLocation, Diagnostics&);

struct RecoveredText {
  std::string text;
  bool is_whole = true;  // false: each byte that is not ASCII was replaced with `?`
};

// The same, but also recovers what it can from a text that is not valid UTF-8 (still an error).
RecoveredText recover_text(std::string bytes, const std::string& path, Diagnostics&);

}  // namespace causerie
