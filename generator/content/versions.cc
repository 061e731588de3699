#include "content/versions.h"

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "content/essay.h"
#include "content/essay_keys.h"
#include "content/front_matter.h"
#include "content/source_text.h"

namespace causerie {
namespace {

// Nothing below a name that begins with `.` or `_` was part of the site.
bool was_in_site(std::string_view path) {
  const auto names = split(path, '/');
  return std::none_of(names.begin(), names.end(),
                      [](auto name) { return name.starts_with('.') || name.starts_with('_'); });
}

bool was_public(const Version& version, const VersionFacts& facts, const Zone& zone) {
  if (!facts.is_publishable || !was_in_site(version.path)) return false;
  const std::optional<Day> day = facts.day ? facts.day : read_stem(stem_of(name_of(version.path)), false).day;
  return !day || !version.until || zone.instant(*day, 0) < *version.until;
}

}  // namespace

Instant in_calendar(Instant instant) {
  constexpr std::int64_t a_day = 86'400;                                                   // of room, whatever the zone
  constexpr std::int64_t first = -62'135'596'800 + a_day, last = 253'402'300'799 - a_day;  // of the years 1 and 9999
  return {std::clamp(instant.seconds, first, last)};
}

std::vector<std::vector<Version>> versions_of(std::span<const FolderCommit> commits,
                                              std::span<const std::string> paths) {
  std::vector<std::vector<Version>> versions(paths.size());
  std::unordered_map<std::string, std::size_t> here;  // where each file lies at the commit that is looked at
  for (std::size_t i = 0; i < paths.size(); ++i) here.emplace(paths[i], i);
  for (const FolderCommit& commit : commits) {
    std::vector<std::pair<const FileChange*, std::size_t>> moves;
    for (const FileChange& change : commit.changes) {
      const auto found = here.find(change.path);
      if (found == here.end()) continue;
      std::vector<Version>& own = versions[found->second];
      const Instant since = in_calendar(commit.authored);
      own.push_back({since, own.empty() ? std::nullopt : std::optional(own.back().since), change.path, change.blob});
      if (!change.moved_from.empty()) moves.emplace_back(&change, found->second);
    }
    // All at once: of two files one may have taken the other's place.
    for (const auto& [change, file] : moves) here.erase(change->path);
    for (const auto& [change, file] : moves) here[change->moved_from] = file;
  }
  return versions;
}

VersionFacts read_facts(std::string bytes, const Zone& zone) {
  Diagnostics ignored;
  VersionFacts facts;
  const auto text = text_from_bytes(std::move(bytes), "", ignored);
  if (!text) return facts;
  const FrontMatter front = split_front_matter(*text, "", ignored);
  Keys keys(front.map, essay_keys, "", ignored);
  const bool is_draft = keys.flag("draft").value_or(keys.find("draft") != nullptr);
  facts.is_publishable = !front.is_broken && !is_draft;
  if (const auto date = keys.date("date", zone)) facts.day = date->day;
  facts.text = hash_of(front.body);
  return facts;
}

std::string body_of(std::string bytes) {
  Diagnostics ignored;
  const auto text = text_from_bytes(std::move(bytes), "", ignored);
  return text ? std::string(split_front_matter(*text, "", ignored).body) : std::string();
}

std::vector<const Version*> published_versions(std::span<const Version> newest_first, const FactsByBlob& facts,
                                               const Zone& zone) {
  std::vector<const Version*> published;
  Hash text;  // of the last one
  for (auto version = newest_first.rbegin(); version != newest_first.rend(); ++version) {
    const auto found = facts.find(version->blob);
    if (found == facts.end() || !was_public(*version, found->second, zone)) continue;
    if (!published.empty() && found->second.text == text) continue;
    const bool is_same_day = published.size() > 1 && zone.day(published.back()->since) == zone.day(version->since);
    if (is_same_day) published.pop_back();
    text = found->second.text;
    published.push_back(&*version);
  }
  return published;
}

}  // namespace causerie
