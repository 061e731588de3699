#include "content/comment_dialect.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "content/comment_keys.h"

namespace causerie {
namespace {

// The most exact name first: where a file gives both the thread and the comment that it answers, the latter is meant.
constexpr std::array ids = std::to_array<std::string_view>({"_id", "id"});
constexpr std::array parents = std::to_array<std::string_view>(
    {"reply_to", "replyID", "replyToId", "parent_id", "replying_to_uid", "parent", "replyThread"});
constexpr std::array authors = std::to_array<std::string_view>({"name", "author", "author_name", "nick"});
constexpr std::array emails =
    std::to_array<std::string_view>({"email", "author_email", "mail", "gravatar_hash", "email_hash", "emailHash"});
constexpr std::array urls = std::to_array<std::string_view>({"url", "website", "site", "link", "author_url"});
constexpr std::array dates =
    std::to_array<std::string_view>({"date", "published", "timestamp", "created", "createdAt", "date_utc"});
constexpr std::array bodies = std::to_array<std::string_view>({"body", "message", "comment", "content", "text"});

// Keys that say nothing we show, but give a foreign file away.
constexpr std::array others =
    std::to_array<std::string_view>({"_parent", "hp", "hidden", "avatar", "updated", "replyName", "replying_to",
                                     "post_id", "post_url", "slug", "options"});

}  // namespace

std::span<const std::string_view> foreign_names(CommentField field) {
  switch (field) {
    case CommentField::id:
      return ids;
    case CommentField::parent:
      return parents;
    case CommentField::author:
      return authors;
    case CommentField::email:
      return emails;
    case CommentField::url:
      return urls;
    case CommentField::date:
      return dates;
    case CommentField::body:
      return bodies;
  }
  return {};
}

namespace {

template <class Names>
bool lists(const Names& names, std::string_view key) {
  return std::find(std::begin(names), std::end(names), key) != std::end(names);
}

bool is_ours(std::string_view name) {
  return std::any_of(std::begin(comment_keys), std::end(comment_keys),
                     [&](const Key& key) { return key.name == name; });
}

}  // namespace

bool is_known_foreign_key(std::string_view key) {
  return lists(others, key) || lists(ids, key) || lists(parents, key) || lists(authors, key) || lists(emails, key) ||
         lists(urls, key) || lists(dates, key) || lists(bodies, key);
}

bool has_foreign_key(const Node& map) {
  return std::any_of(map.entries.begin(), map.entries.end(), [](const NodeEntry& entry) {
    return !is_ours(entry.key.text) && is_known_foreign_key(entry.key.text);
  });
}

const Node* foreign_value(const Node& map, CommentField field) {
  for (const std::string_view name : foreign_names(field)) {
    const Node* node = map.find(name);
    if (node == nullptr || trim(node->text).empty() || node->kind != NodeKind::scalar) continue;
    if (field == CommentField::parent && node->text == "0") continue;
    return node;
  }
  return nullptr;
}

int replying_to_number(const Node& map) {
  const Node* node = map.find("replying_to");
  if (node == nullptr || !is_digits(trim(node->text)) || trim(node->text).size() > 6) return 0;
  return std::stoi(std::string(trim(node->text)));
}

}  // namespace causerie
