#include "base/diagnostic_encoding.h"

#include "base/encoding.h"

namespace causerie {

void encode(BinaryWriter& writer, const std::vector<Diagnostic>& diagnostics) {
  writer.number(diagnostics.size());
  for (const Diagnostic& one : diagnostics) {
    writer.text(one.code.name());
    encode(writer, one.severity);
    encode(writer, one.location);
    encode(writer, one.message);
    encode(writer, one.hints);
  }
}

void decode(BinaryReader& reader, std::vector<Diagnostic>& diagnostics) {
  diagnostics.clear();
  for (std::size_t left = reader.count(); left > 0 && !reader.is_broken(); --left) {
    const auto code = DiagnosticCode::named(reader.text());
    if (!code) return reader.give_up();
    Diagnostic one{Severity::error, *code, {}, {}, {}};
    decode(reader, one.severity);
    decode(reader, one.location);
    decode(reader, one.message);
    decode(reader, one.hints);
    diagnostics.push_back(std::move(one));
  }
}

void encode(BinaryWriter& writer, const Diagnostics& diagnostics) { encode(writer, diagnostics.items()); }

void decode(BinaryReader& reader, Diagnostics& diagnostics) {
  std::vector<Diagnostic> items;
  decode(reader, items);
  diagnostics = {};
  for (Diagnostic& one : items) diagnostics.add(std::move(one));
}

}  // namespace causerie
