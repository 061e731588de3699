#include "deploy/difference.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/paths.h"

namespace causerie {
namespace {

std::size_t depth_of(std::string_view path) {
  return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/'));
}

bool is_announcement(std::string_view name) {
  static constexpr std::string_view names[] = {"feed.xml",   "feed.json",  "comments.xml",
                                               "robots.txt", "_redirects", "_headers"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names) ||
         (name.starts_with("sitemap") && name.ends_with(".xml"));
}

// A new page that is not a list is reached through a link in a page that existed before, or in a list.
SendStage stage_of(std::string_view path, bool is_new) {
  for (const std::string_view packed : {".gz", ".br"}) {
    if (path.ends_with(packed)) path.remove_suffix(packed.size());
  }
  if (is_announcement(name_of(path))) return SendStage::linking;
  if (!path.ends_with(".html")) return SendStage::linked_to;
  const bool is_list = depth_of(path) < 2;  // the home page, and the lists of series, folders, tags and years
  return is_new && !is_list ? SendStage::linked_to : SendStage::linking;
}

class Comparing {
 public:
  Comparing(const BuiltSite& site, const Listing& listing) : site_(site), listing_(listing) {
    for (const BuiltFile& file : site.files) wanted_.emplace(file.path, &file);
    for (const RemoteFile& file : listing.files) standing_.emplace(file.path, &file);
  }

  std::vector<std::string> in_doubt() const {
    const bool times_tell = do_times_tell();
    std::vector<std::string> paths;
    for (const RemoteFile& file : listing_.files) {
      if (!file.is_file || file.bytes) continue;
      const bool is_listed = listing_.own.names(hash_of(file.path));
      const auto wanted = wanted_.find(file.path);
      const bool is_wanted = wanted != wanted_.end();
      const bool is_in_doubt =
          listing_.is_near ? is_listed || is_wanted
          : is_wanted ? wanted->second->size == file.size && (!is_listed || (times_tell && is_later_than_list(file)))
                      : is_listed;
      if (is_in_doubt) paths.push_back(file.path);
    }
    return paths;
  }

  Difference run() {
    look_for_what_is_gone();
    for (std::size_t i = 0; i < site_.files.size(); ++i) look_at(i);
    std::stable_sort(found_.uploads.begin(), found_.uploads.end(),
                     [](const Upload& a, const Upload& b) { return a.stage < b.stage; });
    for (const std::string_view path : removable_) {
      (first_.contains(path) ? found_.remove_first : found_.remove).emplace_back(path);
    }
    found_.in_the_way.assign(in_the_way_.begin(), in_the_way_.end());
    look_for_empty_folders();
    found_.is_list_current = listing_.own_text == site_.list;
    return std::move(found_);
  }

 private:
  // The list is written last, so somebody else touched a file that is later.
  bool is_later_than_list(const RemoteFile& file) const {
    return !listing_.own_changed_at.empty() && file.changed_at > listing_.own_changed_at;
  }

  // False after an interrupted deploy, or if most files are later: they were restored from a backup, or times are
  // meaningless there.
  bool do_times_tell() const {
    const auto later = std::count_if(listing_.files.begin(), listing_.files.end(),
                                     [this](const RemoteFile& file) { return is_later_than_list(file); });
    return !listing_.own.is_unfinished() && static_cast<std::size_t>(later) * 2 <= listing_.files.size();
  }

  void look_for_what_is_gone() {
    for (const RemoteFile& file : listing_.files) {
      if (wanted_.contains(file.path) || !listing_.own.names(hash_of(file.path))) continue;
      if (file.is_file && file.bytes && listing_.own.holds(hash_of(file.path), *file.bytes)) {
        removable_.insert(file.path);
      } else {
        found_.kept.push_back(file.path);
      }
    }
  }

