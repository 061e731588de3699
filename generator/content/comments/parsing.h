// Comment files as they are written: which maps in them are comments, and whose spelling they have.
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
  std::string text;         // ready for parsing (see source_text.h)
  bool is_foreign = false;  // it lies in one of `comments.folders`
};

// A comment as its file has it.
struct RawComment {
  std::shared_ptr<const Node> map;  // never null
  std::string path;                 // of its file
  bool is_foreign = false;
  bool is_alone = false;       // the only one of its file: the file's name may serve as its id
  std::string thread_address;  // of the page that the thread around it belongs to, where the file says so
  Hash hash;                   // of its file's path and bytes, and of its place in it
};

struct RawComments {
  std::vector<RawComment> comments;  // in the order of the file
  bool is_whole = true;              // false: the file could not be read
};

// A file holds one comment, a list of them, or lists of threads or a feed with comments inside. It is foreign if it
// lies in a foreign folder or one of its maps has a foreign key; what is wrong in a foreign file is a warning.
RawComments parse_comments(const CommentSource&, Diagnostics&);

// One note a folder for the keys of strangers' files that nobody here knows; a file of several comments counts as one.
void note_ignored_keys(const std::vector<const RawComment*>&, Diagnostics&);

}  // namespace causerie
