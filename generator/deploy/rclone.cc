// Whatever rclone knows: object stores and hosts of files.
//
// Some of them write a file in its place, so that one that was cut off stands there half. Of a page that does no harm:
// its size tells. Of the list it would: so the list that is announced lies beside it, complete, before it is touched.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/paths.h"
#include "base/text.h"
#include "deploy/stages.h"
#include "deploy/transport.h"

namespace causerie {
namespace {

constexpr int not_there = 3;  // as rclone ends where a folder or a bucket is not
constexpr std::string_view spare_list_path = ".causerie-files.next";

// "shelf:letters", or a remote that is written out: ":s3,access_key_id=A,secret_access_key=B:letters".
std::string title_of(const DeployWork& work) {
  std::string to = work.settings.to;
  const auto comma = to.find(','), colon = to.rfind(':');
  if (comma < colon) to.replace(comma, colon - comma, ",…");
  return fmt::format("'{}' ({})", work.name, to);
}

// What its options say.
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
        shop_(notes_folder(work)),
        to_(work.settings.to),
        secrets_(secrets_of(to_)) {}

  Result<Listing> list() {
    const auto ended = run_transport(
        {{"rclone", "lsf", "--recursive", "--format=sp", "--separator=/", "--", to_}},
        {"cannot list", title, "'rclone config' sets up what stands before the colon; 'rclone lsd' tries it", secrets_},
        {0, not_there});
    if (!ended) return ended.failure();
    Listing listing;
    if (ended->status == not_there) return listing;
    for (const std::string_view line : lines_of(ended->output)) read_line(line, listing);
    std::sort(listing.files.begin(), listing.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    std::sort(listing.folders.begin(), listing.folders.end());
    return read_lists(std::move(listing));
  }

  Result<std::map<std::string, Hash>> hashes(const std::vector<std::string>& paths) {
    if (const auto fetched = fetch(paths); !fetched) return fetched.failure();
    return shop_.hashes_below("fetched");
  }

  Result<Applied> apply(const BuiltSite& site, const Listing& listing, const Difference& difference) {
    const Carrier carrier{
        .read_list = [this]() -> Result<std::string> {
          if (const auto fetched = fetch({std::string(own_files_path)}); !fetched) return fetched.failure();
          return read_fetched(own_files_path);
        },
        .save_list = [this, &site](const std::string& text) { return save_list(text, text == site.list); },
        .send = [this](const std::vector<BuiltFile>& files) { return send(work_.built_at, paths_of(files)); },
        .remove = [this](const std::vector<std::string>& paths) { return remove(paths); },
        .remove_folders = [this](const std::vector<std::string>& folders) { return remove_folders(folders); },
    };
    return apply_in_stages(carrier, site, listing, difference);
  }

  const std::string title;

 private:
  // "1234/a/b.html", and "-1/a/" of a folder.
  static void read_line(std::string_view line, Listing& listing) {
    const auto slash = line.find('/');
    if (slash == std::string_view::npos) return;
    std::string path(line.substr(slash + 1));
    if (path.ends_with('/')) {
      path.pop_back();
      listing.folders.push_back(std::move(path));
      return;
    }
    StandingRemote file{std::move(path), 0, true, {}};
    std::from_chars(line.data(), line.data() + slash, file.size);
    listing.files.push_back(std::move(file));
  }

  Result<Listing> read_lists(Listing listing) {
    std::vector<std::string> lists;
    std::erase_if(listing.files, [&](const StandingRemote& file) {
      if (file.path != own_files_path && file.path != spare_list_path) return false;
      lists.push_back(file.path);
      return true;
    });
    if (lists.empty()) return listing;
    if (const auto fetched = fetch(lists); !fetched) return fetched.failure();
    auto text = read_fetched(own_files_path), spare = read_fetched(spare_list_path);
    if (!text) return text.failure();
    if (!spare) return spare.failure();
    const bool has_spare = !spare->empty();
    listing.own = parse_own_files(has_spare ? *spare : *text);
    if (has_spare) {
      listing.own.add_all(parse_own_files(*text));
      listing.own.mark_unfinished();
      listing.own.sort();
    }
    listing.own_text = *std::move(text);
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
                {"cannot send to", title, "when it works again, deploy again: what was cut off is mended", secrets_});
  }

  Result<void> send_list(std::string_view name, const std::string& text) {
    if (const auto folder = shop_.fresh_folder("list"); !folder) return folder.failure();
    if (const auto written = shop_.write(join_path("list", name), text); !written) return written.failure();
    return send(shop_.path("list"), {std::string(name)});
  }

  Result<void> save_list(const std::string& text, bool is_final) {
    if (!is_final) {
      if (const auto sent = send_list(spare_list_path, text); !sent) return sent.failure();
    }
    if (const auto sent = send_list(own_files_path, text); !sent) return sent.failure();
    return is_final ? remove({std::string(spare_list_path)}) : Result<void>();
  }

  Result<void> remove(const std::vector<std::string>& paths) {
    const auto names = names_of(paths);
    if (!names) return names.failure();
    const auto ended = run_transport({{"rclone", "delete", "--files-from-raw=" + *names, "--", to_}},
                                     {"cannot remove from", title, {}, secrets_});
    return ended ? Result<void>() : Result<void>(ended.failure());
  }

  // Many stores have no folders, and nobody misses an empty one.
  Result<void> remove_folders(const std::vector<std::string>& folders) {
    for (const std::string& folder : folders) {
      const std::string at = to_ + (to_.ends_with(':') || to_.ends_with('/') ? "" : "/") + folder;
      if (const auto ended = run_program({{"rclone", "rmdir", "--", at}}); !ended) return ended.failure();
    }
    return {};
  }

  const DeployWork& work_;
  Workshop shop_;
  std::string to_;
  std::vector<std::string> secrets_;
};

Result<TargetPlace> open(const DeployWork& work) {
  const auto rclone = std::make_shared<Rclone>(work);
  return TargetPlace{
      .title = rclone->title,
      .list = [rclone] { return rclone->list(); },
      .hashes = [rclone](const std::vector<std::string>& paths) { return rclone->hashes(paths); },
      .apply = [rclone](const BuiltSite& site, const Listing& listing,
                        const Difference& difference) { return rclone->apply(site, listing, difference); },
  };
}

}  // namespace

extern const Target rclone_target;
const Target rclone_target = {.kind = TargetKind::rclone, .open = open};

}  // namespace causerie
