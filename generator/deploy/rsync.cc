// A folder of another machine, by rsync over ssh.
//
// rsync writes each file beside itself and renames it. It is never told to make the folder like ours (`--delete`): it
// sends what it is given by name, and removes what it is given by name and is not here (`--delete-missing-args`).
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "deploy/stages.h"
#include "deploy/transport.h"

namespace causerie {
namespace {

constexpr int something_vanished = 24;  // what a file that is to go looks like to rsync, which is as it should be
constexpr int partly_done = 23;

class Rsync {
 public:
  explicit Rsync(const DeployWork& work) : title(title_of(work)), work_(work), shop_(notes_folder(work)) {
    to_ = work.settings.to;
    if (to_.ends_with(':')) to_ += "./";  // the home folder, not the root
    if (!to_.ends_with('/')) to_ += '/';
  }

  Result<Listing> list() {
    const auto empty = shop_.fresh_folder("empty");
    if (!empty) return empty.failure();
    const auto ended = run_program({{"rsync", "--dry-run", "--recursive", "--links", "--8-bit-output",
                                     "--exclude=/lost+found/", "--out-format=%i %l %n", "--", to_, *empty + "/"}});
    if (!ended) return ended.failure();
    const Doing doing{"cannot list", title, "look at the address, at your key for that machine, and at the network"};
    Listing listing;
    if (ended->status == partly_done && is_not_there(ended->errors)) return listing;
    if (ended->status != 0) return failed_transport("rsync", *ended, doing);
    for (const std::string_view line : lines_of(ended->output)) read_line(line, listing);
    std::sort(listing.files.begin(), listing.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    std::sort(listing.folders.begin(), listing.folders.end());
    const auto own = std::find_if(listing.files.begin(), listing.files.end(),
                                  [](const StandingRemote& file) { return file.path == own_files_path; });
    if (own == listing.files.end()) return listing;
    listing.files.erase(own);
    auto text = read_list();
    if (!text) return text.failure();
    listing.own = parse_own_files(*text);
    listing.own_text = *std::move(text);
    return listing;
  }

  Result<std::map<std::string, Hash>> hashes(const std::vector<std::string>& paths) {
    if (const auto fetched = fetch(paths); !fetched) return fetched.failure();
    return shop_.hashes_below("fetched");
  }

  Result<Applied> apply(const BuiltSite& site, const Listing& listing, const Difference& difference) {
    const Carrier carrier{
        .read_list = [this] { return read_list(); },
        .save_list = [this](const std::string& text) { return save_list(text); },
        .send = [this](const std::vector<BuiltFile>& files) { return send(work_.built_at, paths_of(files)); },
        .remove = [this](const std::vector<std::string>& paths) { return remove(paths); },
        .remove_folders = [this](const std::vector<std::string>& folders) { return remove_folders(folders); },
    };
    return apply_in_stages(carrier, site, listing, difference);
  }

  const std::string title;

 private:
  // Without the name of the account, which would be taken for an e-mail address.
  static std::string title_of(const DeployWork& work) {
    const auto at = work.settings.to.substr(0, work.settings.to.find(':')).rfind('@');
    return fmt::format("'{}' ({})", work.name, work.settings.to.substr(at + 1));
  }

  // "rsync: [sender] change_dir "/srv/x" failed: No such file or directory (2)"
  static bool is_not_there(std::string_view errors) {
    return errors.find("change_dir") != std::string_view::npos && errors.find("(2)") != std::string_view::npos;
  }

  // `\#012` stands for a line end, and so on.
  static std::string unescaped(std::string_view name) {
    std::string result;
    for (std::size_t i = 0; i < name.size(); ++i) {
      int code = 0;
      const char* digits = name.data() + i + 2;
      const bool is_escape = name.substr(i).starts_with("\\#") && i + 5 <= name.size() &&
                             std::from_chars(digits, digits + 3, code, 8).ptr == digits + 3;
      result += is_escape ? static_cast<char>(code) : name[i];
      if (is_escape) i += 4;
    }
    return result;
  }

  // ">f+++++++++ 1234 a/b.html": what it is, its size, its name.
  static void read_line(std::string_view line, Listing& listing) {
    const auto first = line.find(' ');
    const auto second = line.find(' ', first + 1);
    if (first == std::string_view::npos || first < 2 || second == std::string_view::npos) return;
    const char kind = line[1];
    std::string path = unescaped(line.substr(second + 1));
    if (kind == 'd') {
      while (path.ends_with('/')) path.pop_back();
      if (path != "." && !path.empty()) listing.folders.push_back(std::move(path));
      return;
    }
    StandingRemote file{std::move(path), 0, kind == 'f', {}};
    std::from_chars(line.data() + first + 1, line.data() + second, file.size);
    listing.files.push_back(std::move(file));
  }

  Result<std::string> listed_in_file(const std::vector<std::string>& paths) {
    return shop_.write("names", listed(paths, '\0'));
  }

  Result<void> fetch(const std::vector<std::string>& paths) {
    const auto folder = shop_.fresh_folder("fetched");
    if (!folder) return folder.failure();
    const auto names = listed_in_file(paths);
    if (!names) return names.failure();
    const auto ended =
        run_program({{"rsync", "--from0", "--files-from=" + *names, "--no-implied-dirs", "--", to_, *folder + "/"}});
    if (!ended) return ended.failure();
    // Some versions call it a wrong usage where the folder itself is not there.
    const bool is_good = ended->status == 0 || ended->status == partly_done || ended->status == something_vanished;
    if (is_good || is_not_there(ended->errors)) return {};
    return failed_transport("rsync", *ended, {"cannot read from", title});
  }

  Result<std::string> read_list() {
    if (const auto fetched = fetch({std::string(own_files_path)}); !fetched) return fetched.failure();
    return shop_.read("fetched/" + std::string(own_files_path));
  }

  // `--ignore-times`: what is sent differs, whatever size and time say.
  Result<void> send(const std::string& from, const std::vector<std::string>& paths) {
    const auto names = listed_in_file(paths);
    if (!names) return names.failure();
    const auto ended = run_transport(
        {{"rsync", "--from0", "--files-from=" + *names, "--ignore-times", "--chmod=D755,F644", "--", from + "/", to_}},
        {"cannot send to", title, "when it works again, deploy again: what was cut off is mended"});
    return ended ? Result<void>() : Result<void>(ended.failure());
  }

  Result<void> save_list(const std::string& text) {
    if (const auto folder = shop_.fresh_folder("list"); !folder) return folder.failure();
    if (const auto written = shop_.write("list/" + std::string(own_files_path), text); !written) {
      return written.failure();
    }
    return send(shop_.path("list"), {std::string(own_files_path)});
  }

  Result<void> remove(const std::vector<std::string>& paths) {
    const auto empty = shop_.fresh_folder("empty");
    if (!empty) return empty.failure();
    const auto names = listed_in_file(paths);
    if (!names) return names.failure();
    const auto ended = run_transport({{"rsync", "--from0", "--files-from=" + *names, "--no-implied-dirs",
                                       "--delete-missing-args", "--", *empty + "/", to_}},
                                     {"cannot remove from", title}, {0, something_vanished});
    return ended ? Result<void>() : Result<void>(ended.failure());
  }

  // Those of one depth at a time, since rsync takes parents before their children.
  Result<void> remove_folders(const std::vector<std::string>& folders) {
    std::map<std::ptrdiff_t, std::vector<std::string>, std::greater<>> by_depth;
    for (const std::string& folder : folders) {
      by_depth[std::count(folder.begin(), folder.end(), '/')].push_back(folder);
    }
    for (const auto& [depth, together] : by_depth) {
      if (const auto removed = remove(together); !removed) return removed.failure();
    }
    return {};
  }

  const DeployWork& work_;
  Workshop shop_;
  std::string to_;
};

Result<TargetPlace> open(const DeployWork& work) {
  const auto rsync = std::make_shared<Rsync>(work);
  return TargetPlace{
      .title = rsync->title,
      .list = [rsync] { return rsync->list(); },
      .hashes = [rsync](const std::vector<std::string>& paths) { return rsync->hashes(paths); },
      .apply = [rsync](const BuiltSite& site, const Listing& listing,
                       const Difference& difference) { return rsync->apply(site, listing, difference); },
  };
}

}  // namespace

extern const Target rsync_target;
const Target rsync_target = {.kind = TargetKind::rsync, .open = open};

}  // namespace causerie
