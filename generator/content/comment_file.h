// Comment files of one essay to comments.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "content/comment.h"
#include "formats/markdown.h"

namespace causerie {

struct CommentSource {
  std::string path;         // below the site's folder
  std::string text;         // ready for parsing (see source_text.h)
  bool is_foreign = false;  // it lies in one of `comments.folders`
};

struct CommentReading {
  const Zone& zone;
  MarkdownOptions markdown;                    // untrusted
  std::vector<std::string> private_addresses;  // of the site's people
};

// All comments of an essay, in the order of their files and of their places in them. Ids are unique, parents are named
// as the comment answered writes its id. A file is foreign if it lies in a foreign folder or one of its maps has a
// foreign key; what is wrong in a foreign file is a warning.
struct CommentsRead {
  std::vector<Comment> comments;
  bool is_whole = true;  // false: a file could not be read, so that a comment that is missing is no news
};
CommentsRead read_comments(const std::vector<CommentSource>&, const CommentReading&, Diagnostics&);

}  // namespace causerie
