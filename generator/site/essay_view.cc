#include "site/essay_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>

#include "base/text.h"
#include "site/threads.h"

namespace causerie {
namespace {

EssayState state_of(const Essay& essay, const Edition& edition) {
  if (essay.is_draft) return EssayState::draft;
  return essay.date && essay.date->day > edition.day ? EssayState::scheduled : EssayState::published;
}

bool is_shown(EssayState state, const Edition& edition) {
  switch (state) {
    case EssayState::published:
      return true;
    case EssayState::draft:
      return edition.drafts;
    case EssayState::scheduled:
      return edition.future;
  }
  return false;
}

// Returns the person with that key in `authors`, or the site's author if that is their name; null if there is none.
const Person* person_named(const std::string& name, const SiteFile& file) {
  if (const auto found = file.authors.find(name); found != file.authors.end()) return &found->second;
  return file.author && file.author->name == name ? &*file.author : nullptr;
}

void report_unknown_author(const Placed& name, const std::string& source, const SiteFile& file,
                           Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const auto& [key, person] : file.authors) known.push_back(key);
  diagnostics.error("unknown-author", {source, name.span}, fmt::format("'authors' in site.yaml has no '{}'", name.text))
      .hint(did_you_mean(name.text, std::span<const std::string>(known)))
      .hint("authors are named by their keys: add this one there, or use another key");
}

}  // namespace

EssayView essay_view(const Essay& essay, const SiteFile& file, const Edition& edition) {
  EssayView view;
  view.state = state_of(essay, edition);
  view.is_shown = is_shown(view.state, edition) && !essay.slug.empty();
  view.language = essay.language.empty() ? file.language : essay.language;
  view.part = essay.part;
  return view;
}

std::vector<Author> authors_of(const Essay& essay, const Series* series, const SiteFile& file,
                               Diagnostics& diagnostics) {
  const bool is_own = !essay.authors.empty() || series == nullptr;
  const std::vector<Placed>& names = is_own ? essay.authors : series->authors;
  const std::string& source = is_own ? essay.source : series->source;
  std::vector<Author> authors;
  for (auto name = names.begin(); name != names.end(); ++name) {
    const auto is_same = [&](const Placed& other) { return other.text == name->text; };
    if (trim(name->text).empty() || std::any_of(names.begin(), name, is_same)) continue;
    const Person* person = person_named(name->text, file);
    authors.push_back({person == nullptr ? name->text : person->name, person});
    if (person == nullptr && !file.authors.empty()) report_unknown_author(*name, source, file, diagnostics);
  }
  if (names.empty() && file.author) authors.push_back({file.author->name, &*file.author});
  return authors;
}

void settle_comments(const Essay& essay, const SiteFile& file, const Edition& edition, EssayView& view,
                     Diagnostics& diagnostics) {
  view.comments = essay.comment_setting.value_or(file.comments);
  if (view.comments == CommentSetting::open && file.comments_close_after_days && essay.date) {
    const Day last = day_after(essay.date->day, *file.comments_close_after_days);
    if (last < edition.day) {
      view.comments = CommentSetting::closed;
      view.closed_since = day_after(last);
    }
  }
  if (view.comments == CommentSetting::off) {
    if (!essay.comments.empty()) {
      diagnostics
          .warning("comments-off", {essay.source, {}},
                   fmt::format("comments are off here, and {} of them are not shown", essay.comments.size()))
          .hint("write 'comments: closed' to show the existing ones and accept no new ones");
    }
    return;
  }
  view.conversation = make_conversation(essay.comments);
}

void settle_history(const Essay& essay, const History& history, EssayView& view) {
  view.updated = essay.updated;
  const auto found = history.find(essay.source);
  if (found == history.end() || essay.kind == EssayKind::home || essay.kind == EssayKind::folder_index) return;
  if (view.state != EssayState::draft) view.revisions = found->second;
  if (!view.updated && !view.revisions.empty()) view.updated = view.revisions.front().date;
}

}  // namespace causerie
