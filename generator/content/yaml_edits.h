// Changes to YAML that people wrote, as edits: comments, order and spelling of everything else stay.
//
// `text` is the normalised text of the whole file (content/source_text.h). Each function reads its own result before it
// returns it. Nullopt if the text cannot be parsed, or if no edit was found that changes this and nothing else: for
// instance, where an alias repeats the map.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/span.h"
#include "content/edit.h"
#include "formats/yaml/writer.h"

namespace causerie {

// Sets a key in the front matter of an essay, which is added if there is none: replaces the value, or inserts a line
// below the last key.
std::optional<Edit> set_front_matter_key(std::string_view text, const YamlField&);

// The same for a map in a YAML file; `map` is where it begins (`Node::span`).
std::optional<Edit> set_key(std::string_view text, Position map, const YamlField&);

// Appends a map to a list in a YAML file; `list` is where the list begins. In a file without any value, `list` is
// ignored and the file becomes a list. There is a blank line above the new item if there is one above the last.
std::optional<Edit> append_item(std::string_view text, Position list, std::span<const YamlField>);

}  // namespace causerie
