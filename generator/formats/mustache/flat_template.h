// A layout with its partials inlined, so that a page costs no parsing; every tag still knows where its author wrote it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "formats/mustache/tags.h"

namespace causerie {

// A tag of the flattened template: variables, sections and their ends.
struct FlatTag {
  TagKind kind = TagKind::variable;
  std::string name;
  SourceLocation location;  // in the file that holds it
  bool operator==(const FlatTag&) const = default;
};

struct FlatTemplate {
  std::string code;                   // for `Template` alone: see mustache_marks.h
  std::vector<FlatTag> tags;          // sections are balanced
  std::vector<std::string> partials;  // the names of those inlined, each once, in order of first use
  bool is_sound = true;               // else it may be looked at, but not rendered: a partial is not in it
};

// A partial by its name, or null. What it points to must outlive the call.
using FindTemplate = std::function<const TemplateFile*(std::string_view name)>;

inline constexpr int partial_depth_limit = 100;
inline constexpr std::size_t flat_size_limit = 1'000'000;  // bytes; partials in partials can grow without bound

// Comments are dropped. A partial alone on its line indents what it brings, as the mustache specification says. A
// partial that does not exist (with the nearest of `names` as a hint), that includes itself, or a passed limit is an
// error. Nothing where the layout's own file is broken (reported already) or a limit was passed.
std::optional<FlatTemplate> flatten(const TemplateFile& layout, const FindTemplate& find,
                                    const std::vector<std::string>& names, Diagnostics&);

}  // namespace causerie