  void look_at(std::size_t i) {
    const BuiltFile& file = site_.files[i];
    const Hash path = hash_of(file.path);
    const bool is_listed = listing_.own.names(path);
    const auto found = standing_.find(file.path);
    if (found == standing_.end()) {
      clear_the_place(file.path);
      upload(i, true, is_listed ? "it was missing there" : "");
      return;
    }
    const RemoteFile& standing = *found->second;
    if (!standing.is_file || (!is_listed && standing.bytes != file.bytes)) {
      in_the_way_.insert(standing.path);
      return;
    }
    const std::string_view reason = is_listed ? reason_to_replace(file, path, standing) : "";
    if (reason.empty()) {
      ++found_.unchanged;
    } else {
      upload(i, false, reason);
    }
  }

  std::string_view reason_to_replace(const BuiltFile& file, Hash path, const RemoteFile& standing) const {
    const OwnFiles& own = listing_.own;
    if (standing.bytes) {
      if (*standing.bytes == file.bytes) return "";
      return own.holds(path, *standing.bytes) ? "its bytes changed" : "it had been changed there";
    }
    if (!own.holds(path, file.bytes)) return "its bytes changed";
    const auto line = std::lower_bound(own.lines().begin(), own.lines().end(), OwnFiles::Line{path, Hash()});
    const auto next = std::next(line);
    if (next != own.lines().end() && next->path == path) return "an earlier deploy was interrupted";
    return standing.size == file.size ? "" : "it had been changed there";
  }

  void upload(std::size_t i, bool is_new, std::string_view reason) {
    found_.uploads.push_back({i, stage_of(site_.files[i].path, is_new), is_new, reason});
  }

  // There may be a file where a folder is needed, or a folder where a file is needed.
  void clear_the_place(const std::string& path) {
    for (std::string_view above = parent_of(path); !above.empty(); above = parent_of(above)) {
      if (standing_.contains(above)) clear(above);
    }
    const std::string below = path + "/";
    for (auto file = standing_.lower_bound(below); file != standing_.end() && file->first.starts_with(below); ++file) {
      clear(file->first);
    }
  }

  void clear(std::string_view path) {
    if (removable_.contains(path)) {
      first_.insert(path);
    } else {
      in_the_way_.emplace(path);
    }
  }

  static void add_folders_above(std::string_view path, std::set<std::string_view>& folders) {
    for (std::string_view folder = parent_of(path); !folder.empty(); folder = parent_of(folder)) folders.insert(folder);
  }

  bool becomes_a_file(std::string_view folder) const {
    for (; !folder.empty(); folder = parent_of(folder)) {
      if (wanted_.contains(folder)) return true;
    }
    return false;
  }

  void look_for_empty_folders() {
    std::set<std::string_view> in_use, emptied;
    for (const BuiltFile& file : site_.files) add_folders_above(file.path, in_use);
    for (const RemoteFile& file : listing_.files) {
      if (!removable_.contains(file.path)) add_folders_above(file.path, in_use);
    }
    for (const std::string_view path : removable_) add_folders_above(path, emptied);
    for (auto folder = listing_.folders.rbegin(); folder != listing_.folders.rend(); ++folder) {
      const bool is_ours = emptied.contains(*folder) || listing_.own.names_folder(*folder);
      if (!is_ours || in_use.contains(*folder)) continue;
      (becomes_a_file(*folder) ? found_.folders_first : found_.folders).push_back(*folder);
    }
  }

  const BuiltSite& site_;
  const Listing& listing_;
  std::unordered_map<std::string_view, const BuiltFile*> wanted_;
  std::map<std::string_view, const RemoteFile*> standing_;
  std::set<std::string_view> removable_, first_;
  std::set<std::string> in_the_way_;
  Difference found_;
};

}  // namespace

std::vector<std::string> files_in_doubt(const BuiltSite& site, const Listing& listing) {
  return Comparing(site, listing).in_doubt();
}

Difference difference(const BuiltSite& site, const Listing& listing) { return Comparing(site, listing).run(); }

bool is_somebody_elses(const Listing& listing) {
  if (listing.own.is_list()) return false;
  return std::any_of(listing.files.begin(), listing.files.end(), [](const RemoteFile& file) {
    return file.path != ".nojekyll" && file.path != "CNAME" && !file.path.starts_with(".well-known/");
  });
}

}  // namespace causerie
