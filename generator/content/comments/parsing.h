// Parses comment files: which of their maps are comments, whether they are foreign, and what their fields are.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "content/comments/comment.h"
#include "content/keys.h"

namespace causerie {

class BinaryWriter;
struct CommentDialect;

struct CommentSource {
  std::string path;         // below the site's folder
  std::string text;         // ready for parsing (source_text.h)
  bool is_foreign = false;  // it is in one of `comments.folders`
};

enum class BodyFormat { markdown, html };  // in the order of body_format_names

// A comment as written in its file, by field: no later step depends on the file's format. Contains e-mail addresses,
// which read_comments masks. Texts are trimmed, except for the body, and empty if missing.
struct RawComment {
  const CommentDialect* dialect = nullptr;  // of a foreign comment; null in Causerie's own format
  std::string path;                         // of its file
  std::string place;  // where messages about many comments point to: the file, or its folder if this is all it has
  Hash hash;          // of its file's path and text, and of its index in the file

  Placed id;  // if missing in a file with one comment: the file's name, placed where the comment begins
  bool has_faulty_id = false;  // its id is not text, which was reported
  Placed parent;               // the id of the comment it answers
  int answered_thread = 0;     // not 0: its parent is not an id but the number of a thread
  Placed author;
  std::optional<Placed> url;
  std::optional<Placed> date;
  Placed body;
  BodyFormat body_format = BodyFormat::markdown;
  CommentStatus status = CommentStatus::approved;
  bool is_by_author = false;
  std::string wordless_kind;  // of a mention that needs no text: "like-of", "repost-of" or "bookmark-of"

  std::string page_address;            // of the page that it is on, given by its thread or itself
  std::string page_hint;               // the same, but less reliable
  std::vector<std::string> addresses;  // every e-mail address in it, or hash of one
  std::vector<std::string> ignored_keys;
};

// Not stored, because of the addresses.
void encode(BinaryWriter&, const RawComment&) = delete;

struct RawComments {
  std::vector<std::shared_ptr<const RawComment>> comments;  // never null; in file order
  bool is_whole = true;                                     // false: a file could not be read

  void add(const RawComments& more) {
    comments.insert(comments.end(), more.comments.begin(), more.comments.end());
    is_whole = is_whole && more.is_whole;
  }
};

inline constexpr std::size_t most_bytes_of_comment_file = 32 * 1024 * 1024;
inline constexpr std::size_t most_comments_in_file = 200'000;

// Reports a file that exceeds one of these limits; `what` says which.
void report_too_much(const std::string& path, std::string_view what, Diagnostics&);

// A file contains one comment, a list of them, or threads or a feed with lists of comments inside. It is foreign if it
// is in a foreign folder or one of its maps has a foreign key. Errors in a foreign file are warnings.
RawComments parse_comments(const CommentSource&, Diagnostics&);

// Adds one note per folder, or per file with several comments, listing the ignored keys of foreign comments.
void note_ignored_keys(std::span<const RawComments>, Diagnostics&);

}  // namespace causerie
