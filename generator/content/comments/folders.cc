#include "content/comments/folders.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/paths.h"
#include "base/text.h"
#include "content/comments/file_names.h"

namespace causerie {
namespace {

bool is_comment_file(std::string_view name) { return is_comment_extension(ascii_lower(extension_of(name))); }

}  // namespace

Result<std::vector<ForeignCommentFile>> list_foreign_comments(Files& files, const SiteFile& site,
                                                              Diagnostics& diagnostics) {
  std::vector<ForeignCommentFile> found;
  std::vector<std::string> tops;
  for (const auto& [named, span] : site.comment_folders) {
    std::string path;
    const bool is_inside = resolve_relative("", named, path) && !named.starts_with('/');
    auto stat = is_inside ? files.stat(path) : Result<std::optional<FileStat>>(std::optional<FileStat>());
    if (!stat) return stat.failure();
    if (is_inside && (path.empty() || path == "content")) {
      diagnostics
          .error("no-comment-folder", {"site.yaml", span},
                 fmt::format("'comments.folders' names '{}', which contains the essays", named.empty() ? "." : named))
          .hint("name a folder that contains only comments");
    } else if (*stat && (*stat)->kind == FileKind::folder) {
      tops.push_back(path);
    } else if (*stat && (*stat)->kind == FileKind::file && is_comment_file(path)) {
      found.push_back({path, true});
    } else {
      diagnostics
          .error("no-comment-folder", {"site.yaml", span},
                 fmt::format("'comments.folders' names '{}', which is neither a folder of this site nor a comment file",
                             named))
          .hint("write its path relative to site.yaml, such as data/comments");
    }
  }
  std::vector<std::string> stack = tops;
  while (!stack.empty()) {
    const std::string folder = std::move(stack.back());
    stack.pop_back();
    const bool is_top = std::find(tops.begin(), tops.end(), folder) != tops.end();
    auto entries = files.list(folder);
    if (!entries) return entries.failure();
    for (const FolderEntry& entry : *entries) {
      if (entry.name.starts_with('.')) continue;
      const std::string path = join_path(folder, entry.name);
      FileKind kind = entry.kind;
      if (kind == FileKind::link) {
        auto behind = files.stat(path);
        if (!behind) return behind.failure();
        kind = *behind ? (*behind)->kind : FileKind::other;
        if (kind != FileKind::file) {  // a link to a folder could form a cycle
          diagnostics
              .warning("unread-file", {path, {}}, "this symbolic link is not followed: here it may lead only to a file")
              .hint("name the folder it leads to in 'comments.folders'");
          continue;
        }
      }
      if (kind == FileKind::folder) stack.push_back(path);
      if (kind == FileKind::file && is_comment_file(entry.name)) found.push_back({path, is_top});
    }
  }
  const auto path_of = [](const ForeignCommentFile& file) -> const std::string& { return file.path; };
  std::ranges::sort(found, {}, path_of);
  // A file may be named itself and also be in a folder that is named.
  const auto repeated = std::ranges::unique(found, {}, path_of);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

}  // namespace causerie
