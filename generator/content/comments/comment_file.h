// What the comment files of one essay say, as comments.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "content/comments/comment.h"
#include "content/comments/parsing.h"
#include "formats/markdown/markdown.h"

namespace causerie {

struct CommentReading {
  const Zone& zone;
  MarkdownOptions markdown;                    // untrusted
  std::vector<std::string> private_addresses;  // of the site's people
};

// All comments of an essay, in the order of their files and of their places in them. Ids are unique, parents are named
// as the comment answered writes its id. What is wrong in a foreign file is a warning.
std::vector<Comment> read_comments(const std::vector<RawComment>&, const CommentReading&, Diagnostics&);

}  // namespace causerie
