// Selects what a build shows of many diagnostics: every error, equal notes once, with a count, and of hundreds of
// warnings and notes a few of each kind.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace causerie {

// Pointers are into the diagnostics that were passed to `shortened`.
struct ShownDiagnostic {
  const Diagnostic* diagnostic;
  std::vector<const Diagnostic*> alike;  // notes with the same code and message, which are not shown themselves
};

// Messages with the same severity and code. A message that occurs many times is a kind of its own.
struct DiagnosticKind {
  const Diagnostic* first;
  std::size_t count = 0;
  bool is_one_message = true;  // all have the same message
};

struct Shortened {
  std::vector<ShownDiagnostic> shown;  // in the order of the input
  std::vector<DiagnosticKind> kinds;   // the most frequent first; empty if there are few messages
  std::size_t count = 0;               // of the messages, where notes that are alike are one
  bool is_cut = false;                 // warnings and notes are missing
};

inline constexpr std::size_t most_messages = 40;         // if there are more, they are counted by kind
inline constexpr std::size_t most_messages_of_kind = 3;  // shown of warnings and notes if there are more of them

Shortened shortened(const std::vector<Diagnostic>&);

}  // namespace causerie
