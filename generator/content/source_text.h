// Prepares the writer's text files for parsing.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/files.h"

namespace causerie {

// Returns the text without a byte-order mark, with `\n` line ends, in NFC, and with U+FFFD for each character that XML
// forbids (a warning each). Nullopt if it is not valid UTF-8 (an error); a failure if the file cannot be read.
Result<std::optional<std::string>> read_text(Files&, const std::string& path, Diagnostics&);

// The same for bytes already read.
std::optional<std::string> text_from_bytes(std::string bytes, const std::string& path, Diagnostics&);

struct RecoveredText {
  std::string text;
  bool is_whole = true;  // false: each byte that is not ASCII was replaced with `?`
};

// The same, but also recovers what it can from a text that is not valid UTF-8 (still an error).
RecoveredText recover_text(std::string bytes, const std::string& path, Diagnostics&);

}  // namespace causerie
