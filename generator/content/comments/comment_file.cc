#include "content/comments/comment_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "base/paths.h"
#include "base/text.h"
#include "content/address_mask.h"
#include "content/comments/dialects.h"
#include "content/comments/keys.h"
#include "content/comments/links.h"
#include "content/keys.h"

namespace causerie {
namespace {

AddressMask mask_for(const std::vector<RawComment>& comments, std::vector<std::string> addresses) {
  for (const RawComment& comment : comments) {
    for (std::string& address : addresses_in(*comment.map)) addresses.push_back(std::move(address));
  }
  return AddressMask(addresses);
}

std::string valid_id(std::string_view written) {
  std::string id;
  for (std::size_t offset = 0; offset < written.size();) {
    const char32_t c = next_code_point(written, offset);
    const bool is_plain =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    if (is_plain) {
      id += static_cast<char>(c);
    } else {
      id += '-';
    }
  }
  return id;
}

// ISO 8601, or seconds or milliseconds since 1970.
std::optional<Date> comment_date(std::string_view text, const Zone& zone) {
  text = trim(text);
  const std::string_view whole = text.substr(0, text.find('.'));
  const bool has_fraction = whole.size() < text.size() && is_digits(text.substr(whole.size() + 1));
  if (has_fraction && whole.size() > 8 && is_digits(whole)) text = whole;  // databases add a fraction
  if (!is_digits(text)) return parse_date(text, zone);
  std::int64_t number = 0;
  if (text.size() > 15 || std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc()) {
    return std::nullopt;
  }
  constexpr std::int64_t first_milliseconds = 100'000'000'000;  // as seconds: in the year 5138
  const std::int64_t seconds = number >= first_milliseconds ? number / 1000 : number;
  constexpr std::int64_t end_of_9999 = 253'402'214'400;  // minus one day, to leave room for time zones
  if (seconds > end_of_9999) return std::nullopt;
  return date_of({seconds}, zone);
}

// The values of a comment's fields, whatever their keys are called in its file.
struct Fields {
  const Node* id = nullptr;
  const Node* parent = nullptr;
  const Node* author = nullptr;
  const Node* url = nullptr;
  const Node* date = nullptr;
  const Node* body = nullptr;
};

Fields foreign_fields(const Node& map) {
  return {foreign_value(map, CommentField::id),     foreign_value(map, CommentField::parent),
          foreign_value(map, CommentField::author), foreign_value(map, CommentField::url),
          foreign_value(map, CommentField::date),   foreign_value(map, CommentField::body)};
}

Fields own_fields(const Node& map, Keys& keys, Comment& comment, Diagnostics& diagnostics) {
  Fields fields;
  const auto scalar = [&](std::string_view key) -> const Node* {
    const Node* node = keys.find(key);
    if (node == nullptr || node->kind == NodeKind::scalar) return node;
    diagnostics.error("wrong-kind", keys.location(node->span), fmt::format("'{}' must be text", key));
    return nullptr;
  };
  // A plain `author: null` or `body: ~` is taken as text.
  const auto words = [&](std::string_view key) {
    const Node* node = scalar(key);
    const Node* written = map.find(key);
    return node == nullptr && written != nullptr && written->kind == NodeKind::null ? written : node;
  };
  fields.id = scalar("id");
  fields.parent = scalar("parent");
  fields.url = scalar("url");
  fields.date = scalar("date");
  scalar("email");
  if (const auto status = keys.choice("status")) {
    comment.status = static_cast<CommentStatus>(*status);
  }
  comment.is_by_author = keys.choice("role") == 0;
  const bool is_removed = comment.status == CommentStatus::removed;
  if (is_removed || keys.require("author", "a comment", "add 'author: …' or mark it 'status: removed'")) {
    fields.author = words("author");
  }
  if (is_removed || keys.require("body", "a comment", "add 'body: …' or mark it 'status: removed'")) {
    fields.body = words("body");
  }
  keys.finish();
  return fields;
}

std::string text_of(const Node* node, const std::string& file, Diagnostics& diagnostics) {
  return node == nullptr ? std::string() : cleaned(trim(node->text), {file, node->span}, diagnostics);
}

Comment read_comment(const RawComment& raw, const AddressMask& mask, const CommentReading& reading, std::string& html,
                     Diagnostics& diagnostics) {
  const std::string& file = raw.path;
  Comment comment;
  comment.is_foreign = raw.is_foreign;
  comment.location = {file, {raw.map->span.begin, raw.map->span.begin}};
  Keys keys(*raw.map, comment_keys, file, diagnostics);
  const Fields fields = raw.is_foreign ? foreign_fields(*raw.map) : own_fields(*raw.map, keys, comment, diagnostics);
  if (raw.is_foreign) comment.status = foreign_status(*raw.map);

  const std::string body =
      fields.body == nullptr ? "" : cleaned(fields.body->text, {file, fields.body->span}, diagnostics);
  const bool is_empty = trim(body).empty();
  // An `id` of the wrong kind was reported already; a foreign comment without text gets the missing-body warning only.
  const bool is_reported = raw.is_foreign ? is_empty : fields.id == nullptr && keys.find("id") != nullptr;
  if (fields.id != nullptr && !trim(fields.id->text).empty()) {
    comment.id = valid_id(mask.name(trim(fields.id->text)));
    comment.location.span = fields.id->span;
  } else if (raw.is_alone) {
    comment.id = valid_id(mask.name(stem_of(name_of(file))));
  } else if (!is_reported) {
    comment_fault(raw.is_foreign, "missing-key", comment.location, "a comment needs 'id'", diagnostics)
        .hint("give it an id of letters, digits, - and _ that no other comment on this essay has");
  }
  if (fields.parent != nullptr) {
    comment.parent = valid_id(mask.name(trim(fields.parent->text)));
    comment.parent_location = {file, fields.parent->span};
  }
  comment.author = mask.name(text_of(fields.author, file, diagnostics));
  if (fields.date != nullptr) {
    comment.date = comment_date(fields.date->text, reading.zone);
    if (!comment.date) {
      diagnostics
          .warning("bad-date", {file, fields.date->span},
                   "the date of this comment is invalid; the comment is shown without it")
          .hint("write it as 2013-01-14T09:30:00Z");
    }
  }
  if (fields.url != nullptr) {
    comment.url = mask.name(text_of(fields.url, file, diagnostics));
    const bool is_masked = comment.url.find(masked_address) != std::string::npos;
    if (is_masked || !is_safe_destination(comment.url, false)) {
      comment.url.clear();
      diagnostics
          .warning("bad-url", {file, fields.url->span}, "this URL cannot be linked; the name is shown without it")
          .hint(is_masked ? "it contains an e-mail address, or a hash of one"
                          : "it must begin with https:// or http://");
    }
  }
  if (is_empty && comment.status == CommentStatus::approved) {
    comment.status = CommentStatus::removed;
    const bool is_wordless = raw.is_foreign && !wordless_mention(*raw.map).empty();  // see note_wordless_mentions
    if (!is_wordless && (raw.is_foreign || fields.body != nullptr)) {
      comment_fault(raw.is_foreign, "missing-body", comment.location, "this comment has no text and is not shown",
                    diagnostics)
          .hint(raw.is_foreign ? "write its text, or delete it"
                               : "add a 'body', or mark the comment 'status: removed'");
    }
  }
  html = mask.html(parse_markdown(mask.text(body), reading.markdown).body.html);
  Hasher hasher;
  hasher.add(comment.id).add(comment.parent).add(comment.author).add(comment.url).add(html);
  hasher.add(comment.date ? iso(*comment.date) : "").add(static_cast<std::int64_t>(comment.status));
  comment.hash = hasher.add(comment.is_by_author).finish();
  return comment;
}

// Some themes give, as the parent, the number of the thread: its index, from 1, among the comments without a parent.
void answer_by_number(const std::vector<RawComment>& raw, std::vector<Comment>& comments) {
  const auto number_of = [&](std::size_t i) {
    return raw[i].is_foreign && comments[i].parent.empty() ? answered_thread(*raw[i].map) : 0;
  };
  std::vector<std::size_t> top;
  std::vector<int> numbers;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    numbers.push_back(number_of(i));
    if (raw[i].is_foreign && comments[i].parent.empty() && numbers[i] == 0) top.push_back(i);
  }
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (numbers[i] == 0) continue;
    comments[i].parent_location = {raw[i].path, raw[i].map->find("replying_to")->span};
    const auto location = static_cast<std::size_t>(numbers[i]) - 1;
    comments[i].parent = location < top.size() ? comments[top[location]].id : std::to_string(numbers[i]);
  }
}

