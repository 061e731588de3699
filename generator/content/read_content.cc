#include <algorithm>
#include <optional>
#include <utility>

#include "base/paths.h"
#include "content/build_cache.h"
#include "content/comments/comment_file.h"
#include "content/comments/folders.h"
#include "content/comments/matching.h"
#include "content/comments/parsing.h"
#include "content/content.h"
#include "content/disguised_essays.h"
#include "content/parse_cache.h"
#include "content/source_text.h"
#include "content/sources.h"
#include "system/clock.h"
#include "system/parallel.h"

namespace causerie {
namespace {

// What reading one file adds to the result; other files are read at the same time.
struct Added {
  ParseCache parse_cache;
  Diagnostics said;
};

// An essay being read: its text is parsed, or cached together with the comments it had then.
struct PendingEssay {
  CachedEssay reading;
  std::shared_ptr<Essay> fresh;  // set if it was parsed, or copied to change its comments, in this run
  const SourceFile* source = nullptr;
};

// Reads a site whose site.yaml is already parsed.
class ContentReader {
 public:
  ContentReader(Files& files, const SiteFile& site, BuildCache& cache, int jobs, Diagnostics& diagnostics)
      : files_(files),
        settings_(reading_settings(site)),
        settings_hash_(hash_of(settings_)),
        earlier_(cache.take_parse_results(jobs)),
        cache_(cache),
        jobs_(jobs),
        now_ns_(wall_nanoseconds()),
        diagnostics_(diagnostics) {}

  Result<void> read_series(const std::vector<std::string>& folders, std::vector<Series>& series) {
    series.resize(folders.size());
    return for_each_in_order(folders.size(), [&](std::size_t i, Added& added) -> Result<void> {
      auto file = look(series_source(folders[i]));
      if (!file) return file.failure();
      CachedSeries reading;
      if (auto* known = find_cached(earlier_.series, file->path()); known && known->key == key_of(*file)) {
        reading = std::move(*known);
      } else {
        auto bytes = file->take_bytes(files_);
        if (!bytes) return bytes.failure();
        reading.series = read_series_file(*std::move(bytes), folders[i], settings_, reading.said);
        reading.key = key_of(*file);
      }
      added.said = reading.said;
      series[i] = reading.series;
      added.parse_cache.series.emplace(file->path(), std::move(reading));
      added.parse_cache.files.emplace(file->path(), file->reading());
      return {};
    });
  }

  Result<void> read_essays(const std::vector<SourceFile>& sources, Essays& essays) {
    pending_.resize(sources.size());
    auto done = for_each_in_order(sources.size(), [&](std::size_t i, Added& added) -> Result<void> {
      auto file = look(sources[i].path);
      if (!file) return file.failure();
      PendingEssay& essay = pending_[i];
      essay.source = &sources[i];
      const auto key = [&] { return text_key(*file, sources[i]); };
      if (auto* known = find_cached(earlier_.essays, sources[i].path); known && known->text_key == key()) {
        essay.reading = std::move(*known);
      } else {
        if (const auto read = read_text(*file, essay); !read) return read.failure();
      }
      added.said = essay.reading.text_said;
      added.parse_cache.files.emplace(file->path(), file->reading());
      return {};
    });
    for (const PendingEssay& essay : pending_) essays.push_back(essay.reading.essay);
    return done;
  }

  // Call after read_essays. `own` are the paths of the comment files next to each essay, `foreign` its other comments.
  Result<void> read_comments_of_all(const std::vector<std::vector<std::string>>& own,
                                    const std::vector<RawComments>& foreign, Essays& essays) {
    return for_each_in_order(essays.size(), [&](std::size_t i, Added& added) -> Result<void> {
      std::vector<FileToRead> files;
      for (const std::string& path : own[i]) {
        auto file = look(path);
        if (!file) return file.failure();
        files.push_back(*std::move(file));
      }
      PendingEssay& essay = pending_[i];
      if (essay.fresh || essay.reading.comments_key != comments_key(files, foreign[i], essay.reading.essay->language)) {
        EssayHtml html;
        if (const auto read = take_body(essay, html.body); !read) return read.failure();
        essay.reading.comments_said = {};
        const auto read =
            read_one_essays_comments(files, foreign[i], *essay.fresh, html.comments, essay.reading.comments_said);
        if (!read) return read.failure();
        essay.reading.comments_key = comments_key(files, foreign[i], essay.fresh->language);
        essay.reading.is_stored.value = false;
        essay.fresh->html.value = std::make_shared<HtmlHandle>(std::make_shared<const EssayHtml>(std::move(html)));
        essay.reading.essay = essay.fresh;
      }
      added.said = essay.reading.comments_said;
      for (const FileToRead& file : files) added.parse_cache.files.emplace(file.path(), file.reading());
      essays[i] = essay.reading.essay;
      added.parse_cache.essays.emplace(essays[i]->source, std::move(essay.reading));
      return {};
    });
  }

