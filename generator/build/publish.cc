#include "build/publish.h"

#include <algorithm>
#include <set>

#include "base/paths.h"
#include "system/parallel.h"

namespace causerie {

namespace {

constexpr std::size_t named_in_refusal = 5;

void add_folders_above(std::string_view path, std::set<std::string, std::less<>>& folders) {
  for (std::string_view folder = parent_of(path); !folder.empty(); folder = parent_of(folder)) {
    if (!folders.emplace(folder).second) return;  // then those above it are there too
  }
}

Failure refuse(const Files& files, const std::vector<std::string>& paths) {
  std::string reason = "it is not ours";
  if (paths.size() > 1) reason += ", as " + std::to_string(paths.size() - 1) + " more in our way:";
  for (std::size_t i = 1; i < paths.size() && i < named_in_refusal; ++i) reason += (i > 1 ? ", " : " ") + paths[i];
  if (paths.size() > named_in_refusal) reason += ", …";
  return {"cannot replace", files.name_of(paths.front()), std::move(reason),
          "nothing was written; move it away, delete it if it may go, or choose another destination"};
}

class Publisher {
 public:
  Publisher(const BuildLock& lock, const Plan& plan, const Fingerprints& wanted, const Standing& standing,
            const Changes& changes, const Rendered& rendered, int jobs)
      : site_(lock.places().site),
        files_(lock.places().destination),
        notes_(lock.places().notes),
        plan_(plan),
        standing_(standing),
        changes_(changes),
        rendered_(rendered),
        jobs_(jobs) {
    manifest_.outputs.resize(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      Noted& noted = manifest_.outputs[i];
      noted.path = wanted[i].path;
      noted.inputs = wanted[i].inputs;
      if (const auto& file = standing.places[i].file) {
        noted.bytes = file->bytes;
        noted.stat = file->stat;
      }
    }
  }

  Result<Published> run() {
    take_stock();
    if (const Result<void> allowed = check_ownership(); !allowed) return allowed.failure();
    for (const auto step : {&Publisher::save_union, &Publisher::make_room, &Publisher::write_changes,
                            &Publisher::remove_gone, &Publisher::save_notes}) {
      if (const Result<void> done = (this->*step)(); !done) return done.failure();
    }
    return published_;
  }

 private:
  void take_stock() {
    std::vector<Hash> fresh(changes_.make.size());
    for_each_index(fresh.size(), jobs_, [&](std::size_t i, int) {
      const auto* copy = std::get_if<Copy>(&plan_.outputs[changes_.make[i].output].content);
      fresh[i] = copy ? copy->hash : hash_of(rendered_.bytes[i]);
    });
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      const Change& change = changes_.make[i];
      Noted& noted = manifest_.outputs[change.output];
      if (change.stands == Stands::nothing || noted.bytes != fresh[i]) to_write_.push_back(i);
      noted.bytes = fresh[i];
    }
    for (const Noted& noted : manifest_.outputs) own_.add(noted.path, noted.bytes);
    own_.sort();
    published_.same = fresh.size() - to_write_.size();
    published_.unchanged = changes_.unchanged;
  }

  Result<void> check_ownership() {
    std::vector<std::string> foreign = changes_.blocked;
    for (const std::size_t i : to_write_) {
      const Change& change = changes_.make[i];
      if (change.stands == Stands::foreign_file) foreign.push_back(plan_.outputs[change.output].path);
    }
    if (foreign.empty()) return {};
    // One file may be in the way of a whole folder of ours.
    std::sort(foreign.begin(), foreign.end());
    foreign.erase(std::unique(foreign.begin(), foreign.end()), foreign.end());
    return refuse(files_, foreign);
  }

  // From here on a build that is interrupted leaves a list that names all that may be ours: old, new and folders.
  Result<void> save_union() {
    own_text_ = standing_.own_text;
    if (to_write_.empty() && changes_.remove.empty() && changes_.remove_first.empty()) return {};
    std::set<std::string, std::less<>> folders;
    for (const std::size_t i : to_write_) {
      const Change& change = changes_.make[i];
      if (change.stands == Stands::nothing) add_folders_above(plan_.outputs[change.output].path, folders);
    }
    for (const std::string& path : changes_.remove_first) add_folders_above(path, folders);
    for (const std::string& path : changes_.remove) add_folders_above(path, folders);

    OwnFiles both = own_;
    both.add_all(standing_.own);
    for (const std::string& folder : folders) both.add_folder(folder);
    both.mark_unfinished();
    both.sort();
    return save_list(both);
  }

  Result<void> make_room() {
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

  Result<void> write_changes() {
    return try_for_each_index(to_write_.size(), jobs_, [&](std::size_t i, int) -> Result<void> {
      const std::size_t made = to_write_[i];
      const std::size_t output = changes_.make[made].output;
      const auto* copy = std::get_if<Copy>(&plan_.outputs[output].content);
      const auto stat = copy ? write_copy(*copy, plan_.outputs[output].path)
                             : files_.write(plan_.outputs[output].path, rendered_.bytes[made]);
      if (!stat) return stat.failure();
      manifest_.outputs[output].stat = *stat;
      return {};
    });
  }

  Result<FileStat> write_copy(const Copy& copy, std::string_view path) {
    const auto bytes = site_.read(copy.source);
    if (!bytes) return bytes.failure();
    if (hash_of(*bytes) != copy.hash) {
      return Failure{"cannot copy", site_.name_of(copy.source), "it changed while the site was being read",
                     "build again when it is finished"};
    }
    return files_.write(path, *bytes);
  }

  Result<void> remove_gone() {
    std::set<std::string, std::less<>> emptied(standing_.folders.begin(), standing_.folders.end());
    for (const std::string& path : changes_.remove) {
      if (const auto removed = remove_own(path); !removed) return removed.failure();
      add_folders_above(path, emptied);
    }
    return remove_empty(emptied);
  }

  // Rendering took its time: what somebody changed meanwhile is no longer ours to remove.
  Result<void> remove_own(const std::string& path) {
    const auto known = std::lower_bound(standing_.others.begin(), standing_.others.end(), path,
                                        [](const StandingFile& file, const std::string& p) { return file.path < p; });
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

  Result<void> save_notes() {
    published_.made = to_write_.size();
    if (const auto saved = save_list(own_); !saved) return saved.failure();
    if (manifest_ == standing_.manifest) return {};
    const auto written = notes_.write(manifest_path, encode_manifest(manifest_));
    if (!written) return written.failure();
    return {};
  }

  Files& site_;
  Files& files_;
  Files& notes_;
  const Plan& plan_;
  const Standing& standing_;
  const Changes& changes_;
  const Rendered& rendered_;
  const int jobs_;

  std::vector<std::size_t> to_write_;  // indexes into changes_.make
  Manifest manifest_;                  // what will be noted
  OwnFiles own_;                       // what will be listed
  std::string own_text_;               // the list as it lies in the destination now
  Published published_;
};

}  // namespace

Result<Published> publish(const BuildLock& lock, const Plan& plan, const Fingerprints& wanted, const Standing& standing,
                          const Changes& changes, const Rendered& rendered, int jobs) {
  return Publisher(lock, plan, wanted, standing, changes, rendered, jobs).run();
}

}  // namespace causerie
