#include "base/diagnostics.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace causerie {
namespace {

Diagnostic& append(std::vector<Diagnostic>& items, Severity severity, DiagnosticCode code, SourceLocation location,
                   std::string message) {
  return items.emplace_back(Diagnostic{severity, code, std::move(location), std::move(message), {}});
}

}  // namespace

Diagnostic& Diagnostics::error(DiagnosticCode code, SourceLocation location, std::string message) {
  return append(items_, Severity::error, code, std::move(location), std::move(message));
}

Diagnostic& Diagnostics::warning(DiagnosticCode code, SourceLocation location, std::string message) {
  return append(items_, Severity::warning, code, std::move(location), std::move(message));
}

Diagnostic& Diagnostics::note(DiagnosticCode code, SourceLocation location, std::string message) {
  return append(items_, Severity::note, code, std::move(location), std::move(message));
}

void Diagnostics::add(Diagnostic one) { items_.push_back(std::move(one)); }

void Diagnostics::merge(Diagnostics&& later) {
  std::move(later.items_.begin(), later.items_.end(), std::back_inserter(items_));
  later.items_.clear();
}

void Diagnostics::remove_notes(std::span<const DiagnosticCode> codes) {
  if (codes.empty()) return;
  std::erase_if(items_, [&](const Diagnostic& one) {
    return one.severity == Severity::note && std::ranges::find(codes, one.code) != codes.end();
  });
}

bool Diagnostics::has_errors() const {
  return std::any_of(items_.begin(), items_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result = items_;
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.location, a.severity, a.code, a.message) < std::tie(b.location, b.severity, b.code, b.message);
  });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace causerie
