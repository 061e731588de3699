#include "content/comment_matching.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

std::string folded(std::string_view name) {
  std::string result = lower(name);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == '.' || c == '_' || c == ' '; }, '-');
  return result;
}

bool is_comment_file(std::string_view name) {
  const std::string extension = ascii_lower(extension_of(name));
  return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

bool has_comments(const Essay& essay) { return essay.kind != EssayKind::home && essay.kind != EssayKind::folder_index; }

}  // namespace

Result<std::vector<ForeignCommentFile>> list_foreign_comments(Files& files, const SiteFile& site,
                                                              Diagnostics& diagnostics) {
  std::vector<ForeignCommentFile> found;
  std::vector<std::string> stack;
  for (const std::string& folder : site.comment_folders) {
    std::string path;
    const bool is_inside = resolve_relative("", folder, path) && !folder.starts_with('/');
    auto stat = is_inside ? files.stat(path) : Result<std::optional<FileStat>>(std::optional<FileStat>());
    if (!stat) return stat.failure();
    if (!*stat || (*stat)->kind != FileKind::folder) {
      diagnostics
          .error("no-comment-folder", {"site.yaml", {}},
                 fmt::format("'comments.folders' names '{}', which is no folder of this site", folder))
          .hint("write its path from the folder that holds site.yaml: data/comments");
      continue;
    }
    stack.push_back(path);
  }
  while (!stack.empty()) {
    const std::string folder = std::move(stack.back());
    stack.pop_back();
    auto entries = files.list(folder);
    if (!entries) return entries.failure();
    for (const FolderEntry& entry : *entries) {
      if (entry.name.starts_with('.')) continue;
      const std::string path = join_path(folder, entry.name);
      if (entry.kind == FileKind::folder) stack.push_back(path);
      if (entry.kind == FileKind::file && is_comment_file(entry.name)) {
        found.push_back({path, nfc(name_of(folder))});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return found;
}

std::vector<std::vector<CommentPath>> match_comments(const std::vector<Essay>& essays,
                                                     const std::vector<CommentSourceFile>& own,
                                                     const std::vector<ForeignCommentFile>& foreign,
                                                     Diagnostics& diagnostics) {
  std::vector<std::vector<CommentPath>> matched(essays.size());
  std::map<std::pair<std::string, std::string>, std::size_t> by_file;
  std::map<std::string, std::size_t> by_name;
  std::vector<std::string> stems;
  std::vector<std::string> names;  // stems and slugs
  for (std::size_t i = 0; i < essays.size(); ++i) {
    if (!has_comments(essays[i])) continue;
    by_file.emplace(std::make_pair(essays[i].folder, essays[i].stem), i);
    by_name.emplace(folded(essays[i].stem), i);
    by_name.emplace(folded(essays[i].slug), i);
    stems.push_back(essays[i].stem + ".md");
    names.push_back(essays[i].stem);
    names.push_back(essays[i].slug);
  }
  std::set<std::string> reported;
  const auto report = [&](const std::string& place, const std::string& name, std::span<const std::string> candidates) {
    if (!reported.insert(place).second) return;
    diagnostics
        .warning("lost-comments", {place, {}}, fmt::format("these comments belong to no essay: there is no '{}'", name))
        .hint(did_you_mean(name, candidates));
  };
  for (const CommentSourceFile& file : own) {
    const auto found = by_file.find({file.folder, file.stem});
    if (found != by_file.end()) {
      matched[found->second].push_back({file.path, false});
    } else {
      const bool is_alone = name_of(file.path).find(".comments.") != std::string_view::npos;
      report(is_alone ? file.path : std::string(parent_of(file.path)), file.stem + ".md", stems);
    }
  }
  for (const ForeignCommentFile& file : foreign) {
    const auto found = by_name.find(folded(file.essay_name));
    if (found != by_name.end()) {
      matched[found->second].push_back({file.path, true});
    } else {
      report(std::string(parent_of(file.path)), file.essay_name, names);
    }
  }
  return matched;
}

}  // namespace causerie
