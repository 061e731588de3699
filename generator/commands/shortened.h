// Selects what a build shows of many diagnostics: equal notes once, with a count, and of hundreds of messages a few of
// each kind.
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
  std::vector<DiagnosticKind> kinds;   // the most frequent first; empty if every message is shown
  std::size_t count = 0;               // of the messages, where notes that are alike are one
};

inline constexpr std::size_t most_messages = 40;         // if there are more, only a few of each kind are shown
inline constexpr std::size_t most_messages_of_kind = 3;  // shown in that case

Shortened shortened(const std::vector<Diagnostic>&);

}  // namespace causerie
