#include <iterator>
#include <optional>

#include "base/paths.h"
#include "content/comment_file.h"
#include "content/comment_matching.h"
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
  auto text = read_text(files, source.path, diagnostics);
  if (!text) return text.failure();
  if (*text) {
    read_essay(**text, site, essay, diagnostics);
  } else {
    essay.is_sound = false;
    essay.title = essay.slug = source.stem;
  }
  return {};
}

Result<void> read_essay_comments(Files& files, const std::vector<CommentPath>& paths, const SiteFile& site,
                                 Essay& essay, Diagnostics& diagnostics) {
  std::vector<CommentSource> sources;
  bool is_whole = true;
  for (const CommentPath& path : paths) {
    auto text = read_text(files, path.path, diagnostics);
    if (!text) return text.failure();
    is_whole = is_whole && text->has_value();
    if (*text) sources.push_back({path.path, **std::move(text), path.is_foreign});
  }
  MarkdownOptions markdown = markdown_options(site);
  markdown.is_untrusted = true;
  if (!essay.language.empty()) markdown.language = essay.language;
  CommentsRead read = read_comments(sources, {*site.zone, std::move(markdown), site.private_addresses}, diagnostics);
  essay.comments = std::move(read.comments);
  essay.has_all_comments = is_whole && read.is_whole;
  return {};
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
  auto foreign = list_foreign_comments(files, content.site, diagnostics);
  if (!foreign) return foreign.failure();

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

  const auto comments = match_comments(content.essays, sources.comments, *foreign, diagnostics);
  if (auto done = for_each_in_order(content.essays.size(), jobs, diagnostics,
                                    [&](std::size_t i, Diagnostics& own) {
                                      return read_essay_comments(files, comments[i], content.site, content.essays[i],
                                                                 own);
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
