#include "content/comments/parsing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/paths.h"
#include "base/text.h"
#include "content/comments/dialects.h"
#include "content/comments/keys.h"
#include "formats/yaml/yaml.h"

namespace causerie {
namespace {

// What may be a comment, in the parsed file.
struct Candidate {
  const Node* node;
  std::string_view thread_address;
};

struct Candidates {
  std::vector<Candidate> found;  // in file order
  bool are_in_threads = false;
};

// Returns the items of a list, or of the lists inside a thread or a feed; else the root itself.
Candidates candidates_in(const Node& root) {
  Candidates candidates;
  std::vector<Candidate> waiting;  // a stack
  const auto put_off = [&](const std::vector<Node>& items, std::string_view thread_address) {
    for (auto item = items.rbegin(); item != items.rend(); ++item) waiting.push_back({&*item, thread_address});
  };
  if (root.kind == NodeKind::sequence) {
    put_off(root.items, "");
  } else {
    waiting.push_back({&root, ""});
  }
  while (!waiting.empty()) {
    const Candidate next = waiting.back();
    waiting.pop_back();
    const Node* held = held_comments(*next.node);
    if (held == nullptr) {
      candidates.found.push_back(next);
      continue;
    }
    candidates.are_in_threads = true;
    const Node* address = next.node->find("id");
    const bool has_address = address != nullptr && address->kind == NodeKind::scalar;
    put_off(held->items, has_address ? trim(address->text) : next.thread_address);
  }
  return candidates;
}

void take_own_fields(const Node& map, RawComment& comment, Diagnostics& diagnostics) {
  Keys keys(map, comment_keys, comment.path, diagnostics);
  const auto value = [&](std::string_view key) -> std::optional<Placed> {
    const Node* node = keys.find(key);
    if (node == nullptr) return std::nullopt;
    if (node->kind == NodeKind::scalar) return Placed{std::string(trim(node->text)), node->span};
    diagnostics.error("wrong-kind", keys.location(node->span), fmt::format("'{}' must be text", key));
    return std::nullopt;
  };
  // A plain `author: null` or `body: ~` is taken as text.
  const auto words = [&](std::string_view key) {
    const Node* node = map.find(key);
    const bool is_text = value(key) || (node != nullptr && node->kind == NodeKind::null);
    return is_text ? Placed{node->text, node->span} : Placed();
  };
  auto id = value("id");
  comment.has_faulty_id = !id && keys.find("id") != nullptr;
  if (id && !id->text.empty()) comment.id = *std::move(id);
  comment.parent = value("parent").value_or(Placed());
  comment.url = value("url");
  comment.date = value("date");
  value("email");
  if (const auto status = keys.choice("status")) comment.status = static_cast<CommentStatus>(*status);
  comment.is_by_author = keys.choice("role") == 0;
  if (const auto format = keys.choice("body_format")) comment.body_format = static_cast<BodyFormat>(*format);
  if (comment.status != CommentStatus::removed) {
    keys.require("author", "a comment", "add 'author: …' or mark it 'status: removed'");
    keys.require("body", "a comment", "add 'body: …' or mark it 'status: removed'");
  }
  const Placed author = words("author");
  comment.author = {std::string(trim(author.text)), author.span};
  comment.body = words("body");
  keys.finish();
}

// A file is parsed as foreign, because only its keys show whether it is. In the writer's own file warnings become
// errors, except for comments in YAML; in a foreign one a duplicate key becomes a warning.
void report_parsing(const Diagnostics& said, bool is_foreign, Diagnostics& diagnostics) {
  for (const Diagnostic& one : said.items()) {
    const bool is_warning = one.code == "yaml-comment" ||
                            (is_foreign && (one.severity == Severity::warning || one.code == "duplicate-key"));
    diagnostics.add({is_warning ? Severity::warning : Severity::error, one.code, one.location, one.message, one.hints});
  }
}

}  // namespace

void report_too_much(const std::string& path, std::string_view what, Diagnostics& diagnostics) {
  diagnostics.error("yaml-limit", {path, {}}, fmt::format("this file has more than {}", what))
      .hint(
          "split it: a folder with the essay's name and '.comments', or one in 'comments.folders', may have any "
          "number of files");
}

RawComments parse_comments(const CommentSource& source, Diagnostics& diagnostics) {
  RawComments read;
  Diagnostics said;  // as for a foreign file
  const auto root = parse_yaml(source.text, source.path, {1, 1}, true, said);
  if (!root || root->kind == NodeKind::null) {
    read.is_whole = !said.has_errors();
    diagnostics.merge(std::move(said));
    return read;
  }
  const Candidates candidates = candidates_in(*root);
  if (candidates.found.size() > most_comments_in_file) {
    report_too_much(source.path, "200,000 comments", diagnostics);
    read.is_whole = false;
    return read;
  }
  const bool is_alone = root->kind != NodeKind::sequence && !candidates.are_in_threads;
  const bool is_foreign =
      source.is_foreign || candidates.are_in_threads ||
      std::ranges::any_of(candidates.found, [](const Candidate& one) { return has_foreign_key(*one.node); });
  const Hash file = Hasher().add(source.path).add(hash_of(source.text)).finish();
  for (const auto& [node, thread_address] : candidates.found) {
    if (node->kind != NodeKind::map) {
      said.warning("wrong-kind", {source.path, node->span}, "expected a comment: a map of keys and values")
          .hint("begin each comment with '- id: …' and indent its other keys by two spaces");
      continue;
    }
    const auto comment = std::make_shared<RawComment>();
    comment->path = source.path;
    comment->place = is_alone ? parent_of(source.path) : std::string_view(source.path);
    comment->hash = Hasher().add(file).add(static_cast<std::int64_t>(read.comments.size())).finish();
    comment->id = {std::string(is_alone ? stem_of(name_of(source.path)) : ""), {node->span.begin, node->span.begin}};
    comment->addresses = addresses_in(*node);
    if (is_foreign) {
      comment->page_address = thread_address;
      take_foreign_fields(*node, *comment);
    } else {
      take_own_fields(*node, *comment, diagnostics);
    }
    read.comments.push_back(comment);
  }
  report_parsing(said, is_foreign, diagnostics);
  return read;
}

void note_ignored_keys(std::span<const RawComments> read, Diagnostics& diagnostics) {
  std::map<std::string, std::set<std::string>> ignored;
  for (const RawComments& some : read) {
    for (const auto& comment : some.comments) {
      if (comment->ignored_keys.empty()) continue;
      ignored[comment->place].insert(comment->ignored_keys.begin(), comment->ignored_keys.end());
    }
  }
  for (const auto& [place, keys] : ignored) {
    const std::vector<std::string> names(keys.begin(), keys.end());
    diagnostics.note("ignored-keys", {place, {}},
                     fmt::format("these comments have keys that Causerie does not use: {}", join(names, ", ")));
  }
}

}  // namespace causerie
