#include "content/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "base/hidden_character.h"
#include "base/locale.h"
#include "base/paths.h"
#include "base/text.h"
#include "content/comments/file_names.h"
#include "content/copied.h"

namespace causerie {
namespace {

constexpr std::string_view comment_mark = ".comments";

// Returns the folder of comments that a file is in, at any depth; empty if there is none.
std::string_view comment_folder_above(std::string_view name) {
  std::string_view folder = parent_of(name);
  while (!folder.empty() && !name_of(folder).ends_with(comment_mark)) folder = parent_of(folder);
  return folder;
}

// Returns the essay that a comment file belongs to: STEM.comments.yaml, or anything.yaml below STEM.comments/.
std::optional<CommentSourceFile> comment_source(const TreeFile& file) {
  const std::string_view extension = extension_of(name_of(file.name));
  if (!is_comment_extension(extension)) return std::nullopt;
  const auto name = std::string_view(file.name).substr(0, file.name.size() - extension.size());
  const bool is_single = name.ends_with(comment_mark);
  const std::string_view marked = is_single ? name : comment_folder_above(name);
  if (marked.empty()) return std::nullopt;
  const std::string_view stem = name_of(marked);
  return CommentSourceFile{file.path, std::string(parent_of(marked)),
                           std::string(stem.substr(0, stem.size() - comment_mark.size())),
                           std::string(is_single ? file.path : parent_of(file.path))};
}

class Sorter {
 public:
  Sorter(const Tree& tree, std::span<const Placed> comment_folders, Diagnostics& diagnostics)
      : tree_(tree), comment_folders_(comment_folders), diagnostics_(diagnostics) {
    for (const TreeFile& file : tree.files) {
      names_.insert(file.name);
      if (name_of(file.name) == "series.yaml") series_.insert(std::string(parent_of(file.name)));
    }
  }

  Sources sort() {
    Sources sources;
    for (const TreeFile& file : tree_.files) {
      const std::string_view name = name_of(file.name);
      if (name == "series.yaml") {
        if (may_be_series(file)) {
          sources.series_folders.push_back(std::string(parent_of(file.name)));
        } else {
          sources.refused.push_back(file);
        }
      } else if (extension_of(name) == ".md" && comment_folder_above(file.name).empty()) {
        warn_of_hidden_character(file);
        if (const auto kind = essay_kind(file)) {
          sources.essays.push_back({file.path, std::string(parent_of(file.name)), std::string(stem_of(name)), *kind});
        } else {
          sources.refused.push_back(file);
        }
      } else if (auto comment = comment_source(file)) {
        sources.comments.push_back(*std::move(comment));
      } else if (is_near_miss_of_comments(file)) {
        unread(file, "comments are in NAME.comments.yaml, or in the folder NAME.comments").hint("rename it");
        sources.refused.push_back(file);
      } else if (report_hidden_character(file)) {
        sources.refused.push_back(file);
      } else if (is_copied(file.name, comment_folders_)) {
        sources.copied.push_back(file);
      } else {
        warn_of_near_miss(file);
      }
    }
    // Comments of a refused essay are dropped: its error is enough.
    std::set<std::string> refused;
    for (const TreeFile& file : sources.refused) {
      if (extension_of(file.name) == ".md") refused.insert(std::string(stem_of(file.name)));
    }
    std::erase_if(sources.comments, [&](const CommentSourceFile& comment) {
      return refused.count(join_path(comment.folder, comment.stem)) > 0;
    });
    // By name, `x.comments.yaml` comes before `x.comments/…`; sorting by essay groups the files of each.
    std::stable_sort(sources.comments.begin(), sources.comments.end(),
                     [](const CommentSourceFile& a, const CommentSourceFile& b) {
                       return std::tie(a.folder, a.stem) < std::tie(b.folder, b.stem);
                     });
    return sources;
  }

 private:
  // Returns the series that the folder is inside of, not the folder itself; null if none.
  const std::string* series_above(std::string_view folder) const {
    while (!folder.empty()) {
      folder = parent_of(folder);
      const auto found = series_.find(folder);
      if (found != series_.end() && !found->empty()) return &*found;
    }
    return nullptr;
  }

  bool may_be_series(const TreeFile& file) {
    const std::string_view folder = parent_of(file.name);
    if (folder.empty()) {
      diagnostics_.error("misplaced-file", {file.path, {}}, "content/ itself cannot be a series")
          .hint("put series.yaml and the parts into a folder below content/");
      return false;
    }
    if (const std::string* above = series_above(folder)) {
      diagnostics_
          .error("misplaced-file", {file.path, {}},
                 fmt::format("a series cannot contain another series ('{}' is one)", *above))
          .hint("move the folder next to the other series");
      return false;
    }
    return true;
  }

