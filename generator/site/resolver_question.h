// The state that the functions of the resolver share about the link being resolved.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/paths.h"
#include "base/unicode.h"
#include "site/resolver.h"

namespace causerie {

struct Resolver::Question {
  bool has_words;
  const Origin& origin;
  const SourceLocation& location;
  Diagnostics& diagnostics;
  std::string fragment = {};  // after the name of a part of a series

  Diagnostic& wrong(DiagnosticCode code, std::string message) {
    return diagnostics.error(code, location, std::move(message));
  }
};

// If nothing similar exists, the hint explains how to write such a name.
inline std::string guess_or(std::string guess, std::string_view otherwise) {
  return guess.empty() ? std::string(otherwise) : guess;
}

// A name in a link as spelled in the folder: percent-decoded, NFC.
inline std::string readable(std::string_view text) { return nfc(percent_decode(text)); }

}  // namespace causerie
