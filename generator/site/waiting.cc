#include "site/waiting.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace causerie {
namespace {

std::vector<EssayId> essays_in_state(const Site& site, EssayState state) {
  std::vector<EssayId> found;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    if (site.view(EssayId{i}).state == state) found.push_back({i});
  }
  return found;
}

// An essay that could not be read is not a promise: its error is reported already.
bool is_promise(const Site& site, const Resolved& resolved) {
  return resolved.meaning == Meaning::promise && (!resolved.essay || site.source(*resolved.essay).is_sound);
}

void collect(const Site& site, const Passage& passage, const ResolvedText& resolved, EssayState said_in,
             std::vector<WaitingPromise>& promises) {
  for (std::size_t i = 0; i < resolved.links.size(); ++i) {
    if (!is_promise(site, resolved.links[i])) continue;
    const ProseLink& link = passage.prose.links[i];
    const int length = static_cast<int>(count_code_points(link.destination)) + 2;
    promises.push_back({passage.location(link.position, length), link.destination, &resolved.links[i], said_in});
  }
}

}  // namespace

std::vector<EssayId> draft_essays(const Site& site) { return essays_in_state(site, EssayState::draft); }

std::vector<EssayId> scheduled_essays(const Site& site) {
  std::vector<EssayId> scheduled = essays_in_state(site, EssayState::scheduled);
  std::stable_sort(scheduled.begin(), scheduled.end(),
                   [&](EssayId a, EssayId b) { return site.source(a).date->day < site.source(b).date->day; });
  return scheduled;
}

std::vector<WaitingPromise> waiting_promises(const Site& site, const References& references) {
  std::vector<WaitingPromise> promises;
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    const Essay& essay = *site.content->essays[i];
    const EssayState state = site.essays[i].state;
    collect(site, essay.body, references.bodies[i], state, promises);
    if (essay.summary) collect(site, *essay.summary, references.summaries[i], state, promises);
  }
  for (std::size_t s = 0; s < site.series.size(); ++s) {
    collect(site, site.content->series[s].description, references.series[s], EssayState::published, promises);
  }
  for (const auto& [passage, resolved] : references.passages)
    collect(site, *passage, resolved, EssayState::published, promises);
  for (const auto& [link, resolved] : references.labelled) {
    if (is_promise(site, resolved))
      promises.push_back({{"site.yaml", link->to.span}, link->to.text, &resolved, EssayState::published});
  }
  std::sort(promises.begin(), promises.end(), [](const WaitingPromise& a, const WaitingPromise& b) {
    return std::tie(a.location, a.destination) < std::tie(b.location, b.destination);
  });
  return promises;
}

std::vector<PendingComment> pending_comments(const Site& site) {
  std::vector<PendingComment> pending;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const std::vector<Comment>& comments = site.source(EssayId{i}).comments;
    for (int c = 0; c < static_cast<int>(comments.size()); ++c) {
      if (comments[static_cast<std::size_t>(c)].status == CommentStatus::pending) pending.push_back({{i}, c});
    }
  }
  return pending;
}

}  // namespace causerie
