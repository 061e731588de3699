// Tables of keys as JSON Schema (draft 7), for editors that check YAML with it.
//
// A schema rejects the same structural errors as the parser: unknown and missing keys, wrong kinds, and words and
// numbers out of range. It does not check what a text contains: a language tag, an address, a date that does not exist.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace causerie {

struct SchemaKind {
  std::string_view name;  // its name on the command line
  std::string (*schema)();
};

// Returns the four kinds: site, series, essay, comment.
std::span<const SchemaKind> schema_kinds();

}  // namespace causerie
