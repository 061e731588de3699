// Errors are reported in two ways. This is the first: something that a person wrote is wrong or suspicious.
//
// Every step takes `Diagnostics&` as its last parameter and only adds to it. Each parallel worker has its own, and they
// are merged in order. Wrong content is reported in no other way; for operations that the machine refuses see result.h.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic_codes.h"
#include "base/span.h"

namespace causerie {

enum class Severity { error, warning, note };

// The message states the problem in lower case and without a full stop; each hint suggests what to do.
struct Diagnostic {
  Severity severity = Severity::error;
  DiagnosticCode code;
  SourceLocation location;
  std::string message;
  std::vector<std::string> hints;

  // Can be chained: diagnostics.error(...).hint(...).hint(...). An empty hint is ignored.
  Diagnostic& hint(std::string text) {
    if (!text.empty()) hints.push_back(std::move(text));
    return *this;
  }
  auto operator<=>(const Diagnostic&) const = default;
};

class Diagnostics {
 public:
  // The returned reference is valid until the next diagnostic is added.
  Diagnostic& error(DiagnosticCode code, SourceLocation location, std::string message);
  Diagnostic& warning(DiagnosticCode code, SourceLocation location, std::string message);
  Diagnostic& note(DiagnosticCode code, SourceLocation location, std::string message);

  void add(Diagnostic);
  void merge(Diagnostics&& later);
  void remove_notes(std::span<const DiagnosticCode>);

  bool has_errors() const;
  bool empty() const { return items_.empty(); }
  const std::vector<Diagnostic>& items() const { return items_; }

  // By location, severity, code and message, without duplicates.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> items_;
};

}  // namespace causerie
