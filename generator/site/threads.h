// Comments to a conversation: who answers whom, in what order, and what is left of those that are gone.
#pragma once

#include <vector>

#include "content/comments/comment.h"
#include "site/site.h"

namespace causerie {

// Threads and replies by date; a comment without a date sorts with the one before it in its file; ties by place. A
// comment that is removed, pending, spam or in no file stands as a tombstone where a shown reply needs it, and nowhere
// else. Every approved comment stands exactly once. Depth is no matter: nothing here recurses.
Conversation make_conversation(const std::vector<Comment>&);

}  // namespace causerie
