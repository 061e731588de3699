#include "content/comment_file.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "content/address_mask.h"
#include "content/comment_dialect.h"
#include "content/comment_keys.h"
#include "content/comment_links.h"
#include "content/keys.h"

namespace causerie {
namespace {

// A comment as its file has it, and what the file is.
struct RawComment {
  const Node* map = nullptr;
  const CommentSource* source = nullptr;
  bool is_foreign = false;
  bool is_alone = false;  // the only one of its file: the file's name may serve as its id
};

struct CommentFile {
  Node root;
  const CommentSource* source = nullptr;
  Diagnostics said;  // while it was parsed, as of a stranger's file
};

std::vector<CommentFile> parse_files(const std::vector<CommentSource>& sources, Diagnostics& diagnostics) {
  std::vector<CommentFile> files;
  for (const CommentSource& source : sources) {
    Diagnostics said;
    auto root = parse_yaml(source.text, source.path, {1, 1}, true, said);
    if (root && root->kind != NodeKind::null) {
      files.push_back({*std::move(root), &source, std::move(said)});
    } else {
      diagnostics.merge(std::move(said));
    }
  }
  return files;
}

// Whose file it was is known by its keys; what is a warning in a stranger's is an error in the writer's own.
void report_parsing(const CommentFile& file, bool is_foreign, Diagnostics& diagnostics) {
  for (const Diagnostic& one : file.said.items()) {
    const bool is_warning = one.severity == Severity::warning && is_foreign;
    Diagnostic& copy = is_warning ? diagnostics.warning(one.code, one.place, one.message)
                                  : diagnostics.error(one.code, one.place, one.message);
    copy.hints = one.hints;
  }
}

std::vector<RawComment> list_comments(const std::vector<CommentFile>& files, Diagnostics& diagnostics) {
  std::vector<RawComment> comments;
  for (const CommentFile& file : files) {
    const bool is_list = file.root.kind == NodeKind::sequence;
    const std::size_t first = comments.size();
    bool is_foreign = file.source->is_foreign;
    const auto add = [&](const Node& node) {
      if (node.kind == NodeKind::map) {
        is_foreign = is_foreign || has_foreign_key(node);
        comments.push_back({&node, file.source, false, !is_list});
      } else {
        diagnostics
            .error("wrong-kind", {file.source->path, node.span}, "here a comment is expected, a map of keys and values")
            .hint("begin each comment with '- id: …' and indent its other keys by two blanks");
      }
    };
    if (is_list) {
      for (const Node& item : file.root.items) add(item);
    } else {
      add(file.root);
    }
    for (std::size_t i = first; i < comments.size(); ++i) comments[i].is_foreign = is_foreign;
    report_parsing(file, is_foreign, diagnostics);
  }
  return comments;
}

// One note a folder for the keys of strangers' files that nobody here knows.
void note_ignored_keys(const std::vector<RawComment>& comments, Diagnostics& diagnostics) {
  std::map<std::string, std::set<std::string>> ignored;
  for (const RawComment& comment : comments) {
    if (!comment.is_foreign) continue;
    const std::string& path = comment.source->path;
    const std::string place(comment.is_alone ? parent_of(path) : std::string_view(path));
    for (const NodeEntry& entry : comment.map->entries) {
      if (!is_known_foreign_key(entry.key.text)) ignored[place].insert(entry.key.text);
    }
  }
  for (const auto& [place, keys] : ignored) {
    const std::vector<std::string> names(keys.begin(), keys.end());
    diagnostics.note("ignored-keys", {place, {}},
                     fmt::format("keys of these comments that mean nothing here were ignored: {}", join(names, ", ")));
  }
}

AddressMask mask_for(const std::vector<RawComment>& comments, std::vector<std::string> addresses) {
  for (const RawComment& comment : comments) {
    for (const std::string_view name : foreign_names(CommentField::email)) {
      const Node* node = comment.map->find(name);
      if (node != nullptr && node->kind == NodeKind::scalar) addresses.push_back(node->text);
    }
  }
  return AddressMask(std::move(addresses));
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
  if (!is_digits(text)) return parse_date(text, zone);
  std::int64_t number = 0;
  if (text.size() > 15 || std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc()) {
    return std::nullopt;
  }
  constexpr std::int64_t first_milliseconds = 100'000'000'000;  // as seconds: the year 5138
  const std::int64_t seconds = number >= first_milliseconds ? number / 1000 : number;
  constexpr std::int64_t end_of_9999 = 253'402'214'400;  // less a day, for zones
  if (seconds > end_of_9999) return std::nullopt;
  return date_of({seconds}, zone);
}

// The values of a comment's fields, however its file spells them.
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

Fields own_fields(Keys& keys, Comment& comment, Diagnostics& diagnostics) {
  Fields fields;
  const auto scalar = [&](std::string_view key) -> const Node* {
    const Node* node = keys.find(key);
    if (node == nullptr || node->kind == NodeKind::scalar) return node;
    diagnostics.error("wrong-kind", keys.place(node->span), fmt::format("'{}' must be one text", key));
    return nullptr;
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
    fields.author = scalar("author");
  }
  if (is_removed || keys.require("body", "a comment", "add 'body: …' or mark it 'status: removed'")) {
    fields.body = scalar("body");
  }
  keys.finish();
  return fields;
}

std::string text_of(const Node* node, const std::string& file, Diagnostics& diagnostics) {
  return node == nullptr ? std::string() : cleaned(trim(node->text), {file, node->span}, diagnostics);
}

Comment read_comment(const RawComment& raw, const AddressMask& mask, const CommentReading& reading,
                     Diagnostics& diagnostics) {
  const std::string& file = raw.source->path;
  Comment comment;
  comment.is_foreign = raw.is_foreign;
  comment.place = {file, {raw.map->span.begin, raw.map->span.begin}};
  Keys keys(*raw.map, comment_keys, file, diagnostics);
  const Fields fields = raw.is_foreign ? foreign_fields(*raw.map) : own_fields(keys, comment, diagnostics);

  if (fields.id != nullptr) {
    comment.id = valid_id(mask.name(trim(fields.id->text)));
    comment.place.span = fields.id->span;
  } else if (raw.is_alone) {
    comment.id = valid_id(mask.name(stem_of(name_of(file))));
  } else {
    comment_fault(raw.is_foreign, "missing-key", comment.place, "a comment needs 'id'", diagnostics)
        .hint("give it a name of letters, digits, - and _ that no other comment of this essay has");
  }
  if (fields.parent != nullptr) {
    comment.parent = valid_id(mask.name(trim(fields.parent->text)));
    comment.parent_place = {file, fields.parent->span};
  }
  comment.author = mask.name(text_of(fields.author, file, diagnostics));
  if (fields.date != nullptr) {
    comment.date = comment_date(fields.date->text, reading.zone);
    if (!comment.date) {
      diagnostics
          .warning("bad-date", {file, fields.date->span},
                   "the date of this comment cannot be read; it is shown without")
          .hint("write it as 2013-01-14T09:30:00Z");
    }
  }
  if (fields.url != nullptr) {
    comment.url = mask.name(text_of(fields.url, file, diagnostics));
    const bool is_masked = comment.url.find(masked_address) != std::string::npos;
    if (is_masked || !is_safe_destination(comment.url, false)) {
      comment.url.clear();
      diagnostics
          .warning("bad-url", {file, fields.url->span},
                   "this web address is none to link to; the name is shown without")
          .hint(is_masked ? "it holds an e-mail address, or a hash of one" : "it must begin with https:// or http://");
    }
  }
  const std::string body =
      fields.body == nullptr ? "" : cleaned(fields.body->text, {file, fields.body->span}, diagnostics);
  const bool is_shown = comment.status == CommentStatus::approved;
  if (trim(body).empty() && is_shown) {
    comment.status = CommentStatus::removed;
    if (raw.is_foreign || fields.body != nullptr) {
      comment_fault(raw.is_foreign, "missing-body", comment.place, "a comment without a text is not shown", diagnostics)
          .hint("write a 'body', or mark the comment 'status: removed'");
    }
  }
  const std::string shown_body = mask.text(body);
  comment.body = parse_markdown(shown_body, reading.markdown);
  Hasher hasher;
  hasher.add(comment.id).add(comment.parent).add(comment.author).add(comment.url).add(shown_body);
  hasher.add(comment.date ? iso(*comment.date) : "").add(static_cast<std::int64_t>(comment.status));
  comment.hash = hasher.add(comment.is_by_author).finish();
  return comment;
}

// Some themes name the comment answered by its number among those that answer none.
void answer_by_number(const std::vector<RawComment>& raw, std::vector<Comment>& comments) {
  std::vector<std::size_t> top;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i].is_foreign && comments[i].parent.empty() && replying_to_number(*raw[i].map) == 0) top.push_back(i);
  }
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const int number = raw[i].is_foreign && comments[i].parent.empty() ? replying_to_number(*raw[i].map) : 0;
    if (number == 0) continue;
    comments[i].parent_place = {raw[i].source->path, raw[i].map->find("replying_to")->span};
    const auto place = static_cast<std::size_t>(number) - 1;
    comments[i].parent = place < top.size() ? comments[top[place]].id : std::to_string(number);
  }
}

}  // namespace

CommentsRead read_comments(const std::vector<CommentSource>& sources, const CommentReading& reading,
                           Diagnostics& diagnostics) {
  CommentsRead read;
  Diagnostics parsing;
  const std::vector<CommentFile> files = parse_files(sources, parsing);
  read.is_whole = !parsing.has_errors();
  diagnostics.merge(std::move(parsing));
  const std::vector<RawComment> raw = list_comments(files, diagnostics);
  note_ignored_keys(raw, diagnostics);
  const AddressMask mask = mask_for(raw, reading.private_addresses);
  read.comments.reserve(raw.size());
  for (const RawComment& comment : raw) read.comments.push_back(read_comment(comment, mask, reading, diagnostics));
  answer_by_number(raw, read.comments);
  link_comments(read.comments, diagnostics);
  return read;
}

}  // namespace causerie
