// The dialects of comment files: the keys of the programs that write them. Causerie's own are in comments/keys.h.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/yaml/yaml.h"

namespace causerie {

struct RawComment;

enum class CommentField { id, parent, author, email, url, date, body };
inline constexpr std::size_t comment_field_count = 7;

// What the value of a parent key means: another comment's id, or the number of a thread, counted from 1 over the
// threads that the files, sorted by name, start.
enum class ParentMeaning { id, thread_number };

// Lists of keys are separated by spaces. `author.name` is the key `name` in the map under `author`.
struct CommentDialect {
  std::string_view name;
  std::string_view marks;  // a comment has the first dialect in the table with one of these keys
  // By CommentField, the most specific key first. If none of them has a value, every other dialect's keys are tried
  // too: sites choose their own fields, and themes mix dialects.
  std::array<std::string_view, comment_field_count> fields;
  ParentMeaning parents = ParentMeaning::id;
  std::string_view essay = {};    // keys with the address of the page that the comment is on
  std::string_view quiet = {};    // known keys that are ignored and, unlike `marks` and `fields`, not foreign
  std::string_view pending = {};  // `KEY=VALUE` pairs; a comment with one was not public at its origin
  std::string_view removed = {};  // the same for a comment that was deleted
  bool is_complete = false;       // other dialects' keys mean something else in it and are not tried
};

// The table. Each new row needs a golden site of its name.
std::span<const CommentDialect> comment_dialects();

// True if one of the map's keys belongs to a foreign dialect and is not one of Causerie's own (`_id`, `name`,
// `message`, …).
bool has_foreign_key(const Node& map);

// Sets the comment's dialect and the fields that the map has, except for a `page_address` that is already set. A parent
// of "0" is no parent. The status depends only on what the dialect defines, not on a `status` that anyone could have
// filled in.
void take_foreign_fields(const Node& map, RawComment&);

// Returns every e-mail address, or hash of one, in the map, under any dialect's keys for it.
std::vector<std::string> addresses_in(const Node& map);

// Returns the list of comments in a map that is not a comment itself: under `comments` (a thread of Isso's, whose `id`
// is the address of its page) or `children` (a jf2 feed). Null for anything else.
const Node* held_comments(const Node&);

}  // namespace causerie