  // The comments in `comments.folders`, by essay.
  Result<std::vector<RawComments>> read_foreign_comments(const SiteFile& site, const Essays& essays) {
    auto listed = list_foreign_comments(files_, site, diagnostics_);
    if (!listed) return listed.failure();
    std::vector<RawComments> read(listed->size());
    auto done = for_each_in_order(listed->size(), [&](std::size_t i, Added& added) -> Result<void> {
      auto file = look((*listed)[i].path);
      if (!file) return file.failure();
      CachedForeignComments reading;
      if (auto* known = find_cached(earlier_.foreign_comments, file->path()); known && known->key == key_of(*file)) {
        reading = std::move(*known);
      } else {
        auto added_comments = read_comment_file(*file, true, reading.said);
        if (!added_comments) return added_comments.failure();
        reading.comments = *std::move(added_comments);
        reading.key = key_of(*file);
      }
      added.said = reading.said;
      read[i] = reading.comments;
      added.parse_cache.foreign_comments.emplace(file->path(), std::move(reading));
      added.parse_cache.files.emplace(file->path(), file->reading());
      return {};
    });
    if (!done) return done.failure();
    std::vector<RawComments> matched = match_foreign_comments(essays, *listed, std::move(read), diagnostics_);
    note_ignored_keys(matched, diagnostics_);
    return matched;
  }

  void keep_results() { cache_.keep_parse_results(std::move(results_), jobs_); }

  Result<void> read_attachments(const std::vector<TreeFile>& copied, std::vector<Attachment>& attachments) {
    attachments.resize(copied.size());
    return for_each_in_order(copied.size(), [&](std::size_t i, Added& added) -> Result<void> {
      auto file = look(copied[i].path);
      if (!file) return file.failure();
      CachedFile reading = file->reading();
      const CachedFile* earlier = find_cached(earlier_.files, file->path());
      if (earlier != nullptr && earlier->bytes == reading.bytes) reading.picture = earlier->picture;
      if (!reading.picture) {
        const auto bytes = file->take_bytes(files_);
        if (!bytes) return bytes.failure();
        reading = file->reading();
        reading.picture = image_size(*bytes);
        reading.is_stored.value = false;
      }
      attachments[i] = {copied[i].path, copied[i].name, reading.bytes, *reading.picture};
      added.parse_cache.files.emplace(file->path(), reading);
      return {};
    });
  }

 private:
  // Runs `work(index, added)` for each index in parallel and merges the results in order, so that the number of threads
  // does not change the result. Returns the first failure by index.
  template <class Work>
  Result<void> for_each_in_order(std::size_t count, Work work) {
    std::vector<Added> added(count);
    std::vector<std::optional<Failure>> failures(count);
    constexpr std::size_t least = 8;
    for_each_index(count, jobs_for(count, least, jobs_), [&](std::size_t index, int) {
      if (Result<void> result = work(index, added[index]); !result) failures[index] = result.failure();
    });
    for (std::size_t i = 0; i < count; ++i) {
      if (failures[i]) return *failures[i];
      diagnostics_.merge(std::move(added[i].said));
      ParseCache& read = added[i].parse_cache;
      results_.files.merge(read.files);
      results_.essays.merge(read.essays);
      results_.series.merge(read.series);
      results_.foreign_comments.merge(read.foreign_comments);
    }
    return {};
  }

  Result<FileToRead> look(const std::string& path) {
    return FileToRead::look(files_, path, find_cached(earlier_.files, path), now_ns_);
  }

  Hash key_of(const FileToRead& file) const { return Hasher().add(file.reading().bytes).add(settings_hash_).finish(); }

  Hash comments_key(const std::vector<FileToRead>& own, const RawComments& foreign, std::string_view language) const {
    Hasher hasher;
    hasher.add(settings_hash_).add(language).add(foreign.is_whole ? 1 : 0);
    for (const FileToRead& file : own) hasher.add(file.path()).add(file.reading().bytes);
    for (const auto& comment : foreign.comments) hasher.add(comment->hash);
    return hasher.finish();
  }

  Hash text_key(const FileToRead& file, const SourceFile& source) const {
    return Hasher().add(key_of(file)).add(static_cast<std::int64_t>(source.kind)).finish();
  }

  Result<void> read_text(FileToRead& file, PendingEssay& essay) const {
    auto bytes = file.take_bytes(files_);
    if (!bytes) return bytes.failure();
    essay.fresh = std::make_shared<Essay>();
    essay.reading.text_said = {};
    read_one_essay(*std::move(bytes), *essay.source, *essay.fresh, essay.reading.text_said);
    essay.reading.text_key = text_key(file, *essay.source);
    essay.reading.essay = essay.fresh;
    return {};
  }