  std::optional<EssayKind> essay_kind(const TreeFile& file) {
    const std::string_view folder = parent_of(file.name);
    const std::string_view stem = stem_of(name_of(file.name));
    if (is_translation(folder, stem)) {
      diagnostics_.error("translation", {file.path, {}}, "translations of an essay are not built yet")
          .hint("to make it a separate essay, take the language out of the file's name");
      return std::nullopt;
    }
    if (folder.empty()) return stem == "index" ? EssayKind::home : EssayKind::page;
    if (series_.count(std::string(folder)) > 0) {
      if (stem != "index") return EssayKind::part;
      diagnostics_.error("misplaced-file", {file.path, {}}, "a series cannot have an index.md")
          .hint("put its text into series.yaml, as 'description'");
      return std::nullopt;
    }
    if (const std::string* above = series_above(folder)) {
      diagnostics_
          .error("misplaced-file", {file.path, {}},
                 fmt::format("an essay of a series must be directly in the folder of the series ('{}')", *above))
          .hint(stem == "index" && *above == parent_of(folder)
                    ? fmt::format("make it {}.md, next to series.yaml", name_of(folder))
                    : fmt::format("move it into the folder content/{}", *above));
      return std::nullopt;
    }
    return stem == "index" ? EssayKind::folder_index : EssayKind::stand_alone;
  }

  // True for NAME.LANG.md next to NAME.md.
  bool is_translation(std::string_view folder, std::string_view stem) const {
    const std::string_view tag = extension_of(stem);
    if (tag.size() < 3 || !is_language(tag.substr(1))) return false;
    return names_.count(join_path(folder, std::string(stem_of(stem)) + ".md")) > 0;
  }

  // True for NAME.comment.json, and for NAME-comments.json next to an essay of that name.
  bool is_near_miss_of_comments(const TreeFile& file) const {
    const std::string_view name = name_of(file.name);
    const std::string stem = ascii_lower(stem_of(name));
    if (!is_comment_extension(ascii_lower(extension_of(name))) || is_leftover(name)) return false;
    if (lies_in(file.name, comment_folders_)) return false;
    if (stem.ends_with(".comment")) return true;
    for (const std::string_view ending : {"-comments", "_comments", " comments", "-comment", "_comment", " comment"}) {
      if (!stem.ends_with(ending)) continue;
      const std::string_view essay = name.substr(0, stem.size() - ending.size());
      return names_.count(join_path(parent_of(file.name), std::string(essay) + ".md")) > 0;
    }
    return false;
  }

  // A soft hyphen or a joiner in an essay's name. Spaces of any kind are spaces.
  void warn_of_hidden_character(const TreeFile& file) {
    const auto hidden = hidden_character(name_of(file.name));
    if (!hidden || hidden->is_space) return;
    diagnostics_
        .warning("hidden-character", {file.path, {}}, fmt::format("the name of this file contains {}", hidden->name))
        .hint("rename it: links to it would have to contain the character, too");
  }

  // True for a file that would be an essay, a series or comments if its extension had no character that cannot be seen.
  bool report_hidden_character(const TreeFile& file) {
    const std::string_view name = name_of(file.name);
    const auto hidden = hidden_character(extension_of(name));
    if (!hidden) return false;
    const std::string meant = without_hidden_characters(extension_of(name));
    if (meant != ".md" && !is_comment_extension(meant)) return false;
    unread(file, fmt::format("its name contains {}", hidden->name)).hint("rename it");
    return true;
  }

  // Comments and essays are never silently ignored because of a wrong file name.
  void warn_of_near_miss(const TreeFile& file) {
    const std::string name = ascii_lower(name_of(file.name));
    if (is_leftover(name) || lies_in(file.name, comment_folders_)) return;
    const std::string_view extension = extension_of(name);
    const bool was_series = name.starts_with("series.yaml.") || name.starts_with("series.yml.");
    if (name == "series.yml" || name == "series.yaml" || was_series) {
      unread(file, "it must be called series.yaml");
    } else if (!comment_folder_above(file.name).empty()) {
      unread(file, "a folder of comments may contain only comments").hint("comments end in .yaml, .yml or .json");
    } else if (ascii_lower(file.name).find(".comment") != std::string::npos) {
      unread(file, "comments are in NAME.comments.yaml, or in the folder NAME.comments").hint("rename it");
    } else if (extension == ".markdown" || extension == ".md") {
      unread(file, "essays end in .md").hint("rename it");
    } else if (const auto end = std::min(name.find(".md."), name.find(".markdown."));
               end != std::string::npos && (extension == ".txt" || extension == ".text")) {
      unread(file, "essays end in .md").hint(fmt::format("rename it to {}.md", name_of(file.name).substr(0, end)));
    }
  }

  Diagnostic& unread(const TreeFile& file, std::string_view why) {
    return diagnostics_.warning("unread-file", {file.path, {}}, fmt::format("this file is not read: {}", why));
  }

  const Tree& tree_;
  std::span<const Placed> comment_folders_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> names_;
  std::set<std::string, std::less<>> series_;
};

}  // namespace

Sources sort_sources(const Tree& tree, std::span<const Placed> comment_folders, Diagnostics& diagnostics) {
  return Sorter(tree, comment_folders, diagnostics).sort();
}

}  // namespace causerie
