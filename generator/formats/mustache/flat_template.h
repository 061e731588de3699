// A layout with its partials inlined, so that rendering a page parses nothing. Each tag keeps its source location.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "formats/mustache/tags.h"

namespace causerie {

// A tag of the flattened template: a variable, a section or the end of one.
struct FlatTag {
  TagKind kind = TagKind::variable;
  std::string name;
  SourceLocation location;  // in the file that contains it
  bool operator==(const FlatTag&) const = default;
};

struct FlatTemplate {
  std::string code;                   // for `Template` only: see placeholders.h
  std::vector<FlatTag> tags;          // sections are balanced
  std::vector<std::string> partials;  // names of the inlined ones, each once, in order of first use
  bool is_sound = true;               // if false, it may be inspected but not rendered: a partial is missing
};

// Returns the partial with that name, or null. It must outlive the call of flatten().
using FindTemplate = std::function<const TemplateFile*(std::string_view name)>;

inline constexpr int partial_depth_limit = 100;
inline constexpr std::size_t flat_size_limit = 1'000'000;  // bytes; nested partials can grow without bound

// Drops comments. A partial alone on its line indents its content, as the mustache specification requires. Errors: a
// partial that does not exist (with the closest of `names` as a hint), a partial that includes itself, an exceeded
// limit. nullopt if the layout's own file is broken (already reported) or a limit is exceeded.
std::optional<FlatTemplate> flatten(const TemplateFile& layout, const FindTemplate& find,
                                    const std::vector<std::string>& names, Diagnostics&);

}  // namespace causerie
