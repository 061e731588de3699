#include "content/disk_parse_cache.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <variant>

#include "content/parse_cache_encoding.h"
#include "system/parallel.h"

namespace causerie {
namespace {

constexpr std::size_t essays_a_part = 128;       // a few megabytes; each thread encodes one part at a time
constexpr std::uint64_t small_size = 1'000'000;  // of outdated entries, in bytes: not worth rewriting everything
constexpr std::size_t most_small_parts = 32;     // each takes time to open

std::string head_line(Hash program) { return "causerie parse-cache 1 " + hex(program) + "\n"; }

struct Entry {
  const std::string* path;
  std::variant<const CachedFile*, const CachedSeries*, const CachedEssay*> value;
};

enum class Which { all, new_ones };
using Entries = std::vector<Entry>;

// Returns the entries grouped into parts. Essays are split over several, because their entries are large.
std::vector<Entries> entries_of(const ParseCache& parse_cache, Which which) {
  std::vector<Entries> parts(1);
  const auto add = [&](const auto& by_path, std::size_t most) {
    for (const auto& [path, reading] : by_path) {
      if (which == Which::new_ones && reading.disk_size != 0) continue;
      if (parts.back().size() >= most) parts.emplace_back();
      parts.back().push_back({&path, &reading});
    }
  };
  add(parse_cache.essays, essays_a_part);
  add(parse_cache.series, std::string::npos);
  add(parse_cache.files, std::string::npos);
  return parts;
}

std::uint64_t size_kept(const ParseCache& parse_cache) {
  std::uint64_t size = 0;
  const auto add = [&](const auto& by_path) {
    for (const auto& [path, reading] : by_path) size += reading.disk_size;
  };
  add(parse_cache.essays);
  add(parse_cache.series);
  add(parse_cache.files);
  return size;
}

std::string encode_part(const Entries& entries, std::string_view line) {
  BinaryWriter writer(line);
  for (const Entry& entry : entries) {
    writer.number32(entry.value.index());
    writer.text(*entry.path);
    std::visit([&](const auto* reading) { write(writer, *reading); }, entry.value);
  }
  return std::move(writer).finish();
}

std::optional<ParseCache> decode_part(std::string_view bytes, std::string_view line) {
  ParseCache parse_cache;
  BinaryReader reader(bytes, line);
  while (!reader.is_broken() && !reader.is_at_end()) {
    const std::size_t before = reader.size_left();
    const std::uint32_t kind = reader.number32();
    const std::string path(reader.text());
    const auto sized = [&](auto reading) {
      reading.disk_size = before - reader.size_left();
      return reading;
    };
    if (kind == 0) {
      parse_cache.files.insert_or_assign(path, sized(read_cached_file(reader)));
    } else if (kind == 1) {
      parse_cache.series.insert_or_assign(path, sized(read_cached_series(reader)));
    } else {
      parse_cache.essays.insert_or_assign(path, sized(read_cached_essay(reader)));
    }
  }
  return reader.is_broken() ? std::nullopt : std::optional(std::move(parse_cache));
}

std::optional<std::uint64_t> number_of(std::string_view name) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  return error == std::errc() && end == name.data() + name.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

ParseCache DiskParseCache::load(int jobs) {
  ParseCache parse_cache;
  const auto stat = folder_ ? folder_->stat("") : std::optional<FileStat>();
  if (!stat || !*stat) return parse_cache;
  const auto listed = folder_->list("");
  if (!listed) return parse_cache;
  for (const FolderEntry& entry : *listed) {
    const auto number = number_of(entry.name);
    if (number) parts_.push_back({*number});
  }
  std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.number < b.number; });

  std::vector<ParseCache> decoded(parts_.size());
  const std::string line = head_line(program_);
  for_each_index(parts_.size(), jobs, [&](std::size_t i, int) {
    const auto bytes = folder_->read(std::to_string(parts_[i].number));
    auto part = bytes ? decode_part(*bytes, line) : std::nullopt;
    parts_[i].is_broken = !part;
    if (!part) return;
    parts_[i].size = bytes->size();
    decoded[i] = *std::move(part);
  });
  // From the highest part down: `merge` keeps the entries that are already there.
  for (std::size_t i = decoded.size(); i-- > 0;) {
    parse_cache.files.merge(decoded[i].files);
    parse_cache.series.merge(decoded[i].series);
    parse_cache.essays.merge(decoded[i].essays);
  }
  return parse_cache;
}

void DiskParseCache::keep(const ParseCache& parse_cache, int jobs) {
  if (!folder_) return;
  std::uint64_t size = 0;
  bool has_broken = false;
  for (const Part& part : parts_) {
    size += part.size;
    has_broken = has_broken || part.is_broken;
  }
  const bool is_outdated = has_broken || size > 2 * size_kept(parse_cache) + small_size ||
                           parts_.size() > 2 * parse_cache.essays.size() / essays_a_part + most_small_parts;
  const std::vector<Entries> parts = entries_of(parse_cache, is_outdated ? Which::all : Which::new_ones);
  const std::uint64_t next = parts_.empty() ? 1 : parts_.back().number + 1;
  const std::string line = head_line(program_);
  const auto written = try_for_each_index(parts.size(), jobs, [&](std::size_t i, int) -> Result<void> {
    if (parts[i].empty()) return {};
    const auto done = folder_->write(std::to_string(next + i), encode_part(parts[i], line));
    if (!done) return done.failure();
    return {};
  });
  if (!written || !is_outdated) return;
  for (const Part& part : parts_) static_cast<void>(folder_->remove(std::to_string(part.number)));
}

}  // namespace causerie
