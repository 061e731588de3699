#include "content/comments/dialects.h"

#include <algorithm>

#include "base/text.h"
#include "content/comments/keys.h"
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
     .essay_hint = "_parent slug",
     .quiet = "_parent hp hidden avatar updated options slug"},
};

// Ignored keys that still make a file foreign: Causerie's own files never have them.
constexpr std::string_view telling = "hp hidden avatar updated slug options";

std::string_view names_of(const CommentDialect& dialect, CommentField field) {
  return dialect.fields[static_cast<std::size_t>(field)];
}

bool says_something(const Node& node, CommentField field) {
  if (node.kind != NodeKind::scalar || trim(node.text).empty()) return false;
  return field != CommentField::parent || trim(node.text) != "0";
}

bool is_field_of(const CommentDialect& dialect, std::string_view key) {
  return std::any_of(dialect.fields.begin(), dialect.fields.end(),
                     [&](std::string_view names) { return lists_key(names, key); });
}

std::string_view first_text(const Node& map, std::string_view names) {
  const Node* node = first_value(
      map, names, [](const Node& found) { return found.kind == NodeKind::scalar && !trim(found.text).empty(); });
  return node == nullptr ? std::string_view() : trim(node->text);
}

bool is_ours(std::string_view name) {
  return std::any_of(std::begin(comment_keys), std::end(comment_keys),
                     [&](const Key& key) { return key.name == name; });
}

}  // namespace

std::span<const CommentDialect> comment_dialects() { return dialects; }

const CommentDialect& dialect_of(const Node& map) {
  const auto found = std::find_if(std::begin(dialects), std::end(dialects), [&](const CommentDialect& dialect) {
    return std::any_of(map.entries.begin(), map.entries.end(),
                       [&](const NodeEntry& entry) { return lists_key(dialect.marks, entry.key.text); });
  });
  return found == std::end(dialects) ? *std::prev(found) : *found;
}

bool has_foreign_key(const Node& map) {
  if (held_comments(map) != nullptr) return true;
  return std::any_of(map.entries.begin(), map.entries.end(), [](const NodeEntry& entry) {
    const std::string& key = entry.key.text;
    if (is_ours(key)) return false;
    return lists_key(telling, key) || std::any_of(std::begin(dialects), std::end(dialects), [&](const auto& dialect) {
             return lists_key(dialect.marks, key) || is_field_of(dialect, key);
           });
  });
}

bool is_known_foreign_key(std::string_view key) {
  return lists_key(telling, key) || std::any_of(std::begin(dialects), std::end(dialects), [&](const auto& dialect) {
           return is_field_of(dialect, key) || lists_key(dialect.marks, key) || lists_key(dialect.quiet, key);
         });
}

const Node* foreign_value(const Node& map, CommentField field) {
  const auto is_said = [&](const Node& node) { return says_something(node, field); };
  const CommentDialect& dialect = dialect_of(map);
  if (const Node* node = first_value(map, names_of(dialect, field), is_said)) return node;
  if (dialect.is_complete) return nullptr;
  if (field == CommentField::parent && dialect.parents == ParentMeaning::thread_number && answered_thread(map) == 0) {
    // Some themes reuse the key for an id.
    if (const Node* node = first_value(map, dialect.marks, is_said)) return node;
  }
  for (const CommentDialect& other : dialects) {
    if (const Node* node = first_value(map, names_of(other, field), is_said)) return node;
  }
  return nullptr;
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

int answered_thread(const Node& map) {
  const CommentDialect& dialect = dialect_of(map);
  if (dialect.parents != ParentMeaning::thread_number) return 0;
  const std::string_view text = first_text(map, dialect.marks);
  return is_digits(text) && text.size() <= 6 ? std::stoi(std::string(text)) : 0;
}

std::string_view essay_address(const Node& map) { return first_text(map, dialect_of(map).essay); }

std::string_view essay_address_hint(const Node& map) {
  for (const CommentDialect& dialect : dialects) {
    if (const std::string_view text = first_text(map, dialect.essay_hint); !text.empty()) return text;
  }
  return {};
}

CommentStatus foreign_status(const Node& map) {
  const CommentDialect& dialect = dialect_of(map);
  const auto says_one_of = [&](std::string_view claims) {
    return std::any_of(map.entries.begin(), map.entries.end(), [&](const NodeEntry& entry) {
      return lists_key(claims, entry.key.text + "=" + entry.value.text);
    });
  };
  if (says_one_of(dialect.removed)) return CommentStatus::removed;
  return says_one_of(dialect.pending) ? CommentStatus::pending : CommentStatus::approved;
}

std::string_view wordless_mention(const Node& map) {
  const std::string_view property = first_text(map, "wm-property");
  return lists_key("like-of repost-of bookmark-of", property) ? property : std::string_view();
}

const Node* held_comments(const Node& map) {
  const auto is_body = [](const Node& node) { return node.kind != NodeKind::null; };
  for (const CommentDialect& dialect : dialects) {
    // A comment can have these keys too.
    if (first_value(map, names_of(dialect, CommentField::body), is_body) != nullptr) return nullptr;
  }
  const auto is_list = [](const Node& node) { return node.kind == NodeKind::sequence; };
  return first_value(map, "comments children", is_list);
}

}  // namespace causerie
