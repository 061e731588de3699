// How comment files spell what they say: ours, or as one of the programs that write such files does.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/comments/comment.h"
#include "formats/yaml/yaml.h"

namespace causerie {

enum class CommentField { id, parent, author, email, url, date, body };
inline constexpr std::size_t comment_field_count = 7;

// What the value of a parent key is: another comment's id; or the number of a thread, counted from 1 through those that
// the files, sorted by name, begin.
enum class ParentMeaning { id, thread_number };

// Lists of keys are words with blanks between them. `author.name` is the key `name` in the map under `author`.
struct CommentDialect {
  std::string_view name;
  std::string_view marks;  // a comment with one of these keys is of this dialect, if of none above it
  // By CommentField, the most exact first. What none of them says is looked for under every other dialect's names too:
  // sites choose their own fields, and themes are mixed.
  std::array<std::string_view, comment_field_count> fields;
  ParentMeaning parents = ParentMeaning::id;
  std::string_view essay = {};       // keys with the address of the page that a comment was written below
  std::string_view essay_hint = {};  // the same, but believed only where the file's place says nothing
  std::string_view quiet = {};    // keys that say nothing we show; only `marks` and `fields` give a foreign file away
  std::string_view pending = {};  // `KEY=VALUE`: a comment that says so was not shown to the public where it comes from
  std::string_view removed = {};  // the same for one that was taken away
  bool is_complete = false;       // other dialects' names mean something else in it
};

// The table. Whoever adds a row adds a golden site of its name.
std::span<const CommentDialect> comment_dialects();

// The dialect of a foreign comment; the last of the table where no key tells.
const CommentDialect& dialect_of(const Node& map);

// Whether one of the map's keys belongs to a foreign dialect and not to ours (`_id`, `name`, `message`, …).
bool has_foreign_key(const Node& map);

// Whether a foreign key is one that we read, or know to say nothing that is shown.
bool is_known_foreign_key(std::string_view key);

// The value of a field in a foreign comment, or null where nothing is said. A parent of "0" says nothing.
const Node* foreign_value(const Node& map, CommentField);

// Every e-mail address, or hash of one, that the map has under any dialect's key for such.
std::vector<std::string> addresses_in(const Node& map);

// The number of the thread that a reply answers; 0 for none, and in dialects whose parents are ids.
int answered_thread(const Node& map);

// The address of the page that a comment was written below, as written; empty where nothing is said. A hint is believed
// only where the file's place says nothing.
std::string_view essay_address(const Node& map);
std::string_view essay_address_hint(const Node& map);

// Whether a foreign comment was shown where it comes from. Only what its dialect defines counts: a `status` that a
// stranger could have filled in does not.
CommentStatus foreign_status(const Node& map);

// What a mention says by being there, without a word: "like-of", "repost-of" or "bookmark-of"; else empty.
std::string_view wordless_mention(const Node& map);

// The comments that a map holds instead of being one, in a list under `comments` (a thread of Isso's, whose `id` is its
// page's address) or `children` (a feed of jf2's); null where it is a comment itself.
const Node* held_comments(const Node& map);

}  // namespace causerie
