#include "content/comments/matching.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

std::string folded(std::string_view name) {
  std::string result = lower(nfc(name));
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == '.' || c == '_' || c == ' '; }, '-');
  return result;
}

bool has_comments(const Essay& essay) { return essay.kind != EssayKind::home && essay.kind != EssayKind::folder_index; }

// The name by which comments refer to a page, and the folder before it, which may be needed to tell two essays apart.
struct PageName {
  std::string name;
  std::string folder;
  bool is_of_folder = false;  // all comments in a folder have it
};

// The essays by the names that comments may use for them.
class EssayNames {
 public:
  explicit EssayNames(const Essays& essays) : essays_(essays) {
    for (std::size_t i = 0; i < essays.size(); ++i) {
      if (!has_comments(*essays[i])) continue;
      for (const std::string& name : {essays[i]->stem, essays[i]->slug}) {
        std::vector<std::size_t>& named = by_name_[folded(name)];
        if (named.empty() || named.back() != i) named.push_back(i);
        names_.push_back(name);
      }
    }
  }

  // Returns the indices of all essays with that name; of several, only those in a folder of that name, if any.
  std::vector<std::size_t> find(const PageName& page) const {
    const auto found = by_name_.find(folded(page.name));
    if (found == by_name_.end()) return {};
    std::vector<std::size_t> in_folder;
    for (const std::size_t i : found->second) {
      if (folded(name_of(essays_[i]->folder)) == folded(page.folder)) in_folder.push_back(i);
    }
    return found->second.size() == 1 || in_folder.empty() ? found->second : in_folder;
  }

  std::string hint(std::string_view name) const { return did_you_mean(name, names_); }
  const Essay& essay(std::size_t index) const { return *essays_[index]; }

 private:
  const Essays& essays_;
  std::map<std::string, std::vector<std::size_t>> by_name_;
  std::vector<std::string> names_;
};

PageName name_and_folder(std::string_view path) {
  return {percent_decode(name_of(path)), percent_decode(name_of(parent_of(path)))};
}

// Folder names are taken literally, without percent decoding.
PageName name_and_folder_of(const ForeignCommentFile& file) {
  return {nfc(name_of(parent_of(file.path))), std::string(name_of(parent_of(parent_of(file.path)))), !file.is_at_top};
}

// Returns the last segment of the address's path, with the segment before it. The address itself if it has no path.
PageName page_name(std::string_view address) {
  std::string_view path = address.substr(0, address.find_first_of("?#"));
  const auto scheme = path.find("://");
  if (scheme != std::string_view::npos) {
    const auto begin = path.find('/', scheme + 3);
    path = begin == std::string_view::npos ? std::string_view() : path.substr(begin);
  }
  const auto strip = [&](std::string_view ending) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  };
  strip("/index.html");
  while (path.ends_with('/')) path.remove_suffix(1);
  for (const std::string_view ending : {".html", ".htm", ".php"}) strip(ending);
  PageName page = name_and_folder(path);
  if (first_invalid_byte(page.folder)) page.folder.clear();
  if (page.name.empty() || first_invalid_byte(page.name)) page.name = address;
  return page;
}

// The essays that a comment may belong to, by their name; if there is none, the name to report.
struct Match {
  std::vector<std::size_t> essays;
  PageName page;
};

Match match_of(const RawComment& comment, const ForeignCommentFile& file, const EssayNames& names) {
  const PageName folder = name_and_folder_of(file);
  const PageName stem{std::string(stem_of(name_of(file.path))), folder.name};
  const bool has_address = !comment.page_address.empty();
  std::vector<PageName> tried;
  if (has_address) tried.push_back(page_name(comment.page_address));
  if (!file.is_at_top) tried.push_back(folder);
  const PageName reported = tried.empty() ? stem : tried.front();
  if (!has_address) {
    if (!comment.page_hint.empty()) tried.push_back(page_name(comment.page_hint));
    tried.push_back(stem);
    if (file.is_at_top) tried.push_back(folder);
  }
  for (PageName& page : tried) {
    if (std::vector<std::size_t> essays = names.find(page); !essays.empty())
      return {std::move(essays), std::move(page)};
  }
  return {{}, reported};
}

// The number of comments in one place that match no essay, by the name they use.
using Leftovers = std::map<std::string, std::size_t>;

