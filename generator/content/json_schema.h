// A table of keys as a JSON Schema (draft 7), for the editors that know YAML by one.
//
// It says no to what reading says no to in a file's structure: unknown and missing keys, wrong kinds, words and numbers
// out of their range. What a text says is not looked at: a language tag, an address, a date that does not exist.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace causerie {

struct SchemaKind {
  std::string_view name;  // as the command line calls it
  std::string (*schema)();
};

// site, series, essay, comment.
std::span<const SchemaKind> schema_kinds();

}  // namespace causerie
