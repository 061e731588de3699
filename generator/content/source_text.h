// A text file of the writer's, made ready for parsing.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/files.h"

namespace causerie {

// The text without a byte-order mark, line ends as `\n`, in NFC, and U+FFFD for what XML forbids (a warning each).
// Nothing where it is not valid UTF-8 (an error); a failure where the machine refuses.
Result<std::optional<std::string>> read_text(Files&, const std::string& path, Diagnostics&);

// The same from bytes at hand.
std::optional<std::string> text_from_bytes(std::string bytes, const std::string& path, Diagnostics&);

struct RecoveredText {
  std::string text;
  bool is_whole = true;  // false: `?` stands for each byte that is no ASCII
};

// The same, but of what is not valid UTF-8 the rest is recovered.
RecoveredText recover_text(std::string bytes, const std::string& path, Diagnostics&);

}  // namespace causerie
