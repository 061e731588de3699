#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/paths.h"
#include "content/comment_file.h"
#include "content/comment_folders.h"
#include "content/comment_matching.h"
#include "content/comment_parsing.h"
#include "content/content.h"
#include "content/source_text.h"
#include "content/sources.h"
#include "system/parallel.h"

namespace causerie {
namespace {

// Runs `work(index, diagnostics)` for each index in parallel and merges what each says in order, so that the number of
// threads changes nothing. The first failure by index counts.
template <class Work>
Result<void> for_each_in_order(std::size_t count, int jobs, Diagnostics& diagnostics, Work work) {
  std::vector<Diagnostics> said(count);
  std::vector<std::optional<Failure>> failures(count);
  for_each_index(count, jobs, [&](std::size_t index, int) {
    if (Result<void> result = work(index, said[index]); !result) failures[index] = result.failure();
  });
  for (std::size_t i = 0; i < count; ++i) {
    if (failures[i]) return *failures[i];
    diagnostics.merge(std::move(said[i]));
  }
  return {};
}

Result<void> read_one_essay(Files& files, const SourceFile& source, const SiteFile& site, Essay& essay,
                            Diagnostics& diagnostics) {
  essay.source = source.path;
  essay.folder = source.folder;
  essay.stem = source.stem;
  essay.kind = source.kind;
  auto read = read_text_or_remains(files, source.path, diagnostics);
  if (!read) return read.failure();
  Diagnostics follows;  // from broken UTF-8, which was reported
  read_essay(read->text, site, essay, read->is_whole ? diagnostics : follows);
  if (read->is_whole) return {};
  // Its name stays known, and what it says is not read.
  essay.is_sound = false;
  essay.tags.clear();
  essay.authors.clear();
  essay.image.reset();
  essay.summary.reset();
  essay.body = {};
  return {};
}

// Adds what a file holds.
Result<void> read_comment_file(Files& files, const std::string& path, bool is_foreign, RawComments& read,
                               Diagnostics& diagnostics) {
  auto text = read_text(files, path, diagnostics);
  if (!text) return text.failure();
  RawComments added;
  added.is_whole = text->has_value();
  if (*text) added = parse_comments({path, **std::move(text), is_foreign}, diagnostics);
  std::move(added.comments.begin(), added.comments.end(), std::back_inserter(read.comments));
  read.is_whole = read.is_whole && added.is_whole;
  return {};
}

// Those beside the essay first, then foreign ones.
Result<void> read_essay_comments(Files& files, const std::vector<std::string>& paths, RawComments foreign,
                                 const SiteFile& site, Essay& essay, Diagnostics& diagnostics) {
  RawComments read;
  for (const std::string& path : paths) {
    if (auto done = read_comment_file(files, path, false, read, diagnostics); !done) return done.failure();
  }
  std::vector<const RawComment*> own;
  for (const RawComment& comment : read.comments) own.push_back(&comment);
  note_ignored_keys(own, diagnostics);
  std::move(foreign.comments.begin(), foreign.comments.end(), std::back_inserter(read.comments));
  MarkdownOptions markdown = markdown_options(site);
  markdown.is_untrusted = true;
  if (!essay.language.empty()) markdown.language = essay.language;
  essay.comments = read_comments(read.comments, {*site.zone, std::move(markdown), site.private_addresses}, diagnostics);
  essay.has_all_comments = read.is_whole && foreign.is_whole;
  return {};
}

// What lies in `comments.folders`, by essay.
Result<std::vector<RawComments>> read_foreign_comments(Files& files, const SiteFile& site,
                                                       const std::vector<Essay>& essays, int jobs,
                                                       Diagnostics& diagnostics) {
  auto listed = list_foreign_comments(files, site, diagnostics);
  if (!listed) return listed.failure();
  std::vector<RawComments> read(listed->size());
  if (auto done = for_each_in_order(listed->size(), jobs, diagnostics,
                                    [&](std::size_t i, Diagnostics& own) {
                                      return read_comment_file(files, (*listed)[i].path, true, read[i], own);
                                    });
      !done) {
    return done.failure();
  }
  std::vector<RawComments> matched = match_foreign_comments(essays, *listed, std::move(read), diagnostics);
  std::vector<const RawComment*> all;
  for (const RawComments& of_essay : matched) {
    for (const RawComment& comment : of_essay.comments) all.push_back(&comment);
  }
  note_ignored_keys(all, diagnostics);
  return matched;
}

}  // namespace

Result<Content> read_content(Files& files, int jobs, Diagnostics& diagnostics) {
  Content content;
  auto site = read_site_file(files, diagnostics);
  if (!site) return site.failure();
  if (!*site) {
    content.site.zone = Zone::named("UTC");
    content.site.has_unreadable_base_url = true;
    return content;  // without site.yaml nothing else is known; its error is the one to mend
  }
  content.site = **std::move(site);

  auto tree = read_tree(files, diagnostics);
  if (!tree) return tree.failure();
  const Sources sources = sort_sources(*tree, content.site.comment_folders, diagnostics);

  for (const TreeFile& file : sources.refused) content.refused.push_back(file.name);
  for (const std::string& folder : sources.series_folders) {
    auto series = read_series_file(files, content.site, folder, diagnostics);
    if (!series) return series.failure();
    content.series.push_back(*std::move(series));
  }

  content.essays.resize(sources.essays.size());
  if (auto done = for_each_in_order(sources.essays.size(), jobs, diagnostics,
                                    [&](std::size_t i, Diagnostics& own) {
                                      return read_one_essay(files, sources.essays[i], content.site, content.essays[i],
                                                            own);
                                    });
      !done) {
    return done.failure();
  }

  const auto comments = match_own_comments(content.essays, sources.comments, diagnostics);
  auto foreign = read_foreign_comments(files, content.site, content.essays, jobs, diagnostics);
  if (!foreign) return foreign.failure();
  if (auto done = for_each_in_order(content.essays.size(), jobs, diagnostics,
                                    [&](std::size_t i, Diagnostics& own) {
                                      return read_essay_comments(files, comments[i], std::move((*foreign)[i]),
                                                                 content.site, content.essays[i], own);
                                    });
      !done) {
    return done.failure();
  }

  content.attachments.resize(sources.copied.size());
  if (auto done = for_each_in_order(sources.copied.size(), jobs, diagnostics,
                                    [&](std::size_t i, Diagnostics&) -> Result<void> {
                                      auto bytes = files.read(sources.copied[i].path);
                                      if (!bytes) return bytes.failure();
                                      content.attachments[i] = {sources.copied[i].path, sources.copied[i].name,
                                                                hash_of(*bytes), image_size(*bytes)};
                                      return {};
                                    });
      !done) {
    return done.failure();
  }
  return content;
}

}  // namespace causerie
