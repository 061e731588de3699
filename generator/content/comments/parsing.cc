#include "content/comments/parsing.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

#include "base/paths.h"
#include "base/text.h"
#include "content/comments/dialects.h"
#include "content/comments/links.h"

namespace causerie {
namespace {

// A file is parsed as foreign, because only its keys show whether it is. In the writer's own file warnings become
// errors; in a foreign one a duplicate key becomes a warning.
void report_parsing(const Diagnostics& said, bool is_foreign, Diagnostics& diagnostics) {
  for (const Diagnostic& one : said.items()) {
    const bool is_warning = is_foreign && (one.severity == Severity::warning || one.code == "duplicate-key");
    Diagnostic& copy = is_warning ? diagnostics.warning(one.code, one.location, one.message)
                                  : diagnostics.error(one.code, one.location, one.message);
    copy.hints = one.hints;
  }
}

struct Candidate {
  Node node;
  std::string thread_address;
};

// Returns the items of a list, or of the lists inside a thread or a feed, in order.
std::vector<Candidate> candidates_in(Node root, bool& is_foreign) {
  std::vector<Candidate> found;
  std::vector<Candidate> waiting;  // a stack
  const auto put_off = [&](const std::vector<Node>& items, const std::string& thread_address) {
    for (auto item = items.rbegin(); item != items.rend(); ++item) waiting.push_back({*item, thread_address});
  };
  if (root.kind == NodeKind::sequence) {
    put_off(root.items, "");
  } else {
    waiting.push_back({std::move(root), ""});
  }
  while (!waiting.empty()) {
    Candidate next = std::move(waiting.back());
    waiting.pop_back();
    const Node* held = next.node.kind == NodeKind::map ? held_comments(next.node) : nullptr;
    if (held == nullptr) {
      found.push_back(std::move(next));
      continue;
    }
    is_foreign = true;
    const Node* address = next.node.find("id");
    const bool has_address = address != nullptr && address->kind == NodeKind::scalar;
    put_off(held->items, has_address ? std::string(trim(address->text)) : next.thread_address);
  }
  return found;
}

}  // namespace

RawComments parse_comments(const CommentSource& source, Diagnostics& diagnostics) {
  RawComments read;
  const Hash file = Hasher().add(source.path).add(hash_of(source.text)).finish();
  Diagnostics said;  // as for a foreign file
  auto root = parse_yaml(source.text, source.path, {1, 1}, true, said);
  if (!root || root->kind == NodeKind::null) {
    read.is_whole = !said.has_errors();
    diagnostics.merge(std::move(said));
    return read;
  }
  const bool is_alone = root->kind != NodeKind::sequence && held_comments(*root) == nullptr;
  bool is_foreign = source.is_foreign;
  std::vector<Candidate> candidates = candidates_in(*std::move(root), is_foreign);
  for (const Candidate& candidate : candidates) {
    is_foreign = is_foreign || (candidate.node.kind == NodeKind::map && has_foreign_key(candidate.node));
  }
  for (Candidate& candidate : candidates) {
    if (candidate.node.kind == NodeKind::map) {
      const auto location = static_cast<std::int64_t>(read.comments.size());
      read.comments.push_back({std::make_shared<const Node>(std::move(candidate.node)), source.path, is_foreign,
                               is_alone, std::move(candidate.thread_address),
                               Hasher().add(file).add(location).finish()});
    } else {
      comment_fault(is_foreign, "wrong-kind", {source.path, candidate.node.span},
                    "expected a comment: a map of keys and values", diagnostics)
          .hint("begin each comment with '- id: …' and indent its other keys by two spaces");
    }
  }
  report_parsing(said, is_foreign, diagnostics);
  return read;
}

void note_ignored_keys(const std::vector<const RawComment*>& comments, Diagnostics& diagnostics) {
  std::map<std::string, std::set<std::string>> ignored;
  for (const RawComment* comment : comments) {
    if (!comment->is_foreign) continue;
    const std::string location(comment->is_alone ? parent_of(comment->path) : std::string_view(comment->path));
    for (const NodeEntry& entry : comment->map->entries) {
      if (!is_known_foreign_key(entry.key.text)) ignored[location].insert(entry.key.text);
    }
  }
  for (const auto& [location, keys] : ignored) {
    const std::vector<std::string> names(keys.begin(), keys.end());
    diagnostics.note("ignored-keys", {location, {}},
                     fmt::format("these comments have keys that Causerie does not use: {}", join(names, ", ")));
  }
}

}  // namespace causerie
