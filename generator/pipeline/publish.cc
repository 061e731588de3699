#include "pipeline/publish.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "base/paths.h"
#include "content/build_cache.h"
#include "system/parallel.h"

namespace causerie {

namespace {

constexpr std::size_t named_in_refusal = 5;
constexpr std::size_t most_shares = 16;  // see publish.h
constexpr std::size_t fewest = 32;       // outputs from which a second worker is started

void add_folders_above(std::string_view path, std::set<std::string, std::less<>>& folders) {
  for (std::string_view folder = parent_of(path); !folder.empty(); folder = parent_of(folder)) {
    if (!folders.emplace(folder).second) return;  // then the folders above it are in the set too
  }
}

Failure refuse_foreign(const Files& files, const std::vector<std::string>& paths) {
  std::string reason = "Causerie did not write it";
  if (paths.size() > 1) reason += "; " + std::to_string(paths.size() - 1) + " more in the way:";
  for (std::size_t i = 1; i < paths.size() && i < named_in_refusal; ++i) reason += (i > 1 ? ", " : " ") + paths[i];
  if (paths.size() > named_in_refusal) reason += ", …";
  return {"cannot replace", files.name_of(paths.front()), std::move(reason),
          "nothing was written; move it away, delete it if you do not need it, or choose another destination"};
}

class Publisher {
 public:
  Publisher(const BuildLock& lock, const Plan& plan, Fingerprints wanted, const DestinationState& state,
            const Changes& changes, Rendering& rendering)
      : files_(lock.folders().destination),
        cache_(lock.folders().cache),
        plan_(plan),
        standing_(state),
        changes_(changes),
        rendering_(rendering),
        announced_(state.own),
        own_text_(state.own_text) {
    manifest_.outputs.resize(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      ManifestEntry& noted = manifest_.outputs[i];
      noted.path = std::move(wanted[i].path);
      noted.inputs = std::move(wanted[i].inputs);
      if (const auto& file = state.outputs[i].file) {
        noted.bytes = file->bytes;
        noted.stat = file->stat;
      }
    }
    published_.unchanged = changes.unchanged;
  }

  Result<Published> run(std::size_t share) {
    if (const Result<void> allowed = check_ownership(); !allowed) return allowed.failure();
    if (const Result<void> ready = make_room(); !ready) return ready.failure();
    for (std::size_t begin = 0; begin < changes_.make.size(); begin += share) {
      const std::size_t count = std::min(share, changes_.make.size() - begin);
      if (const Result<void> done = write_share(std::span(changes_.make).subspan(begin, count)); !done) {
        return done.failure();
      }
    }
    for (const auto step : {&Publisher::remove_gone, &Publisher::save_manifest}) {
      if (const Result<void> done = (this->*step)(); !done) return done.failure();
    }
    published_.list = hash_of(own_text_);
    if (const Result<void> done = collect_left(); !done) return done.failure();
    return std::move(published_);
  }

 private:
  // The bytes to write and their hash. A copied file, whose hash is known, is read only when it is written.
  struct Fresh {
    std::optional<std::string> bytes;
    Hash hash;
  };

  Result<Fresh> make(std::size_t output, int worker) {
    if (const WriterFile* copied = plan_.outputs[output].copied()) return Fresh{std::nullopt, copied->hash};
    auto bytes = rendering_.bytes(output, worker);
    if (!bytes) return bytes.failure();
    const Hash hash = hash_of(*bytes);
    return Fresh{*std::move(bytes), hash};
  }

  Result<FileStat> write(std::size_t output, const Fresh& fresh, int worker) {
    if (fresh.bytes) return files_.write(plan_.outputs[output].path, *fresh.bytes);
    const auto bytes = rendering_.bytes(output, worker);
    if (!bytes) return bytes.failure();
    return files_.write(plan_.outputs[output].path, *bytes);
  }

  Result<void> check_ownership() {
    std::vector<std::string> foreign = changes_.blocked;
    for (const Change& change : changes_.make) {
      if (change.occupant != Occupant::foreign_file) continue;
      const auto fresh = make(change.output, 0);
      if (!fresh) return fresh.failure();
      if (cache_.is_html_lost()) return lost_html();
      if (manifest_.outputs[change.output].bytes != fresh->hash) foreign.push_back(plan_.outputs[change.output].path);
    }
    if (foreign.empty()) return {};
    // One file may block an entire folder of ours.
    std::sort(foreign.begin(), foreign.end());
    foreign.erase(std::unique(foreign.begin(), foreign.end()), foreign.end());
    return refuse_foreign(files_, foreign);
  }

  // Called before files are created or removed: if the build is interrupted then, the list contains everything that may
  // be ours.
  Result<void> announce() {
    announced_.mark_unfinished();
    announced_.sort();
    return save_list(announced_);
  }

