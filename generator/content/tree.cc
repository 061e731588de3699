#include "content/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

struct Pending {
  std::string path;
  std::string name;
  int depth = 0;
};

bool is_left_alone(std::string_view name) {
  return (name.starts_with('.') && name != ".well-known") || name.starts_with('_');
}

bool is_within(std::string_view path, std::string_view folder) {
  return folder.empty() || path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

// The targets of the symbolic links followed so far, so that nothing is read twice and no links form a cycle.
class FollowedLinks {
 public:
  explicit FollowedLinks(std::string content) : targets_{std::move(content)} {}

  Result<bool> may_follow(Files& files, const std::string& path, Diagnostics& diagnostics) {
    auto target = files.resolve(path);
    if (!target) return target.failure();
    const SourceLocation location{path, {}};
    if (!*target) {
      diagnostics.error("bad-link", location, "this symbolic link leads outside the site's folder, or to nothing")
          .hint("copy what it leads to into content/");
      return false;
    }
    const std::string& to = **target;
    const auto meets = [&](const std::string& read) { return is_within(to, read) || is_within(read, to); };
    if (std::any_of(targets_.begin(), targets_.end(), meets)) {
      diagnostics
          .error("bad-link", location, fmt::format("this symbolic link leads to '{}', which is already read", to))
          .hint("delete the link: one file has one page");
      return false;
    }
    const auto own = files.stat(join_path(to, ".causerie-files"));
    if (own && *own) {
      diagnostics
          .error("bad-link", location,
                 fmt::format("this symbolic link leads to '{}', which contains a published site", to))
          .hint("delete the link: the output cannot be the input");
      return false;
    }
    targets_.push_back(to);
    return true;
  }

 private:
  std::vector<std::string> targets_;
};

// The location is the folder, because no diagnostic could show the name itself.
void report_name(const std::string& folder, std::string name, Diagnostics& diagnostics) {
  std::replace_if(
      name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; }, '?');
  diagnostics
      .error("broken-utf8", {folder, {}}, fmt::format("the name of '{}' in this folder is not valid UTF-8", name))
      .hint("rename it");
}

}  // namespace

Result<Tree> read_tree(Files& files, Diagnostics& diagnostics) {
  Tree tree;
  const auto top = files.stat("content");
  if (!top) return top.failure();
  if (!*top || (*top)->kind != FileKind::folder) {
    diagnostics.error("no-content", {"content", {}}, "there is no folder 'content'")
        .hint("create it, and put your essays there; 'causerie new essay TITLE' does both");
    return tree;
  }
  auto location = files.resolve("content");
  if (!location) return location.failure();
  if (!*location) {
    diagnostics.error("bad-link", {"content", {}}, "this symbolic link leads outside the site's folder")
        .hint("put the folder itself in its place");
    return tree;
  }
  FollowedLinks followed(**std::move(location));
  std::vector<Pending> stack{{"content", "", 0}};
  while (!stack.empty()) {
    const Pending folder = std::move(stack.back());
    stack.pop_back();
    tree.folders.push_back(folder.name);
    if (folder.depth > folder_depth_limit) {
      diagnostics.error("too-deep", {folder.path, {}},
                        fmt::format("folders are nested more than {} levels deep", folder_depth_limit));
      continue;
    }
    auto entries = files.list(folder.path);
    if (!entries) return entries.failure();
    for (const FolderEntry& entry : *entries) {
      if (is_left_alone(entry.name)) continue;
      if (first_invalid_byte(entry.name)) {
        report_name(folder.path, entry.name, diagnostics);
        continue;
      }
      const std::string path = join_path(folder.path, entry.name);
      const std::string name = join_path(folder.name, nfc(entry.name));
      FileKind kind = entry.kind;
      if (kind == FileKind::link) {
        auto follows = followed.may_follow(files, path, diagnostics);
        if (!follows) return follows.failure();
        if (!*follows) continue;
        auto stat = files.stat(path);
        if (!stat) return stat.failure();
        if (!*stat) continue;
        kind = (*stat)->kind;
      }
      if (kind == FileKind::folder) stack.push_back({path, name, folder.depth + 1});
      if (kind == FileKind::file) tree.files.push_back({path, name});
    }
  }
  std::sort(tree.folders.begin(), tree.folders.end());
  std::sort(tree.files.begin(), tree.files.end(), [](const TreeFile& a, const TreeFile& b) { return a.name < b.name; });
  return tree;
}

}  // namespace causerie
