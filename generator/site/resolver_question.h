// What the parts of the resolver hand to each other about the one link that they resolve.
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
  std::string fragment = {};  // behind a part of a series

  Diagnostic& wrong(DiagnosticCode code, std::string message) {
    return diagnostics.error(code, location, std::move(message));
  }
};

// Where nothing is near enough to be meant, a hint still says how such a thing is named.
inline std::string guess_or(std::string guess, std::string_view otherwise) {
  return guess.empty() ? std::string(otherwise) : guess;
}

// A name in a link as the folder has it: its percent escapes decoded, composed.
inline std::string readable(std::string_view text) { return nfc(percent_decode(text)); }

}  // namespace causerie
