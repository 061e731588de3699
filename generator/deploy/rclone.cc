// Deploys to whatever rclone supports: object stores and file hosts.
//
// Some of them write files in place, so an interrupted write leaves half a file. For a page that does no harm, since
// its size gives it away. For the list it would, so during a deploy the announced list is a separate file next to it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/paths.h"
#include "base/text.h"
#include "deploy/stages.h"
#include "deploy/transport.h"
#include "system/parallel.h"

namespace causerie {
namespace {

constexpr int at_once = 4;
constexpr int not_there = 3;  // rclone's exit status if the folder or bucket does not exist
constexpr std::string_view spare_list_path = ".causerie-files.next";

// "shelf:letters", or an inline remote: ":s3,access_key_id=A,secret_access_key=B:letters", whose options are masked.
std::string title_of(const DeployWork& work) {
  std::string to = work.settings.to;
  const auto comma = to.find(','), colon = to.rfind(':');
  if (comma < colon) to.replace(comma, colon - comma, ",…");
  return fmt::format("'{}' ({})", work.name, to);
}

// The values of an inline remote's options.
std::vector<std::string> secrets_of(const std::string& to) {
  std::vector<std::string> secrets;
  const auto parts = split(std::string_view(to).substr(0, to.rfind(':')), ',');
  for (std::size_t i = 1; i < parts.size(); ++i) {
    std::string_view value = parts[i].substr(parts[i].find('=') + 1);
    while (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    while (value.ends_with('"') || value.ends_with('\'')) value.remove_suffix(1);
    if (!value.empty()) secrets.emplace_back(value);
  }
  return secrets;
}

class Rclone {
 public:
  explicit Rclone(const DeployWork& work)
      : title(title_of(work)),
        work_(work),
        shop_(internal_folder(work)),
        to_(work.settings.to),
        secrets_(secrets_of(to_)) {}

  Result<Listing> list() {
    const auto ended = run_transport(
        {.words = {"rclone", "lsf", "--recursive", "--use-server-modtime", "--format=tsp", "--separator=/", "--", to_},
         .environment = {{"TZ", "UTC"}}},
        {"cannot list", title, "use 'rclone config' to set up what is before the colon, and 'rclone lsd' to test it",
         secrets_},
        {0, not_there});
    if (!ended) return ended.failure();
    Listing listing;
    if (ended->status == not_there) return listing;
    for (const std::string_view line : lines_of(ended->output)) read_line(line, listing);
    std::sort(listing.files.begin(), listing.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    std::sort(listing.folders.begin(), listing.folders.end());
    return read_lists(std::move(listing));
  }

  Result<std::map<std::string, Hash>> hashes(std::vector<std::string> paths) {
    paths.emplace_back(spare_list_path);
    if (const auto fetched = fetch(paths); !fetched) return fetched.failure();
    auto found = shop_.hashes_below("fetched");
    if (!found) return found.failure();
    const auto spare = found->extract(std::string(spare_list_path));
    if (spare && spare.mapped() != hash_of("")) (*found)[std::string(own_files_path)] = spare.mapped();
    return found;
  }

  // The announced list if there is one, else the final one.
  Result<std::string> read_list() {
    const auto fetched = fetch({std::string(own_files_path), std::string(spare_list_path)});
    if (!fetched) return fetched.failure();
    auto spare = read_fetched(spare_list_path);
    return spare && spare->empty() ? read_fetched(own_files_path) : spare;
  }

  Result<void> save_list(const std::string& text, SavedList which) {
    if (which == SavedList::announced) return send_list(spare_list_path, text);
    if (const auto sent = send_list(own_files_path, text); !sent) return sent.failure();
    return remove({std::string(spare_list_path)});
  }

  Result<void> send(const std::vector<BuiltFile>& files) { return send(work_.built_at, paths_of(files)); }

  Result<void> remove(const std::vector<std::string>& paths) {
    const auto names = names_of(paths);
    if (!names) return names.failure();
    const auto ended = run_transport({{"rclone", "delete", "--files-from-raw=" + *names, "--", to_}},
                                     {"cannot remove from", title, {}, secrets_});
    return ended ? Result<void>() : Result<void>(ended.failure());
  }

  // Errors of rclone are ignored: many stores have no folders, and a remaining empty one does no harm.
  Result<void> remove_folders(const std::vector<std::string>& folders) {
    const std::string root = to_ + (to_.ends_with(':') || to_.ends_with('/') ? "" : "/");
    return for_each_depth(folders, [&root](const std::vector<std::string>& of_one_depth) {
      return try_for_each_index(of_one_depth.size(), at_once, [&](std::size_t i, int) -> Result<void> {
        const auto ended = run_program({{"rclone", "rmdir", "--", root + of_one_depth[i]}});
        return ended ? Result<void>() : Result<void>(ended.failure());
      });
    });
  }

  const std::string title;

 private:
  // "2026-11-26 06:41:22/1234/a/b.html": modification time, size, name. A folder's name ends in `/`.
  static void read_line(std::string_view line, Listing& listing) {
    const auto first = line.find('/');
    const auto second = line.find('/', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return;
    std::string path(line.substr(second + 1));
    if (path.ends_with('/')) {
      path.pop_back();
      listing.folders.push_back(std::move(path));
      return;
    }
    RemoteFile file{std::move(path), 0, true, {}, std::string(line.substr(0, first))};
    std::from_chars(line.data() + first + 1, line.data() + second, file.size);
    listing.files.push_back(std::move(file));
  }

  Result<Listing> read_lists(Listing listing) {
    const auto lists = std::erase_if(listing.files, [&](const RemoteFile& file) {
      if (file.path == own_files_path) listing.own_changed_at = file.changed_at;
      return file.path == own_files_path || file.path == spare_list_path;
    });
    if (lists == 0) return listing;
    auto announced = read_list();
    if (!announced) return announced.failure();
    const auto last = read_fetched(own_files_path);
    if (!last) return last.failure();
    listing.own = parse_own_files(*announced);
    if (*announced != *last) {
      listing.own.add_all(parse_own_files(*last));
      listing.own.mark_unfinished();
      listing.own.sort();
    }
    listing.own_text = *std::move(announced);
    return listing;
  }

  Result<std::string> names_of(const std::vector<std::string>& paths) {
    return shop_.write("names", listed(paths, '\n'));
  }

  Result<void> copy(const std::string& from, const std::string& to, const std::vector<std::string>& paths,
                    const Doing& doing) {
    const auto names = names_of(paths);
    if (!names) return names.failure();
    const auto ended = run_transport(
        {{"rclone", "copy", "--files-from-raw=" + *names, "--no-traverse", "--ignore-times", "--", from, to}}, doing);
    return ended ? Result<void>() : Result<void>(ended.failure());
  }

  Result<void> fetch(const std::vector<std::string>& paths) {
    const auto folder = shop_.fresh_folder("fetched");
    if (!folder) return folder.failure();
    return copy(to_, *folder, paths, {"cannot read from", title, {}, secrets_});
  }

  Result<std::string> read_fetched(std::string_view name) { return shop_.read(join_path("fetched", name)); }

  Result<void> send(const std::string& from, const std::vector<std::string>& paths) {
    return copy(from, to_, paths,
                {"cannot send to", title, "when the connection works again, deploy again to complete it", secrets_});
  }

  Result<void> send_list(std::string_view name, const std::string& text) {
    if (const auto folder = shop_.fresh_folder("list"); !folder) return folder.failure();
    if (const auto written = shop_.write(join_path("list", name), text); !written) return written.failure();
    return send(shop_.path("list"), {std::string(name)});
  }

  const DeployWork& work_;
  Workshop shop_;
  std::string to_;
  std::vector<std::string> secrets_;
};

}  // namespace

extern const Target rclone_target;
const Target rclone_target = {.kind = TargetKind::rclone, .open = open_for_stages<Rclone>};

}  // namespace causerie