// Likes, reposts and bookmarks can be many and have no text to show, so there is one note per file.
void note_wordless_mentions(const std::vector<RawComment>& raw, const std::vector<Comment>& comments,
                            Diagnostics& diagnostics) {
  struct Mentions {
    SourceLocation first;
    std::map<std::string, int> counts;
  };
  std::map<std::string, Mentions> by_file;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (!raw[i].is_foreign || comments[i].status != CommentStatus::removed) continue;
    const std::string_view kind = wordless_mention(*raw[i].map);
    if (kind.empty()) continue;
    ++by_file.try_emplace(raw[i].path, comments[i].location, std::map<std::string, int>())
          .first->second.counts[std::string(kind)];
  }
  for (const auto& [file, mentions] : by_file) {
    std::vector<std::string> counts;
    for (const auto& [kind, count] : mentions.counts) counts.push_back(fmt::format("{} {}", count, kind));
    diagnostics.note("wordless-mentions", mentions.first,
                     fmt::format("mentions without text are not shown: {}", join(counts, ", ")));
  }
}

}  // namespace

ReadComments read_comments(const std::vector<RawComment>& raw, const CommentReading& reading,
                           Diagnostics& diagnostics) {
  const AddressMask mask = mask_for(raw, reading.private_addresses);
  ReadComments read;
  read.comments.reserve(raw.size());
  read.html.resize(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    read.comments.push_back(read_comment(raw[i], mask, reading, read.html[i], diagnostics));
  }
  answer_by_number(raw, read.comments);
  note_wordless_mentions(raw, read.comments, diagnostics);
  link_comments(read.comments, diagnostics);
  return read;
}

}  // namespace causerie
