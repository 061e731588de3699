#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/encoding.h"
#include "base/paths.h"
#include "content/essay_past.h"
#include "content/history.h"
#include "content/history_cache.h"
#include "content/versions.h"
#include "system/git.h"
#include "system/git_refusal.h"
#include "system/git_state.h"
#include "system/parallel.h"

namespace causerie {
namespace {

constexpr std::string_view content_folder = "content";
constexpr std::string_view history_kind = "history";  // in the store, one value: a CachedHistory

void warn(std::string message, std::string hint, Diagnostics& diagnostics) {
  diagnostics.warning("no-history", {"site.yaml", {}}, std::move(message)).hint(std::move(hint));
}

void warn_of_no_repository(Diagnostics& diagnostics) {
  warn("'history' is on, but the site is not in a git repository",
       "create one with 'git init'; history begins with your first commit", diagnostics);
}

void warn_of_refusal(const GitRefusal& refusal, Diagnostics& diagnostics) {
  warn(fmt::format("'history' is on, but git refuses the site's repository: {}", refusal.reason),
       refusal.hint.empty() ? "'git log' in the site's folder may show more; no revisions are shown" : refusal.hint,
       diagnostics);
}

CachedHistory load(Store& store, const Zone& zone) {
  const auto bytes = store.find(history_kind, "");
  auto cached = bytes ? decoded<CachedHistory>(*bytes) : std::nullopt;
  return cached && cached->zone == zone.name() ? *std::move(cached) : CachedHistory();
}

// Returns the folder's history up to the commit that is checked out, from the cache and from git. Nullopt, with a
// warning, if git has none.
std::optional<FolderPast> read_past_of(const std::string& folder, FolderPast noted, Diagnostics& diagnostics) {
  const auto is_essay = [](std::string_view path) { return path.ends_with(".md"); };
  auto past = read_past(folder, std::move(noted), is_essay);
  if (!past) {
    const std::string& reason = past.failure().reason;
    if (const auto refusal = git_refusal(folder)) {
      warn_of_refusal(*refusal, diagnostics);
    } else {
      const std::string command = mending_command(reason);
      warn(fmt::format("'history' is on, but git's repository cannot be read: {}", reason),
           command.empty() ? "'git log' in the site's folder may show why; no revisions are shown" : command,
           diagnostics);
    }
    return std::nullopt;
  }
  if (!*past) {
    // Some versions of libgit2 do not find a repository that belongs to another user.
    const auto refusal = git_refusal(folder);
    if (refusal) {
      warn_of_refusal(*refusal, diagnostics);
      return std::nullopt;
    }
    warn_of_no_repository(diagnostics);
    return std::nullopt;
  }
  if ((*past)->is_cut) {
    warn("this is a shallow clone: revisions before its oldest commit are unknown and not shown",
         "run 'git fetch --unshallow'; on GitHub, set 'fetch-depth: 0' for actions/checkout", diagnostics);
  }
  return **std::move(past);
}

std::vector<std::shared_ptr<EssayPast>> pasts_of(const Content& content,
                                                 const std::shared_ptr<const PastBytes>& bytes) {
  std::vector<std::shared_ptr<EssayPast>> pasts;
  for (const auto& essay : content.essays) {
    MarkdownOptions options = markdown_options(content.site);
    if (!essay->language.empty()) options.language = essay->language;
    pasts.push_back(std::make_shared<EssayPast>(bytes, std::move(options), *content.site.zone));
  }
  return pasts;
}

Revisions revisions_of(const std::shared_ptr<EssayPast>& past, const Zone& zone) {
  Revisions revisions;
  for (auto step = past->steps().rbegin(); step != past->steps().rend(); ++step) {
    if (step->difference == Hash()) continue;
    revisions.push_back(
        {date_of(step->when, zone), step->difference, [past, &step = *step] { return past->difference(step); }});
  }
  return revisions;
}

// Adds everything that was used, cached before or not, to the notes.
void collect(const std::vector<std::vector<Version>>& versions, const std::vector<std::shared_ptr<EssayPast>>& pasts,
             CachedHistory& cached) {
  for (const auto& own : versions) {
    for (const Version& version : own) {
      if (version.facts) cached.facts.emplace_back(version.blob, *version.facts);
    }
  }
  for (const auto& past : pasts) {
    for (const EssayPast::Step& step : past->steps()) cached.differences.emplace_back(step.key, step.difference);
  }
  sort_known(cached.facts);
  sort_known(cached.differences);
}

}  // namespace

History read_history(Files& files, const Content& content, Store& store, int jobs, Diagnostics& diagnostics) {
  History history;
  if (files.name_of("").empty()) {
    warn_of_no_repository(diagnostics);
    return history;
  }
  const Zone& zone = *content.site.zone;
  const std::string folder = files.name_of(content_folder);
  CachedHistory cached = load(store, zone);
  const std::string state = git_state(folder);
  const bool is_known = cached.state == state;
  auto past = is_known ? std::move(cached.past) : read_past_of(folder, std::move(cached.past), diagnostics);
  if (!past || past->head.is_none()) return history;  // no commit yet

  std::vector<std::string> paths;
  for (const auto& essay : content.essays) paths.push_back(essay->source.substr(content_folder.size() + 1));
  auto versions = versions_of(past->commits, paths);
  const auto pasts = pasts_of(content, past_bytes(folder));
  for_each_index(pasts.size(), jobs, [&](std::size_t i, int) { pasts[i]->read(versions[i], cached); });

  std::set<ObjectId> missing;
  for (std::size_t i = 0; i < pasts.size(); ++i) {
    missing.insert(pasts[i]->missing().begin(), pasts[i]->missing().end());
    if (Revisions revisions = revisions_of(pasts[i], zone); !revisions.empty())
      history.emplace(content.essays[i]->source, std::move(revisions));
  }
  if (!missing.empty()) {
    warn(fmt::format("this clone does not contain all earlier versions: {} of them are left out", missing.size()),
         "to fetch them, run 'git fetch --refetch --no-filter'", diagnostics);
  }
  const bool has_news = std::any_of(pasts.begin(), pasts.end(), [](const auto& one) { return one->has_news(); });
  if (!past->is_cut && (!is_known || has_news)) {
    // A commit made in the meantime belongs to another state.
    CachedHistory fresh{zone.name(), git_state(folder) == state ? state : "", *std::move(past), {}, {}};
    collect(versions, pasts, fresh);
    store.put(history_kind, "", encoded(fresh));
    store.commit();
  }
  return history;
}

}  // namespace causerie
