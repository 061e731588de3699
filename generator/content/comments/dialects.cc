#include "content/comments/dialects.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/text.h"
#include "content/comments/keys.h"
#include "content/comments/parsing.h"
#include "content/key_names.h"

namespace causerie {
namespace {

// Fields are in the order of CommentField: id, parent, author, email, url, date, body.
constexpr CommentDialect dialects[] = {
    {.name = "webmention.io",
     .marks = "wm-id wm-target wm-property",
     .fields = {"wm-id", "", "author.name", "author.email", "author.url url", "published wm-received",
                "content.text content.value content content.html"},
     .essay = "wm-target",
     .quiet = "type name photo video audio category summary rels syndication in-reply-to like-of repost-of mention-of "
              "bookmark-of rsvp wm-source wm-received wm-protocol wm-private swarm-coins",
     .pending = "wm-private=true wm-private=1",
     .is_complete = true},
    {.name = "wp2hugo",
     .marks = "post_url author_name author_url author_email",
     .fields = {"id", "parent_id", "author_name", "author_email", "author_url", "published", "content"},
     .essay = "post_url"},
    {.name = "Isso",
     .marks = "remote_addr created",
     .fields = {"id", "parent", "author", "email", "website", "created", "text"},
     .quiet = "tid modified title uri remote_addr mode likes dislikes voters notification",
     .pending = "mode=2",
     .removed = "mode=4"},
    {.name = "jekyll-static-comments",
     .marks = "post_id",
     .fields = {"id", "", "name", "email", "link", "date", "comment"},
     .essay = "post_id"},
    {.name = "Jekyll, replies by number",
     .marks = "replying_to",
     .fields = {"_id id", "", "name", "email", "url", "date timestamp", "message"},
     .parents = ParentMeaning::thread_number,
     .quiet = "hidden avatar updated"},
    {.name = "Jekyll, replies by uid",
     .marks = "replying_to_uid",
     .fields = {"_id", "replying_to_uid", "name", "email", "url", "date", "message"},
     .quiet = "hp"},
    {.name = "Jekyll, replies by id",
     .marks = "replyToId",
     .fields = {"id", "replyToId", "name", "email", "url", "date", "message"},
     .quiet = "avatar"},
    // If a file has both the thread and the comment it answers, the comment is the parent.
    {.name = "Hugo, threads and replies",
     .marks = "replyThread replyID replyName",
     .fields = {"_id", "replyID reply_to parent_id replyThread", "name", "email", "website site url", "date",
                "body comment content"}},
    {.name = "Hugo, replies",
     .marks = "reply_to parent_id",
     .fields = {"_id id", "reply_to parent_id", "name", "email", "website site url", "date", "body comment content"}},
    // Staticman itself defines only `_id` and `_parent`, which is the page; every site chooses the other keys. These
    // are all that are known to occur.
    {.name = "Staticman",
     .marks = "_id _parent",
     .fields = {"_id id", "parent", "name author nick", "email mail gravatar_hash email_hash emailHash",
                "url website site link", "date timestamp createdAt date_utc", "message body comment content text"},
     .quiet = "_parent hp hidden avatar updated options slug"},
};

// Ignored keys that still make a file foreign: Causerie's own files never have them.
constexpr std::string_view telling = "hp hidden avatar updated slug options";

// Keys that may contain the address of the page, or part of it, in any dialect.
constexpr std::string_view page_hints = "_parent slug";

// Bodies under these keys are HTML.
constexpr std::string_view html_bodies = "content.html";

std::string_view names_of(const CommentDialect& dialect, CommentField field) {
  return dialect.fields[static_cast<std::size_t>(field)];
}

bool is_text(const Node& node) { return node.kind == NodeKind::scalar && !trim(node.text).empty(); }

Placed trimmed(const Node& node) { return {std::string(trim(node.text)), node.span}; }

std::string first_text(const Node& map, std::string_view names) {
  const Node* node = first_value(map, names, is_text);
  return node == nullptr ? std::string() : trimmed(*node).text;
}

// True if the dialect reads the key, or is identified by it.
bool uses_key(const CommentDialect& dialect, std::string_view key) {
  return lists_key(dialect.marks, key) ||
         std::ranges::any_of(dialect.fields, [&](std::string_view names) { return lists_key(names, key); });
}

bool is_own_key(std::string_view name) {
  return std::ranges::any_of(comment_keys, [&](const Key& key) { return key.name == name; });
}

bool is_foreign_key(std::string_view key) {
  return lists_key(telling, key) ||
         std::ranges::any_of(dialects, [&](const CommentDialect& dialect) { return uses_key(dialect, key); });
}

bool is_known_key(std::string_view key) {
  return is_foreign_key(key) || key == "body_format" ||
         std::ranges::any_of(dialects, [&](const CommentDialect& dialect) { return lists_key(dialect.quiet, key); });
}

// Returns the last in the table if no key identifies the dialect.
const CommentDialect& dialect_of(const Node& map) {
  const auto found = std::ranges::find_if(dialects, [&](const CommentDialect& dialect) {
    return std::ranges::any_of(map.entries,
                               [&](const NodeEntry& entry) { return lists_key(dialect.marks, entry.key.text); });
  });
  return found == std::end(dialects) ? *std::prev(found) : *found;
}

bool has_claim(const Node& map, std::string_view claims) {
  return std::ranges::any_of(
      map.entries, [&](const NodeEntry& entry) { return lists_key(claims, entry.key.text + "=" + entry.value.text); });
}

// Returns the value of a field, or null: under the first of `names`, else under any dialect's names, if they mean the
// same in this one.
const Node* value_of(const Node& map, const CommentDialect& dialect, CommentField field, std::string_view names) {
  const auto is_said = [&](const Node& node) {
    return is_text(node) && (field != CommentField::parent || trim(node.text) != "0");
  };
  const Node* node = first_value(map, names, is_said);
  if (dialect.is_complete) return node;
  for (const CommentDialect& other : dialects) {
    if (node != nullptr) break;
    node = first_value(map, names_of(other, field), is_said);
  }
  return node;
}

// A parent under any dialect's key takes precedence over the number of a thread.
void take_parent(const Node& map, const CommentDialect& dialect, RawComment& comment) {
  const bool may_be_number = dialect.parents == ParentMeaning::thread_number;
  const Node* thread = may_be_number ? first_value(map, dialect.marks, is_text) : nullptr;
  const std::string_view text = thread == nullptr ? std::string_view() : trim(thread->text);
  const int number = is_digits(text) && text.size() <= 6 ? std::stoi(std::string(text)) : 0;
  // Some themes reuse the key of thread numbers for an id.
  const std::string_view names = may_be_number && number == 0 ? dialect.marks : names_of(dialect, CommentField::parent);
  if (const Node* parent = value_of(map, dialect, CommentField::parent, names)) {
    comment.parent = trimmed(*parent);
  } else if (number != 0) {
    comment.parent = trimmed(*thread);
    comment.answered_thread = number;
  }
}

}  // namespace

std::span<const CommentDialect> comment_dialects() { return dialects; }

bool has_foreign_key(const Node& map) {
  return std::ranges::any_of(map.entries, [](const NodeEntry& entry) {
    return !is_own_key(entry.key.text) && is_foreign_key(entry.key.text);
  });
}

void take_foreign_fields(const Node& map, RawComment& comment) {
  const CommentDialect& dialect = dialect_of(map);
  const auto value = [&](CommentField field) { return value_of(map, dialect, field, names_of(dialect, field)); };
  comment.dialect = &dialect;
  if (const Node* id = value(CommentField::id)) comment.id = trimmed(*id);
  take_parent(map, dialect, comment);
  if (const Node* author = value(CommentField::author)) comment.author = trimmed(*author);
  if (const Node* url = value(CommentField::url)) comment.url = trimmed(*url);
  if (const Node* date = value(CommentField::date)) comment.date = trimmed(*date);
  if (const Node* body = value(CommentField::body)) {
    comment.body = {body->text, body->span};
    const bool is_html = body == first_value(map, html_bodies, is_text) || first_text(map, "body_format") == "html";
    if (is_html) comment.body_format = BodyFormat::html;
  }
  if (has_claim(map, dialect.removed)) {
    comment.status = CommentStatus::removed;
  } else if (has_claim(map, dialect.pending)) {
    comment.status = CommentStatus::pending;
  }
  const std::string property = first_text(map, "wm-property");
  if (lists_key("like-of repost-of bookmark-of", property)) comment.wordless_kind = property;
  if (comment.page_address.empty()) comment.page_address = first_text(map, dialect.essay);
  comment.page_hint = first_text(map, page_hints);
  for (const NodeEntry& entry : map.entries) {
    if (!is_known_key(entry.key.text)) comment.ignored_keys.push_back(entry.key.text);
  }
}

std::vector<std::string> addresses_in(const Node& map) {
  std::vector<std::string> addresses;
  for (const CommentDialect& dialect : dialects) {
    first_value(map, names_of(dialect, CommentField::email), [&](const Node& node) {
      if (node.kind == NodeKind::scalar) addresses.push_back(node.text);
      return false;  // collect all of them
    });
  }
  return addresses;
}

const Node* held_comments(const Node& map) {
  const auto is_list = [](const Node& node) { return node.kind == NodeKind::sequence; };
  const Node* held = first_value(map, "comments children", is_list);
  const auto has_body = [&](const CommentDialect& dialect) {
    return first_value(map, names_of(dialect, CommentField::body),
                       [](const Node& node) { return node.kind != NodeKind::null; }) != nullptr;
  };
  // A comment can have these keys too.
  return held != nullptr && std::ranges::any_of(dialects, has_body) ? nullptr : held;
}

}  // namespace causerie
