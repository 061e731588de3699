// The first of the two ways in which trouble travels: something a person wrote is wrong, or odd.
//
// Every step takes `Diagnostics&` as its last parameter and only ever adds to it. A parallel worker has its own, and
// they are merged in order. Nothing else carries news of wrong content; see result.h for machines that refuse.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic_codes.h"
#include "base/span.h"

namespace causerie {

enum class Severity { error, warning, note };

// The message names the trouble in lower case and without a full stop; each hint says what to do.
struct Diagnostic {
  Severity severity = Severity::error;
  DiagnosticCode code;
  SourceLocation location;
  std::string message;
  std::vector<std::string> hints;

  // Chains: diagnostics.error(...).hint(...).hint(...). An empty hint is left out.
  Diagnostic& hint(std::string text) {
    if (!text.empty()) hints.push_back(std::move(text));
    return *this;
  }
  auto operator<=>(const Diagnostic&) const = default;
};

class Diagnostics {
 public:
  // The reference is valid until the next addition.
  Diagnostic& error(DiagnosticCode code, SourceLocation location, std::string message);
  Diagnostic& warning(DiagnosticCode code, SourceLocation location, std::string message);
  Diagnostic& note(DiagnosticCode code, SourceLocation location, std::string message);

  void add(Diagnostic);
  void merge(Diagnostics&& later);

  bool has_errors() const;
  bool empty() const { return items_.empty(); }
  const std::vector<Diagnostic>& items() const { return items_; }

  // By place, then severity, then code; equal ones are kept once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> items_;
};

}  // namespace causerie
