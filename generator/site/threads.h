// Turns comments into a conversation: the replies to each, their order, and tombstones for hidden comments.
#pragma once

#include <vector>

#include "content/comments/comment.h"
#include "site/site.h"

namespace causerie {

// Threads and replies are sorted by date; a comment without a date sorts with the one before it in its file; ties are
// sorted by position. A comment that is removed, pending, spam or in no file is a tombstone if a shown reply needs it,
// and is left out otherwise. Every approved comment appears exactly once. Handles any depth: nothing here recurses.
Conversation make_conversation(const std::vector<Comment>&);

}  // namespace causerie
