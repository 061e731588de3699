#include "content/build_cache.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/diagnostic_encoding.h"
#include "base/encoding.h"
#include "base/paths.h"
#include "content/essay_html.h"
#include "system/parallel.h"
#include "system/program.h"
#include "system/user_folders.h"

namespace causerie {

// What a writer's `params` may be: true or false, texts, lists and maps.
void encode(BinaryWriter& writer, const Value& value);
void decode(BinaryReader& reader, Value& value);

void encode(BinaryWriter& writer, const Record& record) { encode(writer, record.fields()); }
void decode(BinaryReader& reader, Record& record) {
  std::vector<std::pair<std::string, Value>> fields;
  decode(reader, fields);
  for (auto& [name, value] : fields) record.set(name, std::move(value));
}

void encode(BinaryWriter& writer, const Value& value) {
  encode(writer, value.state().index());
  if (const auto* flag = std::get_if<bool>(&value.state())) encode(writer, *flag);
  if (const auto* text = std::get_if<std::string>(&value.state())) encode(writer, *text);
  if (const auto* list = std::get_if<List>(&value.state())) encode(writer, *list);
  if (const auto* record = std::get_if<Record>(&value.state())) encode(writer, *record);
}

void decode(BinaryReader& reader, Value& value) {
  std::size_t index = 0;
  decode(reader, index);
  const auto read = [&]<class T>(T part) {
    if (index != Value(part).state().index()) return;
    decode(reader, part);
    value = std::move(part);
  };
  read(false);
  read(std::string());
  read(List());
  read(Record());
}

void encode(BinaryWriter& writer, const std::vector<ProseFault>& faults) {
  writer.number(faults.size());
  for (const ProseFault& fault : faults) {
    writer.text(fault.code.name());
    encode(writer, fault.message);
    encode(writer, fault.hint);
    encode(writer, fault.position);
    encode(writer, fault.is_error);
  }
}

void decode(BinaryReader& reader, std::vector<ProseFault>& faults) {
  for (std::size_t left = reader.count(); left > 0 && !reader.is_broken(); --left) {
    const auto code = DiagnosticCode::named(reader.text());
    if (!code) return reader.give_up();
    ProseFault& fault = faults.emplace_back(ProseFault{*code, {}, {}, {}});
    decode(reader, fault.message);
    decode(reader, fault.hint);
    decode(reader, fault.position);
    decode(reader, fault.is_error);
  }
}

namespace {

constexpr std::string_view essay_kind = "essay";    // by source: a CachedEssay
constexpr std::string_view series_kind = "series";  // by source: a CachedSeries
constexpr std::string_view files_kind = "files";    // by the number of a bucket: paths, each with its CachedFile
constexpr std::size_t bucket_count = 256;           // a row for each file would take longer to read than to decode
constexpr std::size_t batch = 128;                  // essays that are encoded or decoded at a time

using Files256 = std::array<std::vector<std::pair<std::string, CachedFile>>, bucket_count>;

std::size_t size_of(const EssayHtml& html) {
  std::size_t size = html.body.html.size();
  for (const std::string& comment : html.comments) size += comment.size();
  return size;
}

std::size_t bucket_of(std::string_view path) { return static_cast<std::size_t>(hash_of(path).low % bucket_count); }

// The values of a kind, decoded in parallel; what is damaged is left out. `take` must not use the store, which is
// locked.
template <class T>
void load_kind(Store& store, std::string_view kind, int jobs,
               const std::function<void(const std::string& key, T value)>& take) {
  std::vector<std::pair<std::string, std::string>> rows;
  const auto flush = [&] {
    std::vector<std::optional<T>> values(rows.size());
    for_each_index(rows.size(), jobs_for(rows.size(), 8, jobs),
                   [&](std::size_t i, int) { values[i] = decoded<T>(rows[i].second); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (values[i]) take(rows[i].first, *std::move(values[i]));
    }
    rows.clear();
  };
  store.for_each(kind, [&](std::string_view key, std::string_view value) {
    rows.emplace_back(key, value);
    if (rows.size() == 4 * batch) flush();
  });
  flush();
}

}  // namespace

BuildCache::BuildCache() : store_(std::make_unique<Store>()) {}

BuildCache::BuildCache(Store store, HtmlPolicy policy)
    : store_(std::make_unique<Store>(std::move(store))), policy_(policy), has_file_(true) {}

std::string BuildCache::remark() const {
  const std::string fault = store_->fault();
  return fault.empty() ? "" : fmt::format("the build cache was not used: {}: {}\n", store_->path(), fault);
}

void BuildCache::load_all_html() {
  std::erase_if(parsed_.essays, [](const auto& entry) {
    const auto essay = std::const_pointer_cast<Essay>(entry.second.essay);  // made by `load`
    auto html = essay->html.value->try_load();
    if (html == nullptr) return true;
    essay->html.value = std::make_shared<HtmlHandle>(std::move(html));
    return false;
  });
}

void BuildCache::load(int jobs) {
  is_loaded_ = true;
  if (!has_file_) return;
  load_kind<CachedEssay>(*store_, essay_kind, jobs, [&](const std::string& source, CachedEssay cached) {
    const auto essay = std::const_pointer_cast<Essay>(cached.essay);  // just made here
    stored_essays_.insert(source);
    essay->html.value = std::make_shared<HtmlHandle>(*store_, source, cached.html_version(), *is_html_lost_);
    cached.is_stored.value = true;
    parsed_.essays.emplace(source, std::move(cached));
  });
  if (policy_ == HtmlPolicy::in_memory) load_all_html();
  load_kind<CachedSeries>(*store_, series_kind, jobs, [&](const std::string& source, CachedSeries cached) {
    cached.is_stored.value = true;
    stored_series_.insert(source);
    parsed_.series.emplace(source, std::move(cached));
  });
  using Bucket = std::vector<std::pair<std::string, CachedFile>>;
  load_kind<Bucket>(*store_, files_kind, jobs, [&](const std::string&, Bucket bucket) {
    for (auto& [path, file] : bucket) {
      file.is_stored.value = true;
      stored_files_.insert(path);
      parsed_.files.emplace(std::move(path), std::move(file));
    }
  });
}

ParseCache BuildCache::take_parse_results(int jobs) {
  if (!is_loaded_) load(jobs);
  return std::exchange(parsed_, {});
}

void BuildCache::forget_parse_results() {
  is_loaded_ = true;
  parsed_ = {};
  stored_essays_.clear();
  stored_series_.clear();
  stored_files_.clear();
  if (!has_file_) return;
  for (const std::string_view kind : {essay_kind, html_kind, series_kind, files_kind}) store_->remove_all(kind);
}

void BuildCache::recover() {
  forget_parse_results();
  policy_ = HtmlPolicy::in_memory;
  *is_html_lost_ = false;
}

void BuildCache::store_essays(ParseCache& parsed, int jobs) {
  for (const std::string& source : stored_essays_) {
    if (parsed.essays.contains(source)) continue;
    store_->remove(essay_kind, source);
    store_->remove(html_kind, source);
  }
  std::vector<CachedEssay*> fresh;
  for (auto& [source, cached] : parsed.essays) {
    if (!cached.is_stored.value) fresh.push_back(&cached);
  }
  // In the store's order, so that each page of its file is written once.
  std::ranges::sort(fresh, {}, [](const CachedEssay* cached) { return std::string_view(cached->essay->source); });
  struct Row {
    std::string essay, html;
  };
  for (std::size_t begin = 0; begin < fresh.size(); begin += batch) {
    std::vector<Row> rows(std::min(batch, fresh.size() - begin));
    for_each_index(rows.size(), jobs_for(rows.size(), 8, jobs), [&](std::size_t i, int) {
      const CachedEssay& cached = *fresh[begin + i];
      const auto html = cached.essay->html.value->try_load();
      rows[i] = {encoded(cached), html == nullptr ? "" : encoded(StoredHtml{cached.html_version(), *html})};
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string& source = fresh[begin + i]->essay->source;
      store_->put(essay_kind, source, rows[i].essay);
      store_->put(html_kind, source, rows[i].html);
    }
  }
}

void BuildCache::store_series(const ParseCache& parsed) {
  for (const std::string& source : stored_series_) {
    if (!parsed.series.contains(source)) store_->remove(series_kind, source);
  }
  for (const auto& [source, cached] : parsed.series) {
    if (!cached.is_stored.value) store_->put(series_kind, source, encoded(cached));
  }
}

void BuildCache::store_files(const ParseCache& parsed) {
  std::array<bool, bucket_count> is_changed{};
  for (const std::string& path : stored_files_) {
    if (!parsed.files.contains(path)) is_changed[bucket_of(path)] = true;
  }
  for (const auto& [path, file] : parsed.files) {
    if (!file.is_stored.value) is_changed[bucket_of(path)] = true;
  }
  const auto buckets = std::make_unique<Files256>();
  for (const auto& [path, file] : parsed.files) {
    const std::size_t bucket = bucket_of(path);
    if (is_changed[bucket]) (*buckets)[bucket].emplace_back(path, file);
  }
  for (std::size_t i = 0; i < bucket_count; ++i) {
    if (is_changed[i]) store_->put(files_kind, std::to_string(i), encoded((*buckets)[i]));
  }
}

void BuildCache::note_stored(ParseCache& parsed) {
  for (auto& [source, cached] : parsed.essays) {
    stored_essays_.insert(source);
    cached.is_stored.value = true;
  }
  for (auto& [source, cached] : parsed.series) {
    stored_series_.insert(source);
    cached.is_stored.value = true;
  }
  for (auto& [path, file] : parsed.files) {
    stored_files_.insert(path);
    file.is_stored.value = true;
  }
}

void BuildCache::leave_html_in_store(const ParseCache& parsed) {
  std::size_t in_memory = 0;
  for (const auto& [source, cached] : parsed.essays) {
    HtmlHandle& html = *cached.essay->html.value;
    if (!html.is_in_memory()) continue;
    in_memory += size_of(*html.try_load());
    if (in_memory > most_html_in_memory_) html = HtmlHandle(*store_, source, cached.html_version(), *is_html_lost_);
  }
}

void BuildCache::keep_parse_results(ParseCache parsed, int jobs) {
  is_loaded_ = true;
  if (has_file_) {
    store_essays(parsed, jobs);
    store_series(parsed);
    store_files(parsed);
    if (store_->commit()) {
      stored_essays_.clear();
      stored_series_.clear();
      stored_files_.clear();
      if (policy_ == HtmlPolicy::in_memory) {
        note_stored(parsed);
      } else {
        leave_html_in_store(parsed);
      }
    }
  }
  if (policy_ == HtmlPolicy::in_memory) parsed_ = std::move(parsed);
}

BuildCache open_build_cache(const std::string& site, HtmlPolicy policy) {
  const auto folder = user_cache_folder();
  if (!folder) return {};
  return {Store(join_path(*folder, "causerie/" + hex(hash_of(site)) + ".sqlite"), program_hash()), policy};
}

}  // namespace causerie
