#include "base/diagnostic_bytes.h"

namespace causerie {

void write(BinaryWriter& writer, const Diagnostic& one) {
  const auto& [begin, end] = one.location.span;
  writer.number32(static_cast<std::size_t>(one.severity));
  writer.text(one.code.name());
  writer.text(one.location.file);
  for (const int number : {begin.line, begin.column, end.line, end.column}) {
    writer.number32(static_cast<std::size_t>(number));
  }
  writer.text(one.message);
  writer.number32(one.hints.size());
  for (const std::string& hint : one.hints) writer.text(hint);
}

std::optional<Diagnostic> read_diagnostic(BinaryReader& reader) {
  const auto severity = static_cast<Severity>(reader.number32() % 3);
  const auto code = DiagnosticCode::named(reader.text());
  if (!code) return std::nullopt;
  Diagnostic one{severity, *code, {std::string(reader.text()), {}}, {}, {}};
  const auto number = [&] { return static_cast<int>(reader.number32()); };
  one.location.span.begin.line = number();
  one.location.span.begin.column = number();
  one.location.span.end.line = number();
  one.location.span.end.column = number();
  one.message = reader.text();
  one.hints.resize(reader.count(4));
  for (std::string& hint : one.hints) hint = reader.text();
  return one;
}

}  // namespace causerie
