#include "content/versions.h"

#include <algorithm>
#include <unordered_map>

#include "base/paths.h"
#include "base/text.h"
#include "content/essay.h"
#include "content/essay_keys.h"
#include "content/front_matter.h"
#include "content/source_text.h"

namespace causerie {
namespace {

// False if a name in the path begins with `.` or `_`.
bool was_in_site(std::string_view path) {
  const auto names = split(path, '/');
  return std::none_of(names.begin(), names.end(),
                      [](auto name) { return name.starts_with('.') || name.starts_with('_'); });
}

bool was_public(const Version& version, const Zone& zone) {
  if (!version.facts || !version.facts->is_publishable || !was_in_site(version.path)) return false;
  const std::optional<Day> day =
      version.facts->day ? version.facts->day : read_stem(stem_of(name_of(version.path)), false).day;
  return !day || !version.until || zone.instant(*day, 0) < *version.until;
}

}  // namespace

Instant in_calendar(Instant instant) {
  constexpr std::int64_t a_day = 86'400;                                                   // margin for all zones
  constexpr std::int64_t first = -62'135'596'800 + a_day, last = 253'402'300'799 - a_day;  // the years 1 to 9999
  return {std::clamp(instant.seconds, first, last)};
}

std::vector<std::vector<Version>> versions_of(std::span<const FolderCommit> commits,
                                              std::span<const std::string> paths) {
  std::vector<std::vector<Version>> versions(paths.size());
  std::unordered_map<std::string_view, std::size_t> here;  // the path of each file at the current commit
  for (std::size_t i = 0; i < paths.size(); ++i) here.emplace(paths[i], i);
  for (const FolderCommit& commit : commits) {
    std::vector<std::pair<const FileChange*, std::size_t>> moves;
    for (const FileChange& change : commit.changes) {
      const auto found = here.find(change.path);
      if (found == here.end()) continue;
      std::vector<Version>& own = versions[found->second];
      const Instant since = in_calendar(commit.authored);
      const auto until = own.empty() ? std::nullopt : std::optional(own.back().since);
      own.push_back({since, until, change.path, change.blob, {}});
      if (!change.moved_from.empty()) moves.emplace_back(&change, found->second);
    }
    // Only now, because two files may have swapped their paths.
    for (const auto& [change, file] : moves) here.erase(change->path);
    for (const auto& [change, file] : moves) here[change->moved_from] = file;
  }
  return versions;
}

VersionText read_version(std::string bytes, const Zone& zone) {
  Diagnostics ignored;
  VersionText version;
  const auto text = text_from_bytes(std::move(bytes), "", ignored);
  if (!text) return version;
  const FrontMatter front = split_front_matter(*text, "", ignored);
  Keys keys(front.map, essay_keys, "", ignored);
  const bool is_draft = keys.flag("draft").value_or(keys.find("draft") != nullptr);
  version.facts.is_publishable = !front.is_broken && !is_draft;
  if (const auto date = keys.date("date", zone)) version.facts.day = date->day;
  version.facts.text = hash_of(front.body);
  version.body = front.body;
  return version;
}

std::vector<const Version*> published_versions(std::span<const Version> newest_first, const Zone& zone) {
  std::vector<const Version*> published;
  for (auto version = newest_first.rbegin(); version != newest_first.rend(); ++version) {
    if (!was_public(*version, zone)) continue;
    if (!published.empty() && version->facts->text == published.back()->facts->text) continue;
    const bool is_same_day = published.size() > 1 && zone.day(published.back()->since) == zone.day(version->since);
    if (is_same_day) published.pop_back();
    published.push_back(&*version);
  }
  return published;
}

}  // namespace causerie
