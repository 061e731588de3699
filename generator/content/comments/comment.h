// A reader's comment on an essay.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/hash.h"
#include "base/interned_name.h"
#include "base/span.h"

namespace causerie {

enum class CommentStatus { approved, pending, spam, removed };  // in the order of comment_status_names

// Its text is in EssayHtml (content/essay_html.h). Contains no e-mail address: bodies, names and URLs were masked when
// they were read.
struct Comment {
  std::string id;                // letters, digits, - and _; unique within its essay, ignoring letter case
  std::string parent;            // the id of the comment it answers, spelled as there; empty if it starts a thread
  bool has_lost_parent = false;  // no file contains a comment with the id `parent`
  std::string author;            // empty if anonymous
  std::string url;               // http or https, or empty
  std::optional<Date> date;
  CommentStatus status = CommentStatus::approved;
  bool is_by_author = false;
  bool is_foreign = false;  // from a comment service or another program: its errors are reported as warnings
  Hash hash;                // of its HTML and the members above that are shown
  InternedName file;        // that contains it
  Span span;                // of the comment
  Span parent_span;         // of the value of its parent key

  SourceLocation location() const { return {file.text(), span}; }
  SourceLocation parent_location() const { return {file.text(), parent_span}; }
};

}  // namespace causerie
