#include "content/comments/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/unicode.h"

namespace causerie {
namespace {

// Ids are unique ignoring letter case, because people, and some systems, ignore it. The first comment with an id keeps
// it as written; each later one gets the first free number appended.
void make_ids_unique(std::vector<Comment>& comments, Diagnostics& diagnostics) {
  std::unordered_map<std::string, const Comment*> written;
  std::vector<Comment*> repeated;
  // Own comments first, so that a foreign one cannot take their ids.
  for (const bool is_foreign : {false, true}) {
    for (Comment& comment : comments) {
      if (comment.is_foreign != is_foreign) continue;
      if (comment.id.empty()) continue;
      if (!written.emplace(lower(comment.id), &comment).second) repeated.push_back(&comment);
    }
  }
  std::unordered_map<std::string, int> next;  // the next number to try per id: keeps many repeats of one id linear
  for (Comment* comment : repeated) {
    const std::string key = lower(comment->id);
    const SourceLocation other = written[key]->location();
    diagnostics.add(
        {severity_of_mistakes_in(*comment),
         "duplicate-comment-id",
         comment->location(),
         fmt::format("the comment id '{}' is already used at {}:{}", comment->id, other.file, other.span.begin.line),
         {"give one of them a different id"}});
    int& number = next.try_emplace(key, 2).first->second;
    while (written.contains(fmt::format("{}-{}", key, number))) ++number;
    comment->id += fmt::format("-{}", number);
    written.emplace(lower(comment->id), comment);
  }
  // Comments without an id, which was reported, get a free one.
  int number = 1;
  for (Comment& comment : comments) {
    while (comment.id.empty()) {
      const std::string id = fmt::format("comment-{}", number++);
      if (written.emplace(id, &comment).second) comment.id = id;
    }
  }
}

void find_parents(std::vector<Comment>& comments, Diagnostics& diagnostics) {
  std::unordered_map<std::string, const Comment*> exact, folded;
  std::unordered_map<std::string, std::string> lost;  // ids that no file contains, as first written
  for (const Comment& comment : comments) {
    exact.emplace(comment.id, &comment);
    folded.emplace(lower(comment.id), &comment);
  }
  for (Comment& comment : comments) {
    if (comment.parent.empty()) continue;
    const Comment* answered = nullptr;
    if (const auto found = exact.find(comment.parent); found != exact.end()) {
      answered = found->second;
    } else if (const auto near = folded.find(lower(comment.parent)); near != folded.end()) {
      answered = near->second;
    }
    if (answered != nullptr) {
      comment.parent = answered->id;
      continue;
    }
    comment.has_lost_parent = true;
    diagnostics
        .warning("lost-parent", comment.parent_location(),
                 fmt::format("this comment replies to '{}', which is in no file", comment.parent))
        .hint("it is shown below a line that says the comment is missing; correct 'parent', or leave it as it is");
    comment.parent = lost.emplace(lower(comment.parent), comment.parent).first->second;
  }
}

// Follows each chain of parents once: 0 not seen, 1 on this walk, 2 known to end.
void cut_cycles(std::vector<Comment>& comments, Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < comments.size(); ++i) index.emplace(comments[i].id, i);
  const std::vector<std::int64_t> times = sorting_times(comments);
  std::vector<int> seen(comments.size(), 0);
  for (std::size_t start = 0; start < comments.size(); ++start) {
    std::vector<std::size_t> walk;
    std::size_t at = start;
    while (seen[at] == 0) {
      seen[at] = 1;
      walk.push_back(at);
      const auto parent = index.find(comments[at].parent);
      if (parent == index.end()) break;
      at = parent->second;
    }
    if (seen[at] == 1 && !comments[at].parent.empty() && index.count(comments[at].parent) > 0) {
      const auto begin = std::find(walk.begin(), walk.end(), at);
      const auto earliest = std::min_element(begin, walk.end(), [&](std::size_t a, std::size_t b) {
        return std::make_pair(times[a], a) < std::make_pair(times[b], b);
      });
      Comment& cut = comments[*earliest];
      const bool answers_itself = cut.id == cut.parent;
      diagnostics.add(
          {severity_of_mistakes_in(cut),
           "comment-cycle",
           cut.parent_location(),
           answers_itself ? fmt::format("the comment '{}' is a reply to itself", cut.id)
                          : fmt::format("the comments '{}' and '{}' are replies to each other", cut.id, cut.parent),
           {answers_itself ? "delete its 'parent'" : "the earliest one starts the thread: delete its 'parent'"}});
      cut.parent.clear();
    }
    for (const std::size_t i : walk) seen[i] = 2;
  }
}

}  // namespace

Severity severity_of_mistakes_in(const Comment& comment) {
  return comment.is_foreign ? Severity::warning : Severity::error;
}

std::vector<std::int64_t> sorting_times(const std::vector<Comment>& comments) {
  std::vector<std::int64_t> times;
  times.reserve(comments.size());
  std::optional<InternedName> file;
  std::int64_t last = std::numeric_limits<std::int64_t>::min();
  for (const Comment& comment : comments) {
    if (file != comment.file) last = std::numeric_limits<std::int64_t>::min();
    file = comment.file;
    if (comment.date) last = comment.date->instant.seconds;
    times.push_back(last);
  }
  return times;
}

void link_comments(std::vector<Comment>& comments, Diagnostics& diagnostics) {
  make_ids_unique(comments, diagnostics);
  find_parents(comments, diagnostics);
  cut_cycles(comments, diagnostics);
}

}  // namespace causerie
