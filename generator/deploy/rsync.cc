// Deploys to a folder on another machine, with rsync over ssh.
//
// rsync writes each file under a temporary name and renames it. It is never run with `--delete`: it sends the files
// that are named, and removes the named files that do not exist locally (`--delete-missing-args`).
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "deploy/stages.h"
#include "deploy/transport.h"

namespace causerie {
namespace {

constexpr int wrong_usage = 1;
constexpr int something_vanished = 24;  // a file to be removed looks like this to rsync; expected
constexpr int partly_done = 23;

class Rsync {
 public:
  explicit Rsync(const DeployWork& work) : title(title_of(work)), work_(work), shop_(internal_folder(work)) {
    to_ = work.settings.to;
    if (to_.ends_with(':')) to_ += "./";  // the home folder, not the root
    if (!to_.ends_with('/')) to_ += '/';
  }

  Result<Listing> list() {
    const auto empty = shop_.fresh_folder("empty");
    if (!empty) return empty.failure();
    const auto ended =
        run_program({.words = {"rsync", "--dry-run", "--recursive", "--links", "--8-bit-output",
                               "--exclude=/lost+found/", "--out-format=%i %M %l %n", "--", to_, *empty + "/"},
                     .environment = {{"TZ", "UTC"}}});
    if (!ended) return ended.failure();
    const Doing doing{"cannot list", title,
                      ended->status == wrong_usage
                          ? "rsync 3.1 or newer is needed; on a Mac, 'brew install rsync' installs it"
                          : "check the address, your key for that machine, and the network"};
    Listing listing;
    if (ended->status == partly_done && is_not_there(ended->errors)) return listing;
    if (ended->status != 0) return failed_transport("rsync", *ended, doing);
    for (const std::string_view line : lines_of(ended->output)) read_line(line, listing);
    std::sort(listing.files.begin(), listing.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    std::sort(listing.folders.begin(), listing.folders.end());
    const auto own = std::find_if(listing.files.begin(), listing.files.end(),
                                  [](const RemoteFile& file) { return file.path == own_files_path; });
    if (own == listing.files.end()) return listing;
    listing.own_changed_at = std::move(own->changed_at);
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

  Result<std::string> read_list() {
    if (const auto fetched = fetch({std::string(own_files_path)}); !fetched) return fetched.failure();
    return shop_.read("fetched/" + std::string(own_files_path));
  }

  Result<void> save_list(const std::string& text, SavedList) {
    if (const auto folder = shop_.fresh_folder("list"); !folder) return folder.failure();
    if (const auto written = shop_.write("list/" + std::string(own_files_path), text); !written) {
      return written.failure();
    }
    return send(shop_.path("list"), {std::string(own_files_path)});
  }

  Result<void> send(const std::vector<BuiltFile>& files) { return send(work_.built_at, paths_of(files)); }

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

  // One depth at a time, since rsync handles parents before their children.
  Result<void> remove_folders(const std::vector<std::string>& folders) {
    return for_each_depth(folders, [this](const std::vector<std::string>& together) { return remove(together); });
  }

  const std::string title;

 private:
  // Without the account name, which would make it look like an e-mail address.
  static std::string title_of(const DeployWork& work) {
    const auto at = work.settings.to.substr(0, work.settings.to.find(':')).rfind('@');
    return fmt::format("'{}' ({})", work.name, work.settings.to.substr(at + 1));
  }

  // "rsync: [sender] change_dir "/srv/x" failed: No such file or directory (2)"
  static bool is_not_there(std::string_view errors) {
    return errors.find("change_dir") != std::string_view::npos && errors.find("(2)") != std::string_view::npos;
  }

  // rsync writes a line end as `\#012`, and so on.
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

  // Removes the word and the space after it from `line`.
  static std::string_view take_word(std::string_view& line) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
    return word;
  }

  // ">f+++++++++ 2026/11/26-06:41:22 1234 a/b.html": type, modification time, size, name.
  static void read_line(std::string_view line, Listing& listing) {
    const std::string_view what = take_word(line), changed_at = take_word(line), size = take_word(line);
    if (what.size() < 2 || line.empty()) return;
    const char kind = what[1];
    std::string path = unescaped(line);
    if (kind == 'd') {
      while (path.ends_with('/')) path.pop_back();
      if (path != "." && !path.empty()) listing.folders.push_back(std::move(path));
      return;
    }
    RemoteFile file{std::move(path), 0, kind == 'f', {}, std::string(changed_at)};
    std::from_chars(size.data(), size.data() + size.size(), file.size);
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
    // Some versions report a usage error if the folder itself does not exist.
    const bool is_good = ended->status == 0 || ended->status == partly_done || ended->status == something_vanished;
    if (is_good || is_not_there(ended->errors)) return {};
    return failed_transport("rsync", *ended, {"cannot read from", title});
  }

  // `--ignore-times`: these files differ even if size and time are equal.
  Result<void> send(const std::string& from, const std::vector<std::string>& paths) {
    const auto names = listed_in_file(paths);
    if (!names) return names.failure();
    const auto ended = run_transport(
        {{"rsync", "--from0", "--files-from=" + *names, "--ignore-times", "--chmod=D755,F644", "--", from + "/", to_}},
        {"cannot send to", title, "when the connection works again, deploy again to complete it"});
    return ended ? Result<void>() : Result<void>(ended.failure());
  }

  const DeployWork& work_;
  Workshop shop_;
  std::string to_;
};

}  // namespace

extern const Target rsync_target;
const Target rsync_target = {.kind = TargetKind::rsync, .open = open_for_stages<Rsync>};

}  // namespace causerie
