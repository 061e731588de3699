// The state that the functions of the resolver share about the link being resolved.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/hidden_character.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"
#include "site/resolver.h"

namespace causerie {

struct Resolver::Question {
  bool has_words;
  const Origin& origin;
  const SourceLocation& location;
  Diagnostics& diagnostics;
  std::string_view written = {};   // the destination
  std::string_view fragment = {};  // as written, after the name of a part of a series

  Diagnostic& wrong(DiagnosticCode code, std::string message) {
    const std::string hint = hidden_character_hint(message);
    return diagnostics.error(code, location, std::move(message)).hint(hint);
  }
};

// If nothing similar exists, the hint explains how to write such a name.
inline std::string guess_or(std::string guess, std::string_view otherwise) {
  return guess.empty() ? std::string(otherwise) : guess;
}

// A name in a link as spelled in the folder: percent-decoded, NFC.
inline std::string readable(std::string_view text) { return nfc(percent_decode(text)); }

// Where the directive for the browser alone begins (https://wicg.github.io/scroll-to-text-fragment/): `:~:text=…`.
inline std::size_t directive_in(std::string_view fragment) { return std::min(fragment.find(":~:"), fragment.size()); }

// The fragment of a link with its id percent-decoded; a directive is kept as written.
inline std::string readable_fragment(std::string_view fragment) {
  const std::size_t end = directive_in(fragment);
  return readable(fragment.substr(0, end)) + std::string(fragment.substr(end));
}

// True if the fragment names a place on every page: its top, or what a directive finds.
inline bool is_on_every_page(std::string_view fragment) {
  const std::string id = readable(fragment.substr(0, directive_in(fragment)));
  return id.empty() || ascii_lower(id) == "top";
}

}  // namespace causerie
