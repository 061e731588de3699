// Turns the parsed comments of one essay into what is shown of them.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "content/comments/comment.h"
#include "content/comments/parsing.h"
#include "content/site_file.h"
#include "formats/markdown/markdown.h"

namespace causerie {

// As many texts as comments.
struct ReadComments {
  std::vector<Comment> comments;
  std::vector<std::string> html;  // masked
};

struct CommentReading {
  const Zone& zone;
  MarkdownOptions markdown;                        // for untrusted text
  std::vector<std::string> private_addresses;      // of the site's authors
  std::size_t most_bytes = default_comment_bytes;  // of a body that is shown
};

// Returns the comments of an essay in the same order, without the e-mail addresses of any of them. Ids are unique, and
// `parent` is spelled like the id of the comment it answers. Errors in foreign comments are warnings.
ReadComments read_comments(std::span<const std::shared_ptr<const RawComment>>, const CommentReading&, Diagnostics&);

}  // namespace causerie