void report_shared(const std::string& place, const Match& match, std::size_t count, const EssayNames& names,
                   Diagnostics& diagnostics) {
  std::vector<std::string> sources;
  for (const std::size_t i : match.essays) sources.push_back("'" + names.essay(i).source + "'");
  const Essay& first = names.essay(match.essays[0]);
  diagnostics
      .warning("lost-comments", {place, {}},
               fmt::format("these comments could belong to several essays ({}): '{}' is {}", count, match.page.name,
                           join(sources, " and ")))
      .hint(fmt::format("write its folder in front of it: '{}/{}'", name_of(first.folder), match.page.name));
}

void report(const std::string& place, const Leftovers& leftovers, const EssayNames& names, Diagnostics& diagnostics) {
  constexpr std::size_t most_names = 5;
  std::size_t count = 0;
  std::size_t listed = 0;
  std::string list;
  std::vector<std::string> hints;
  for (const auto& [name, comments] : leftovers) {
    count += comments;
    if (++listed > most_names) continue;
    list += fmt::format("{}'{}'", listed == 1 ? "" : ", no ", name);
    if (leftovers.size() > 1) list += fmt::format(" ({})", comments);
    const std::string hint = names.hint(name);
    if (!hint.empty()) hints.push_back(leftovers.size() > 1 ? fmt::format("for '{}': {}", name, hint) : hint);
  }
  if (listed > most_names) list += fmt::format(" and {} more", listed - most_names);
  Diagnostic& diagnostic = diagnostics.warning(
      "lost-comments", {place, {}}, fmt::format("these comments belong to no essay ({}): there is no {}", count, list));
  for (std::string& hint : hints) diagnostic.hint(std::move(hint));
}

using EssaysByFile = std::map<std::pair<std::string, std::string>, std::size_t>;  // by folder and stem

std::vector<std::string> essay_files(const EssaysByFile& essays) {
  std::vector<std::string> names;
  for (const auto& [file, index] : essays) names.push_back(file.second + ".md");
  return names;
}

}  // namespace

std::vector<std::vector<std::string>> match_own_comments(const Essays& essays,
                                                         const std::vector<CommentSourceFile>& files,
                                                         Diagnostics& diagnostics) {
  std::vector<std::vector<std::string>> matched(essays.size());
  EssaysByFile by_file;
  for (std::size_t i = 0; i < essays.size(); ++i) {
    if (has_comments(*essays[i])) by_file.emplace(std::make_pair(essays[i]->folder, essays[i]->stem), i);
  }
  std::set<std::string> reported;
  for (const CommentSourceFile& file : files) {
    if (const auto found = by_file.find({file.folder, file.stem}); found != by_file.end()) {
      matched[found->second].push_back(file.path);
      continue;
    }
    if (!reported.insert(file.place).second) continue;
    const std::string name = file.stem + ".md";
    const bool is_index = file.stem == "index";
    diagnostics
        .warning("lost-comments", {file.place, {}},
                 is_index ? "these comments belong to no essay: an 'index.md' is not an essay"
                          : fmt::format("these comments belong to no essay: there is no '{}'", name))
        .hint(is_index ? "move them next to their essay, and give them the essay's file name"
                       : did_you_mean(name, essay_files(by_file)));
  }
  return matched;
}

std::vector<RawComments> match_foreign_comments(const Essays& essays, const std::vector<ForeignCommentFile>& files,
                                                std::vector<RawComments> read, Diagnostics& diagnostics) {
  std::vector<RawComments> matched(essays.size());
  if (files.empty()) return matched;
  const EssayNames names(essays);
  std::map<std::string, Leftovers> lost;
  std::map<std::pair<std::string, std::string>, std::pair<Match, std::size_t>> shared;  // by place and name
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto by_folder = files[i].is_at_top ? std::vector<std::size_t>() : names.find(name_and_folder_of(files[i]));
    if (!read[i].is_whole && by_folder.size() == 1) {
      matched[by_folder[0]].is_whole = false;
    } else if (!read[i].is_whole) {  // any essay's comments may have been in it
      for (RawComments& one : matched) one.is_whole = false;
    }
    for (std::shared_ptr<const RawComment>& comment : read[i].comments) {
      const Match found = match_of(*comment, files[i], names);
      if (found.essays.size() == 1) {
        matched[found.essays[0]].comments.push_back(std::move(comment));
        continue;
      }
      const std::string place = found.page.is_of_folder ? std::string(parent_of(files[i].path)) : comment->place;
      if (found.essays.empty()) {
        ++lost[place][found.page.name];
      } else {
        ++shared.try_emplace({place, found.page.name}, found, 0).first->second.second;
      }
    }
  }
  for (const auto& [place, leftovers] : lost) report(place, leftovers, names, diagnostics);
  for (const auto& [key, value] : shared) report_shared(key.first, value.first, value.second, names, diagnostics);
  return matched;
}

}  // namespace causerie
