// Resolves essays and comments as targets: what is shown, what is a promise, and the fragments of a page.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "content/comments/keys.h"
#include "site/resolver_question.h"

namespace causerie {

Resolved Resolver::essay(Question& question, EssayId id, std::string_view fragment) const {
  const Essay& target = site_.source(id);
  const EssayView& view = site_.view(id);
  const bool is_own = question.origin.essay == id;
  Resolved result;
  result.essay = id;
  result.path = view.path;
  result.title = title_of(site_, id);
  if (!view.is_shown && !is_own) {
    result.meaning = Meaning::promise;
    result.path = {};
    const Part* part = view.series && view.part_index >= 0
                           ? &site_.view(*view.series).parts[static_cast<std::size_t>(view.part_index)]
                           : nullptr;
    if (part != nullptr && part->planned) {
      result.planned = &site_.source(*view.series).planned[static_cast<std::size_t>(*part->planned)];
      result.title = result.planned->title;
    } else if (view.state == EssayState::draft && target.is_sound) {
      result.title.clear();
      if (!question.has_words) {
        question
            .wrong("needs-words",
                   fmt::format("this leads to a draft ('{}'), whose title is not public yet", target.source))
            .hint("write the words between the brackets");
      }
    }
    return result;
  }
  result.meaning = Meaning::target;
  if (fragment.empty()) return result;
  // Browsers look for the id as it is written first, and decode it only then.
  const std::string_view written = fragment.substr(0, directive_in(fragment));
  const std::string_view directive = fragment.substr(written.size());
  const std::string decoded = readable(written);
  if (decoded.starts_with("comment-")) {
    Resolved found = comment(question, id, std::string_view(decoded).substr(8));
    if (!found.fragment.empty()) found.fragment += directive;
    return found;
  }
  const auto& headings = target.body.prose.headings;
  const auto& raw = target.body.prose.raw_ids;
  for (const std::string_view name : {written, std::string_view(decoded)}) {
    result.fragment = name;
    result.fragment += directive;
    const auto heading = std::ranges::find(headings, name, &ProseHeading::id);
    if (heading != headings.end()) {
      result.title = heading->text;
      return result;
    }
    if (std::ranges::find(raw, name) != raw.end()) return result;
  }
  if (is_on_every_page(fragment) || !target.is_sound) return result;
  if (decoded == "comments" && !view.conversation.nodes.empty()) return result;
  std::vector<std::string> ids(raw.begin(), raw.end());
  for (const ProseHeading& h : headings) ids.push_back(h.id);
  Diagnostic& diagnostic =
      question.wrong("broken-reference", is_own ? fmt::format("this page has no id '#{}'", decoded)
                                                : fmt::format("'{}' has no id '#{}'", target.source, decoded));
  if (decoded == "comments") {
    diagnostic.hint("the section of comments is there once a comment is shown");
    return {};
  }
  const std::string guess = did_you_mean(decoded, std::span<const std::string>(ids));
  diagnostic.hint(!guess.empty() ? guess : ids.empty() ? "it has no headings" : "its ids: #" + join(ids, ", #"));
  return {};
}

Resolved Resolver::comment(Question& question, EssayId essay_id, std::string_view name) const {
  const Essay& target = site_.source(essay_id);
  const EssayView& view = site_.view(essay_id);
  if (!view.is_shown && question.origin.essay != essay_id) return essay(question, essay_id, "");
  const std::string id = readable(name.substr(0, directive_in(name)));
  const auto& nodes = view.conversation.nodes;
  const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const ThreadNode& n) { return n.id == id; });
  Resolved result;
  if (node != nodes.end()) {
    result.meaning = Meaning::target;
    result.essay = essay_id;
    result.path = view.path;
    result.fragment = "comment-" + id;
    // A tombstone shows no name.
    if (!node->is_tombstone) result.title = target.comments[static_cast<std::size_t>(node->comment)].author;
    if (result.title.empty() && !question.has_words) {
      question.wrong("needs-words", "this comment has no author's name to show here")
          .hint("write the words between the brackets");
    }
    return result;
  }
  const auto known =
      std::find_if(target.comments.begin(), target.comments.end(), [&](const Comment& c) { return c.id == id; });
  if (known != target.comments.end()) {
    const bool is_off = view.comments == CommentSetting::off;
    question
        .wrong("broken-reference", is_off ? fmt::format("the comment '{}' is not shown: comments are off there", id)
                                          : fmt::format("the comment '{}' is not shown: it is {}", id,
                                                        comment_status_names[static_cast<std::size_t>(known->status)]))
        .hint("link to a comment that readers can see");
    return {};
  }
  if (!target.has_all_comments) return {};  // the file that may contain it was reported
  std::vector<std::string> ids;
  for (const ThreadNode& n : nodes) ids.push_back(n.id);
  question.wrong("broken-reference", fmt::format("there is no comment '{}' on '{}'", id, target.source))
      .hint(guess_or(did_you_mean(id, std::span<const std::string>(ids)), "write the comment's 'id' from its file"));
  return {};
}

}  // namespace causerie
