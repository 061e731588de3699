// Makes the ids of an essay's comments unique and resolves their parents.
#pragma once

#include <cstdint>
#include <vector>

#include "base/diagnostics.h"
#include "content/comments/comment.h"

namespace causerie {

// Afterwards, ids are unique, ignoring letter case; `parent` is spelled like the id of the comment it answers, or, if
// no file contains that comment, is spelled the same in all its replies; and chains of parents have no cycles.
void link_comments(std::vector<Comment>&, Diagnostics&);

// Returns the sort key of each comment, in seconds since 1970: its date, else the date of the nearest comment before it
// in its file that has one, else the smallest number.
std::vector<std::int64_t> sorting_times(const std::vector<Comment>&);

// Returns a warning for a foreign comment, an error for the writer's own.
Severity severity_of_mistakes_in(const Comment&);

}  // namespace causerie
