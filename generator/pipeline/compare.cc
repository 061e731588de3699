#include "pipeline/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.h"

namespace causerie {

namespace {

std::string clause(InternedName input, std::string_view what_happened) {
  const std::string& name = input.text();
  if (name == program_input) return "the program changed";
  if (name == layout_input) return "layout changed";
  if (name == links_input) return "the site's address changed";
  if (name == bytes_input) return "the copied file changed";
  return "input '" + name + "' " + std::string(what_happened);
}

// Both are sorted by name.
void compare_inputs(const std::vector<Input>& before, const std::vector<Input>& now,
                    std::vector<std::string>& reasons) {
  if (before == now) return;
  auto old = before.begin();
  for (const Input& input : now) {
    for (; old != before.end() && old->name < input.name; ++old) reasons.push_back(clause(old->name, "is gone"));
    if (old == before.end() || old->name != input.name) {
      reasons.push_back(clause(input.name, "is new"));
    } else if ((old++)->hash != input.hash) {
      reasons.push_back(clause(input.name, "changed"));
    }
  }
  for (; old != before.end(); ++old) reasons.push_back(clause(old->name, "is gone"));
}

class Comparison {
 public:
  Comparison(const Fingerprints& wanted, const DestinationState& state, Remake remake)
      : wanted_(wanted), state_(state), remake_(remake) {}

  Changes run() {
    sort_others();
    for (std::size_t i = 0; i < wanted_.size(); ++i) look_at(i);
    for (const ExistingFile* file : removable_) {
      if (!cleared_.contains(file->path)) changes_.remove.push_back(file->path);
    }
    changes_.remove_first.assign(cleared_.begin(), cleared_.end());
    return std::move(changes_);
  }

 private:
  void sort_others() {
    removable_paths_.insert(state_.leftovers.begin(), state_.leftovers.end());
    for (const ExistingFile& file : state_.others) {
      if (!state_.own.holds(hash_of(file.path), file.bytes) || file.stat.kind != FileKind::file) {
        changes_.kept.push_back(file.path);
        continue;
      }
      removable_.push_back(&file);
      removable_paths_.insert(file.path);
      by_inode_.emplace(std::pair(file.stat.device, file.stat.inode), &file);
    }
  }

  void look_at(std::size_t i) {
    const OutputState& output = state_.outputs[i];
    if (output.is_blocked && !clear(output)) return;
    const bool is_there = output.file && !is_renamed_in_case(*output.file);
    const bool is_listed = state_.own.names(hash_of(wanted_[i].path));
    Change change{i, reasons_for(i, is_there ? &*output.file : nullptr, is_listed), Occupant::nothing};
    if (is_there) change.occupant = is_listed ? Occupant::our_file : Occupant::foreign_file;
    if (change.reasons.empty()) {
      ++changes_.unchanged;
    } else {
      changes_.make.push_back(std::move(change));
    }
  }

  std::vector<std::string> reasons_for(std::size_t i, const ExistingFile* file, bool is_listed) const {
    if (remake_ == Remake::everything) return {"everything is built again"};
    const ManifestEntry* noted = state_.manifest.find(wanted_[i].path);
    if (!noted) return {is_listed ? "no record of what it was made from" : "new"};
    std::vector<std::string> reasons;
    compare_inputs(noted->inputs, wanted_[i].inputs, reasons);
    if (!file) {
      reasons.push_back("missing in the destination");
    } else if (file->bytes != noted->bytes) {
      const bool is_ours = state_.own.holds(hash_of(file->path), file->bytes);
      reasons.push_back(is_ours ? "another build wrote something else" : "its file was changed since it was built");
    }
    return reasons;
  }

  // True if everything in the way is ours and due for removal. It is then removed first; otherwise the path is blocked.
  bool clear(const OutputState& output) {
    for (const std::string& path : output.in_the_way) {
      if (path.ends_with('/') || removable_paths_.contains(path)) continue;
      changes_.blocked.push_back(path);
      return false;
    }
    cleared_.insert(output.in_the_way.begin(), output.in_the_way.end());
    return true;
  }

  // On a file system that ignores case (FAT, exFAT), `Schema.png` is found at `schema.png`. To get its new name, it has
  // to be removed first.
  bool is_renamed_in_case(const ExistingFile& file) {
    const auto found = by_inode_.find({file.stat.device, file.stat.inode});
    if (found == by_inode_.end() || !ascii_iequals(found->second->path, file.path)) return false;
    cleared_.insert(found->second->path);
    return true;
  }

  const Fingerprints& wanted_;
  const DestinationState& state_;
  const Remake remake_;
  std::vector<const ExistingFile*> removable_;
  std::set<std::string_view> removable_paths_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, const ExistingFile*> by_inode_;
  std::set<std::string> cleared_;
  Changes changes_;
};

}  // namespace

Changes compare(const Fingerprints& wanted, const DestinationState& state, Remake remake) {
  return Comparison(wanted, state, remake).run();
}

}  // namespace causerie
