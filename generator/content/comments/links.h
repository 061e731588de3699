// Who answers whom: the ids and parents of an essay's comments made to fit each other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/comments/comment.h"

namespace causerie {

// Afterwards ids differ, letter case ignored; `parent` is written as the comment answered writes its id, or is the same
// text for all who answer one that no file has; and no chain of parents is a circle.
void link_comments(std::vector<Comment>&, Diagnostics&);

// By what each sorts, in seconds since 1970: its date, or without one that of the comment before it in its file, or the
// beginning of time.
std::vector<std::int64_t> sorting_times(const std::vector<Comment>&);

// A warning in a stranger's file, an error in the writer's own.
Diagnostic& comment_fault(bool is_foreign, DiagnosticCode code, SourceLocation location, std::string message,
                          Diagnostics&);

}  // namespace causerie