  Result<void> write_share(std::span<const Change> share) {
    std::vector<Fresh> fresh(share.size());
    const auto made = try_for_each_index(share.size(), jobs_for(share.size(), fewest, rendering_.jobs()),
                                         [&](std::size_t i, int worker) -> Result<void> {
                                           auto one = make(share[i].output, worker);
                                           if (!one) return one.failure();
                                           fresh[i] = *std::move(one);
                                           return {};
                                         });
    if (!made) return made.failure();
    if (cache_.is_html_lost()) return lost_html();
    std::vector<std::size_t> to_write;
    std::set<std::string, std::less<>> folders;
    for (std::size_t i = 0; i < share.size(); ++i) {
      ManifestEntry& noted = manifest_.outputs[share[i].output];
      announced_.add(noted.path, fresh[i].hash);
      if (share[i].occupant == Occupant::nothing) add_folders_above(noted.path, folders);
      if (share[i].occupant == Occupant::nothing || noted.bytes != fresh[i].hash) to_write.push_back(i);
      noted.bytes = fresh[i].hash;
    }
    published_.made += to_write.size();
    published_.same += share.size() - to_write.size();
    if (to_write.empty()) return {};
    for (const std::string& folder : folders) announced_.add_folder(folder);
    if (const auto announced = announce(); !announced) return announced.failure();
    return try_for_each_index(to_write.size(), jobs_for(to_write.size(), fewest, rendering_.jobs()),
                              [&](std::size_t i, int worker) -> Result<void> {
                                const std::size_t output = share[to_write[i]].output;
                                const auto stat = write(output, fresh[to_write[i]], worker);
                                if (!stat) return stat.failure();
                                manifest_.outputs[output].stat = *stat;
                                return {};
                              });
  }

  Result<void> make_room() {
    if (!changes_.remove_first.empty() || !changes_.remove.empty()) {
      std::set<std::string, std::less<>> folders;
      for (const std::string& path : changes_.remove_first) add_folders_above(path, folders);
      for (const std::string& path : changes_.remove) add_folders_above(path, folders);
      for (const std::string& folder : folders) announced_.add_folder(folder);
      if (const auto announced = announce(); !announced) return announced.failure();
    }
    for (const std::string& path : standing_.leftovers) {
      if (const auto removed = files_.remove(path); !removed) return removed.failure();
    }
    std::set<std::string, std::less<>> emptied;
    for (const std::string& path : changes_.remove_first) {
      add_folders_above(path, emptied);  // `a/b/` is below `a/b`
      if (path.ends_with('/')) continue;
      if (const auto removed = remove_own(path); !removed) return removed.failure();
    }
    return remove_empty(emptied);
  }

  // build_site builds again without the cache.
  Failure lost_html() const {
    return {"cannot read", "the build cache", "it was changed while the site was being built", "build again"};
  }

  Result<void> remove_gone() {
    std::set<std::string, std::less<>> emptied(standing_.folders.begin(), standing_.folders.end());
    for (const std::string& path : changes_.remove) {
      if (const auto removed = remove_own(path); !removed) return removed.failure();
      add_folders_above(path, emptied);
    }
    return remove_empty(emptied);
  }

  // Rendering takes time: what someone changed in the meantime is no longer ours to remove.
  Result<void> remove_own(const std::string& path) {
    const auto known = std::lower_bound(standing_.others.begin(), standing_.others.end(), path,
                                        [](const ExistingFile& file, const std::string& p) { return file.path < p; });
    const auto stat = files_.stat_entry(path);
    if (!stat) return stat.failure();
    const bool is_known = known != standing_.others.end() && known->path == path;
    if (!*stat || !is_known || **stat != known->stat) return {};
    if (const auto removed = files_.remove(path); !removed) return removed.failure();
    ++published_.removed;
    return {};
  }

  Result<void> remove_empty(const std::set<std::string, std::less<>>& folders) {
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {  // children before their parents
      if (const auto removed = files_.remove_folder_if_empty(*folder); !removed) return removed.failure();
    }
    return {};
  }

  Result<void> save_list(const OwnFiles& own) {
    std::string text = compose_own_files(own);
    if (text == own_text_) return {};
    const auto written = files_.write(own_files_path, text);
    if (!written) return written.failure();
    own_text_ = std::move(text);
    return {};
  }

  Result<void> save_manifest() {
    OwnFiles own;
    for (const ManifestEntry& noted : manifest_.outputs) own.add(noted.path, noted.bytes);
    own.sort();
    if (const auto saved = save_list(own); !saved) return saved.failure();
    if (manifest_ == standing_.manifest) return {};
    store_manifest(cache_.store(), files_.name_of(""), manifest_);
    return {};
  }

  Result<void> collect_left() {
    const auto list = files_.stat_entry(own_files_path);
    if (!list) return list.failure();
    if (*list) published_.left.emplace_back(own_files_path, **list);
    for (ManifestEntry& noted : manifest_.outputs) published_.left.emplace_back(std::move(noted.path), noted.stat);
    return {};
  }

  Files& files_;
  BuildCache& cache_;
  const Plan& plan_;
  const DestinationState& standing_;
  const Changes& changes_;
  Rendering& rendering_;

  Manifest manifest_;     // what will be saved
  OwnFiles announced_;    // what was ours, and what is about to be
  std::string own_text_;  // the list in the destination at present
  Published published_;
};

}  // namespace

Result<Published> publish(const BuildLock& lock, const Plan& plan, Fingerprints wanted, const DestinationState& state,
                          const Changes& changes, Rendering& rendering, std::size_t share) {
  return Publisher(lock, plan, std::move(wanted), state, changes, rendering)
      .run(std::max(share, changes.make.size() / most_shares));
}

}  // namespace causerie
