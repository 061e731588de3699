// The two ways to detect changes below folders: notifications from the system, and polling.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace causerie {

enum class NoticedKind { saved, gone, maybe_incomplete };  // the last: a file that is not written yet

struct NoticedChange {
  std::string path;  // absolute
  NoticedKind kind = NoticedKind::saved;
};

using IsIgnored = std::function<bool(std::string_view path)>;

class ChangeSource {
 public:
  virtual ~ChangeSource() = default;
  // Watches files and whole folders, whether they exist or not. Returns why this source cannot do it; empty on success.
  virtual std::string watch(const std::vector<std::string>& roots) = 0;
  // Waits up to `milliseconds` and returns the first changes. Empty on timeout, or if `wake` becomes readable.
  virtual std::vector<NoticedChange> next(int milliseconds, int wake) = 0;
  // Why this source can no longer be used; empty while it can.
  virtual std::string trouble() const { return {}; }
  // Why some changes may not be reported, although most are: they have to be looked for as well. Empty if all are.
  virtual std::string gaps() const { return {}; }
};

// Uses notifications from the system. Null if it has none, or none are left; `reason` says which.
std::unique_ptr<ChangeSource> system_change_source(IsIgnored, int most_watches, std::string& reason);
std::unique_ptr<ChangeSource> polling_change_source(IsIgnored,
                                                    int between_looks);  // polls, at intervals in milliseconds
// Returns at once what `told` reports, and polls for what it does not.
std::unique_ptr<ChangeSource> polled_as_well(std::unique_ptr<ChangeSource> told, IsIgnored, int between_looks);

// Visits `root` and everything below it, folders before their entries, following links, no folder twice. `target` is
// what a link leads to if that is not a folder; otherwise empty.
using Visit = std::function<void(const std::string& path, const FileStat& stat, const std::string& target)>;
void walk(const std::string& root, const IsIgnored&, const Visit&);

}  // namespace causerie
