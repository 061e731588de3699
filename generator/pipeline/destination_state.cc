#include "pipeline/destination_state.h"

#include <algorithm>
#include <unordered_set>

#include "base/paths.h"
#include "content/build_cache.h"
#include "system/parallel.h"

namespace causerie {

namespace {

class Scan {
 public:
  Scan(const BuildLock& lock, const Fingerprints& wanted, Trust trust, int jobs)
      : files_(lock.folders().destination), cache_(lock.folders().cache), wanted_(wanted), trust_(trust), jobs_(jobs) {}

  Result<DestinationState> run() {
    for (const auto step : {&Scan::read_manifest, &Scan::look_at_places, &Scan::look_above_places,
                            &Scan::look_for_others, &Scan::look_for_leftovers}) {
      if (const Result<void> done = (this->*step)(); !done) return done.failure();
    }
    const auto by_path = [](const ExistingFile& a, const ExistingFile& b) { return a.path < b.path; };
    std::sort(state_.others.begin(), state_.others.end(), by_path);
    std::sort(state_.folders.begin(), state_.folders.end());
    return std::move(state_);
  }

 private:
  Result<void> read_manifest() {
    state_.manifest = load_manifest(cache_.store(), files_.name_of(""));
    const auto stat = files_.stat_entry(own_files_path);
    if (!stat) return stat.failure();
    if (!*stat) return {};
    auto text = files_.read(own_files_path);
    if (!text) return text.failure();
    state_.own = parse_own_files(*text);
    state_.own_text = *std::move(text);
    return {};
  }

  Result<ExistingFile> read_standing(std::string path, const FileStat& stat) {
    ExistingFile file{std::move(path), stat, Hash()};
    if (trust_ == Trust::stats) {
      if (const ManifestEntry* noted = state_.manifest.find(file.path); noted && noted->stat == stat) {
        file.bytes = noted->bytes;
        return file;
      }
    }
    const auto bytes = files_.read(file.path);
    if (!bytes) return bytes.failure();
    file.bytes = hash_of(*bytes);
    return file;
  }

  Result<void> look_at_places() {
    constexpr std::size_t least = 1024;
    state_.outputs.resize(wanted_.size());
    return try_for_each_index(wanted_.size(), jobs_for(wanted_.size(), least, jobs_),
                              [&](std::size_t i, int) -> Result<void> {
                                const std::string& path = wanted_[i].path;
                                OutputState& output = state_.outputs[i];
                                const auto stat = files_.stat_entry(path);
                                if (!stat) return stat.failure();
                                if (!*stat) return {};
                                if ((*stat)->kind == FileKind::file) {
                                  auto file = read_standing(path, **stat);
                                  if (!file) return file.failure();
                                  output.file = *std::move(file);
                                  return {};
                                }
                                output.is_blocked = true;
                                if ((*stat)->kind == FileKind::folder) return list_all_below(path, output.in_the_way);
                                output.in_the_way.push_back(path);
                                return {};
                              });
  }

  // A file where a folder should be is found above an output that is missing. Each existing folder is checked once, and
  // none below a missing one.
  Result<void> look_above_places() {
    std::unordered_set<std::string_view> passable;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      OutputState& output = state_.outputs[i];
      if (output.file || output.is_blocked) continue;
      const std::string_view path = wanted_[i].path;
      bool is_there = true;
      for (std::size_t slash = path.find('/'); slash != std::string_view::npos && is_there;
           slash = path.find('/', slash + 1)) {
        const std::string_view folder = path.substr(0, slash);
        if (passable.contains(folder)) continue;
        const auto stat = files_.stat_entry(folder);
        if (!stat) return stat.failure();
        is_there = stat->has_value();
        if (is_there && (*stat)->kind != FileKind::folder) {
          output.is_blocked = true;
          output.in_the_way.emplace_back(folder);
          break;
        }
        if (is_there) passable.insert(folder);
      }
    }
    return {};
  }

