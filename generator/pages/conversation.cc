#include "pages/conversation.h"

#include "base/locale.h"
#include "base/paths.h"
#include "formats/html.h"
#include "pages/entry.h"

namespace causerie {
namespace {

constexpr int deep = 5;  // the deepest level that is indented; beyond it, names show who answers whom

std::string tombstone_words(const Words& words, const Comment* comment) {
  if (comment == nullptr) return words.text("tombstone_missing");
  switch (comment->status) {
    case CommentStatus::pending:
      return words.text("tombstone_pending");
    case CommentStatus::spam:
      return words.text("tombstone_spam");
    case CommentStatus::approved:
    case CommentStatus::removed:
      break;
  }
  return words.text("tombstone_removed");
}

std::string name_of_author(const Words& words, const Comment& comment) {
  return comment.author.empty() ? words.text("anonymous") : comment.author;
}

std::string state_line(const Words& words, const EssayView& view) {
  if (view.comments != CommentSetting::closed) return escape_html(words.text("comments_open"));
  if (!view.closed_since) return escape_html(words.text("comments_closed"));
  return phrase_of_day(words, "comments_closed_since", *view.closed_since);
}

std::string fragment_link(const std::string& id) { return "#comment-" + id; }

Record comment_record(const Words& words, const Essay& essay, const EssayHtml& html, const Conversation& conversation,
                      const ThreadNode& node) {
  const auto comment_of = [&](const ThreadNode& n) {
    return n.comment < 0 ? nullptr : &essay.comments[static_cast<std::size_t>(n.comment)];
  };
  const Comment* comment = comment_of(node);
  Record record;
  record.set("id", "comment-" + node.id).set("href", fragment_link(node.id));
  record.set("is_tombstone", node.is_tombstone).set("is_deep", node.depth > deep).set("words", words.record());
  if (node.is_tombstone) {
    record.set("tombstone", tombstone_words(words, comment)).set("body", Html{}).set("reply_to", false);
    for (const char* name : {"author", "url", "date", "datetime"}) record.set(name, "");
    return record.set("is_by_author", false), record;
  }
  record.set("tombstone", "").set("body", Html{html.comments[static_cast<std::size_t>(node.comment)]});
  record.set("author", name_of_author(words, *comment)).set("url", percent_escape_url(comment->url));
  record.set("date", comment->date ? long_date(comment->date->day, words.language()) : "");
  record.set("datetime", comment->date ? iso(*comment->date) : "");
  record.set("is_by_author", comment->is_by_author);
  const ThreadNode* answered = node.parent < 0 ? nullptr : &conversation.nodes[static_cast<std::size_t>(node.parent)];
  if (answered == nullptr || answered->is_tombstone) {
    record.set("reply_to", false);
  } else {
    const std::string name = name_of_author(words, *comment_of(*answered));
    record.set("reply_to", Record()
                               .set("name", name)
                               .set("href", fragment_link(answered->id))
                               .set("label", words.fill("in_reply_to", {{"name", name}})));
  }
  return record;
}

}  // namespace

void add_conversation(const PageContext& context, const Words& words, EssayId id, Record& inputs) {
  const Essay& essay = context.site.source(id);
  const EssayView& view = context.site.view(id);
  if (view.conversation.nodes.empty()) {
    inputs.set("conversation", false);
    return;
  }
  const bool is_closed = view.comments == CommentSetting::closed;
  Record record;
  record.set("heading", words.count("comments", view.conversation.shown));
  record.set("is_closed", is_closed);
  record.set("state", Html{state_line(words, view)});
  Hasher hasher;
  hasher.add(words.language());
  hasher.add(fingerprint(Value(words.record())));
  for (const ThreadNode& node : view.conversation.nodes) {
    hasher.add(node.id).add(node.depth).add(node.is_tombstone).add(node.parent);
    if (node.comment >= 0) hasher.add(essay.comments[static_cast<std::size_t>(node.comment)].hash);
  }
  // Made lazily, only for pages that have to be made.
  record.set(
      "threads",
      Later{hasher.finish(), [&essay, &view, &words] {
              Forest forest{.layout = "comment", .nodes = {}};
              const auto html = html_of(essay);
              forest.nodes.reserve(view.conversation.nodes.size());
              for (const ThreadNode& node : view.conversation.nodes) {
                forest.nodes.push_back({node.depth, comment_record(words, essay, *html, view.conversation, node)});
              }
              return Value(std::move(forest));
            }});
  inputs.set("conversation", std::move(record));
}

}  // namespace causerie
