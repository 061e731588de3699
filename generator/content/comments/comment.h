// What a reader said below an essay.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/hash.h"
#include "base/span.h"
#include "formats/markdown/prose.h"

namespace causerie {

enum class CommentStatus { approved, pending, spam, removed };  // as comment_status_names

// No e-mail address is in it: bodies, names and web addresses were masked when they were read.
struct Comment {
  std::string id;      // letters, digits, - and _; unique within its essay, letter case ignored
  std::string parent;  // the id of the comment it answers, as that comment writes it; empty: it starts a thread
  bool has_lost_parent = false;  // no file has the comment that `parent` names
  std::string author;            // empty: anonymous
  std::string url;               // http or https, or empty
  std::optional<Date> date;
  CommentStatus status = CommentStatus::approved;
  bool is_by_author = false;
  bool is_foreign = false;  // written by a comment service: its faults are warnings
  Prose body;
  Hash hash;                       // of everything above that is shown
  SourceLocation location;         // of the comment
  SourceLocation parent_location;  // of the value of its parent key
};

}  // namespace causerie