  Result<void> list_all_below(std::string folder, std::vector<std::string>& paths) {
    std::vector<std::string> pending{std::move(folder)};
    while (!pending.empty()) {
      const std::string at = std::move(pending.back());
      pending.pop_back();
      const auto entries = files_.list(at);
      if (!entries) return entries.failure();
      if (entries->empty()) paths.push_back(at + "/");
      for (const FolderEntry& entry : *entries) {
        (entry.kind == FileKind::folder ? pending : paths).push_back(join_path(at, entry.name));
      }
    }
    return {};
  }

  // The list has only hashes, but the manifest has the paths of most files in it. If some are missing, or a build was
  // interrupted, the entire destination is walked.
  Result<void> look_for_others() {
    std::unordered_set<Hash> planned;
    for (const Fingerprint& output : wanted_) planned.insert(hash_of(output.path));
    std::unordered_set<Hash> named = planned;
    std::vector<std::string_view> gone;
    for (const ManifestEntry& noted : state_.manifest.outputs) {
      const Hash path = hash_of(noted.path);
      if (named.insert(path).second && state_.own.names(path)) gone.push_back(noted.path);
    }
    const auto& lines = state_.own.lines();
    const bool are_all_named =
        std::all_of(lines.begin(), lines.end(), [&](const OwnFiles::Line& line) { return named.contains(line.path); });
    if (state_.own.is_unfinished() || !are_all_named) return walk(planned);

    for (const std::string_view path : gone) {
      const auto stat = files_.stat_entry(path);
      if (!stat) return stat.failure();
      if (!*stat || (*stat)->kind == FileKind::folder) continue;
      if (const auto added = add_other(std::string(path), **stat); !added) return added.failure();
    }
    return {};
  }

  Result<void> walk(const std::unordered_set<Hash>& planned) {
    std::vector<std::string> pending{""};
    while (!pending.empty()) {
      const std::string folder = std::move(pending.back());
      pending.pop_back();
      const auto entries = files_.list(folder);
      if (!entries) continue;  // not readable (such as lost+found): it cannot contain our files
      for (const FolderEntry& entry : *entries) {
        std::string path = join_path(folder, entry.name);
        if (entry.kind == FileKind::folder) {
          if (entry.name == ".git") continue;
          if (state_.own.names_folder(path)) state_.folders.push_back(path);
          pending.push_back(std::move(path));
          continue;
        }
        if (is_temporary(entry.name) && entry.kind == FileKind::file && !folder.empty()) {
          state_.leftovers.push_back(path);
        }
        const Hash hash = hash_of(path);
        if (planned.contains(hash) || !state_.own.names(hash)) continue;
        const auto stat = files_.stat_entry(path);
        if (!stat) return stat.failure();
        if (!*stat) continue;
        if (const auto added = add_other(std::move(path), **stat); !added) return added.failure();
      }
    }
    return {};
  }

  // Something that is no longer a file has no bytes that could be ours.
  Result<void> add_other(std::string path, const FileStat& stat) {
    if (stat.kind != FileKind::file) {
      state_.others.push_back({std::move(path), stat, Hash()});
      return {};
    }
    auto file = read_standing(std::move(path), stat);
    if (!file) return file.failure();
    state_.others.push_back(*std::move(file));
    return {};
  }

  // A build killed during its first write, that of the list, leaves a temporary file but no unfinished list, so `walk`
  // may not run.
  Result<void> look_for_leftovers() {
    const auto entries = files_.list("");
    if (!entries) return entries.failure();
    for (const FolderEntry& entry : *entries) {
      if (is_temporary(entry.name) && entry.kind == FileKind::file) state_.leftovers.push_back(entry.name);
    }
    return {};
  }

  Files& files_;
  BuildCache& cache_;
  const Fingerprints& wanted_;
  const Trust trust_;
  const int jobs_;
  DestinationState state_;
};

}  // namespace

Result<DestinationState> scan_destination(const BuildLock& lock, const Fingerprints& wanted, Trust trust, int jobs) {
  return Scan(lock, wanted, trust, jobs).run();
}

}  // namespace causerie
