#include "commands/shortened.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace causerie {
namespace {

// Notes with equal messages, which the text of a whole site can cause in hundreds of places, are shown once.
std::vector<ShownDiagnostic> with_equal_notes_joined(const std::vector<Diagnostic>& all) {
  std::vector<ShownDiagnostic> shown;
  std::map<std::pair<DiagnosticCode, std::string_view>, std::size_t> notes;  // index into `shown`
  for (const Diagnostic& one : all) {
    if (one.severity == Severity::note) {
      const auto [first, is_new] = notes.try_emplace({one.code, one.message}, shown.size());
      if (!is_new) {
        shown[first->second].alike.push_back(&one);
        continue;
      }
    }
    shown.push_back({&one, {}});
  }
  return shown;
}

using Message = std::tuple<Severity, DiagnosticCode, std::string_view>;

Message message_of(const Diagnostic& one) { return {one.severity, one.code, one.message}; }

}  // namespace

Shortened shortened(const std::vector<Diagnostic>& all) {
  Shortened result;
  std::vector<ShownDiagnostic> joined = with_equal_notes_joined(all);
  result.count = joined.size();
  if (joined.size() <= most_messages) {
    result.shown = std::move(joined);
    return result;
  }
  const auto is_error = [](const ShownDiagnostic& one) { return one.diagnostic->severity == Severity::error; };
  result.is_cut = joined.size() > most_messages + static_cast<std::size_t>(std::ranges::count_if(joined, is_error));
  std::map<Message, std::size_t> times;
  for (const ShownDiagnostic& one : joined) ++times[message_of(*one.diagnostic)];
  std::map<Message, std::size_t> kinds;  // index into result.kinds
  for (ShownDiagnostic& one : joined) {
    const Message message = message_of(*one.diagnostic);
    const bool is_one_message = times[message] > most_messages_of_kind;
    const Message kind =
        is_one_message ? message : Message(std::get<Severity>(message), std::get<DiagnosticCode>(message), "");
    const auto found = kinds.try_emplace(kind, result.kinds.size()).first;
    if (found->second == result.kinds.size()) result.kinds.push_back({one.diagnostic, 0, is_one_message});
    const bool is_one_more = ++result.kinds[found->second].count > most_messages_of_kind;
    if (!is_one_more || !result.is_cut || is_error(one)) result.shown.push_back(std::move(one));
  }
  std::ranges::stable_sort(result.kinds, std::greater(), &DiagnosticKind::count);
  return result;
}

}  // namespace causerie