  // The HTML of the body: of an essay that was parsed now, else from the cache. If the cache has lost it, the essay is
  // parsed again.
  Result<void> take_body(PendingEssay& essay, HollowHtml& body) const {
    if (!essay.fresh) {
      if (const auto html = essay.reading.essay->html.value->try_load()) {
        essay.fresh = std::make_shared<Essay>(*essay.reading.essay);
        body = html->body;
        return {};
      }
      auto file = FileToRead::look(files_, essay.source->path, nullptr, now_ns_);
      if (!file) return file.failure();
      if (const auto read = read_text(*file, essay); !read) return read.failure();
    }
    body = std::exchange(essay.fresh->body.prose.body, {});
    return {};
  }

  void read_one_essay(std::string bytes, const SourceFile& source, Essay& essay, Diagnostics& diagnostics) const {
    essay.source = source.path;
    essay.folder = source.folder;
    essay.stem = source.stem;
    essay.kind = source.kind;
    const RecoveredText read = recover_text(std::move(bytes), source.path, diagnostics);
    Diagnostics follows;  // errors that follow from invalid UTF-8, which is reported
    read_essay(read.text, settings_, essay, read.is_whole ? diagnostics : follows);
    if (read.is_whole) return;
    // Keep its name, but none of its contents.
    essay.is_sound = false;
    essay.tags.clear();
    essay.authors.clear();
    essay.image.reset();
    essay.summary.reset();
    essay.body = {};
  }

  Result<RawComments> read_comment_file(FileToRead& file, bool is_foreign, Diagnostics& diagnostics) const {
    auto bytes = file.take_bytes(files_);
    if (!bytes) return bytes.failure();
    if (bytes->size() > most_bytes_of_comment_file) {
      report_too_much(file.path(), "32 MB", diagnostics);
      return RawComments{.comments = {}, .is_whole = false};
    }
    auto text = text_from_bytes(*std::move(bytes), file.path(), diagnostics);
    if (!text) return RawComments{.comments = {}, .is_whole = false};
    return parse_comments({file.path(), *std::move(text), is_foreign}, diagnostics);
  }

  // Comments next to the essay first, then foreign ones.
  Result<void> read_one_essays_comments(std::vector<FileToRead>& own_files, const RawComments& foreign, Essay& essay,
                                        std::vector<std::string>& html, Diagnostics& diagnostics) const {
    RawComments read;
    for (FileToRead& file : own_files) {
      const auto added = read_comment_file(file, false, diagnostics);
      if (!added) return added.failure();
      read.add(*added);
    }
    note_ignored_keys({&read, 1}, diagnostics);
    read.add(foreign);
    MarkdownOptions markdown = settings_.markdown;
    markdown.is_untrusted = true;
    if (!essay.language.empty()) markdown.language = essay.language;
    ReadComments made = read_comments(
        read.comments, {settings_.zone, std::move(markdown), settings_.private_addresses, settings_.most_comment_bytes},
        diagnostics);
    essay.comments = std::move(made.comments);
    html = std::move(made.html);
    essay.has_all_comments = read.is_whole;
    return {};
  }

  Files& files_;
  const ReadingSettings settings_;
  const Hash settings_hash_;
  ParseCache earlier_;  // each value is moved out at most once
  BuildCache& cache_;
  ParseCache results_;
  const int jobs_;
  const std::int64_t now_ns_;
  Diagnostics& diagnostics_;
  std::vector<PendingEssay> pending_;
};

}  // namespace

Result<Content> read_content(Files& files, BuildCache& cache, int jobs, Diagnostics& diagnostics) {
  Content content;
  auto site = read_site_file(files, diagnostics);
  if (!site) return site.failure();
  if (!*site) {
    content.site.zone = Zone::named("UTC");
    content.site.has_unreadable_base_url = true;
    return content;  // nothing can be read without site.yaml, whose error is reported
  }
  content.site = **std::move(site);

  auto tree = read_tree(files, diagnostics);
  if (!tree) return tree.failure();
  Sources sources = sort_sources(*tree, content.site.comment_folders, diagnostics);
  auto disguised = take_disguised_essays(files, sources.copied, diagnostics);
  if (!disguised) return disguised.failure();
  for (const TreeFile& file : *disguised) content.refused.push_back(file.name);
  for (const TreeFile& file : sources.refused) content.refused.push_back(file.name);

  ContentReader reading(files, content.site, cache, jobs, diagnostics);
  if (auto done = reading.read_series(sources.series_folders, content.series); !done) return done.failure();
  if (auto done = reading.read_essays(sources.essays, content.essays); !done) return done.failure();
  const auto own = match_own_comments(content.essays, sources.comments, diagnostics);
  auto foreign = reading.read_foreign_comments(content.site, content.essays);
  if (!foreign) return foreign.failure();
  if (auto done = reading.read_comments_of_all(own, *foreign, content.essays); !done) return done.failure();
  if (auto done = reading.read_attachments(sources.copied, content.attachments); !done) return done.failure();
  reading.keep_results();
  return content;
}

Result<Content> read_content(Files& files, int jobs, Diagnostics& diagnostics) {
  BuildCache none;
  return read_content(files, none, jobs, diagnostics);
}

}  // namespace causerie
