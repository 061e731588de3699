// Reads the comment files of one essay.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "content/comments/comment.h"
#include "content/comments/parsing.h"
#include "formats/markdown/markdown.h"

namespace causerie {

// As many texts as comments.
struct ReadComments {
  std::vector<Comment> comments;
  std::vector<std::string> html;  // masked
};

struct CommentReading {
  const Zone& zone;
  MarkdownOptions markdown;                    // for untrusted text
  std::vector<std::string> private_addresses;  // of the site's authors
};

// Returns all comments of an essay, in the order of their files and of their positions in them. Ids are unique, and
// `parent` is spelled like the id of the comment it answers. Errors in a foreign file are warnings.
ReadComments read_comments(const std::vector<RawComment>&, const CommentReading&, Diagnostics&);

}  // namespace causerie
