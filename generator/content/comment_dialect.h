// How a comment file spells its keys: ours, or one of those that comment services and themes write.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "formats/yaml.h"

namespace causerie {

enum class CommentField { id, parent, author, email, url, date, body };

// Whether one of the map's keys belongs to a foreign dialect and not to ours (`_id`, `name`, `message`, …).
bool has_foreign_key(const Node& map);

// Whether a foreign key is one that we read, or know to say nothing that is shown.
bool is_known_foreign_key(std::string_view key);

// The value under the first of a field's names that is there and says something, or null. A parent of "0" says nothing.
const Node* foreign_value(const Node& map, CommentField);

// The number of the top-level comment that a reply answers, counted from 1 through the files by name; 0 for none.
int replying_to_number(const Node& map);

// All names of a field in foreign files; for e-mail addresses every one counts.
std::span<const std::string_view> foreign_names(CommentField);

}  // namespace causerie
