// Parses comment files: which of their maps are comments, and whether the file is foreign.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "formats/yaml/yaml.h"

namespace causerie {

struct CommentSource {
  std::string path;         // below the site's folder
  std::string text;         // ready for parsing (source_text.h)
  bool is_foreign = false;  // it is in one of `comments.folders`
};

// A comment as written in its file.
struct RawComment {
  std::shared_ptr<const Node> map;  // never null
  std::string path;                 // of its file
  bool is_foreign = false;
  bool is_alone = false;       // the only one in its file: the file's name can serve as its id
  std::string thread_address;  // of the page that its thread belongs to; empty if the file does not give it
  Hash hash;                   // of its file's path and text, and of its index in the file
};

struct RawComments {
  std::vector<RawComment> comments;  // in file order
  bool is_whole = true;              // false: the file could not be read
};

// A file contains one comment, a list of them, or threads or a feed with lists of comments inside. It is foreign if it
// is in a foreign folder or one of its maps has a foreign key. Errors in a foreign file are warnings.
RawComments parse_comments(const CommentSource&, Diagnostics&);

// Adds one note per folder, or per file with several comments, listing the unknown keys of foreign comments.
void note_ignored_keys(const std::vector<const RawComment*>&, Diagnostics&);

}  // namespace causerie
