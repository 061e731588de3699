#include "pipeline/last_build.h"

#include <atomic>

#include "base/binary.h"
#include "base/diagnostic_bytes.h"
#include "system/git_state.h"
#include "system/parallel.h"

namespace causerie {
namespace {

constexpr std::string_view last_build_line = "causerie last build 1\n";
constexpr std::size_t stat_size = 44;

void write(BinaryWriter& writer, const RecordedStat& recorded) {
  writer.text(recorded.path);
  writer.number32((recorded.follows_last_link ? 1 : 0) + (recorded.answer ? 2 : 0));
  if (recorded.answer) writer.stat(*recorded.answer);
}

RecordedStat read_recorded(BinaryReader& reader) {
  RecordedStat recorded;
  recorded.path = reader.text();
  const std::uint32_t flags = reader.number32();
  recorded.follows_last_link = (flags & 1) != 0;
  if ((flags & 2) != 0) recorded.answer = reader.stat();
  return recorded;
}

void write(BinaryWriter& writer, const SiteSummary& summary) {
  writer.number32(static_cast<std::size_t>(summary.comments_shown));
  writer.number32(static_cast<std::size_t>(summary.comments_pending));
  writer.number32(summary.scheduled.size());
  for (const auto& [source, day] : summary.scheduled) {
    writer.text(source);
    writer.text(iso(day));
  }
}

SiteSummary read_summary(BinaryReader& reader) {
  SiteSummary summary;
  summary.comments_shown = static_cast<int>(reader.number32());
  summary.comments_pending = static_cast<int>(reader.number32());
  summary.scheduled.resize(reader.count(8));
  for (auto& [source, day] : summary.scheduled) {
    source = reader.text();
    day = parse_day(reader.text()).value_or(Day());
  }
  return summary;
}

// True if `holds` is true for all indices below `count`. Stops early after the first false.
template <class Holds>
Result<bool> all_hold(std::size_t count, int jobs, Holds holds) {
  constexpr std::size_t least = 8192;  // each takes a few µs
  std::atomic<bool> all = true;
  const auto done = try_for_each_index(count, jobs_for(count, least, jobs), [&](std::size_t i, int) -> Result<void> {
    if (!all) return {};
    const Result<bool> one = holds(i);
    if (!one) return one.failure();
    if (!*one) all = false;
    return {};
  });
  if (!done) return done.failure();
  return all.load();
}

}  // namespace

std::string encode_last_build(const LastBuild& last) {
  BinaryWriter writer(last_build_line);
  writer.hash(last.conditions);
  writer.number64(static_cast<std::uint64_t>(last.begin.seconds));
  writer.number64(static_cast<std::uint64_t>(last.end.seconds));
  writer.number32(last.recorded.size());
  for (const RecordedStat& recorded : last.recorded) write(writer, recorded);
  writer.text(last.past);
  writer.number32(last.left.size());
  for (const auto& [path, stat] : last.left) {
    writer.text(path);
    writer.stat(stat);
  }
  writer.hash(last.list);
  writer.number32(last.said.size());
  for (const Diagnostic& one : last.said) write(writer, one);
  write(writer, last.summary);
  return std::move(writer).finish();
}

std::optional<LastBuild> decode_last_build(std::string_view bytes) {
  BinaryReader reader(bytes, last_build_line);
  LastBuild last;
  last.conditions = reader.hash();
  last.begin.seconds = static_cast<std::int64_t>(reader.number64());
  last.end.seconds = static_cast<std::int64_t>(reader.number64());
  last.recorded.resize(reader.count(8));
  for (RecordedStat& recorded : last.recorded) recorded = read_recorded(reader);
  last.past = reader.text();
  last.left.resize(reader.count(4 + stat_size));
  for (auto& [path, stat] : last.left) {
    path = reader.text();
    stat = reader.stat();
  }
  last.list = reader.hash();
  for (std::size_t left = reader.count(28); left > 0; --left) {
    auto one = read_diagnostic(reader);
    if (!one) return std::nullopt;
    last.said.push_back(*std::move(one));
  }
  last.summary = read_summary(reader);
  if (reader.is_broken() || !reader.is_at_end()) return std::nullopt;
  return last;
}

Result<std::optional<LastBuild>> find_last_build(const BuildFolders& folders, Hash conditions, Instant now, int jobs) {
  const auto none = std::optional<LastBuild>();
  const auto noted = folders.notes.stat(last_build_path);
  if (!noted) return noted.failure();
  if (!*noted) return none;
  const auto bytes = folders.notes.read(last_build_path);
  if (!bytes) return bytes.failure();
  auto last = decode_last_build(*bytes);
  if (!last || last->conditions != conditions || now < last->begin || now >= last->end) return none;
  if (!last->past.empty() && last->past != git_state(folders.site.name_of("content"))) return none;
  const auto told = all_hold(last->recorded.size(), jobs,
                             [&](std::size_t i) { return still_holds(folders.site, last->recorded[i]); });
  if (!told) return told.failure();
  if (!*told) return none;
  const auto left = all_hold(last->left.size(), jobs, [&](std::size_t i) -> Result<bool> {
    const auto stat = folders.destination.stat_entry(last->left[i].first);
    if (!stat) return stat.failure();
    return *stat && **stat == last->left[i].second;
  });
  if (!left) return left.failure();
  return *left ? std::move(last) : none;
}

}  // namespace causerie
