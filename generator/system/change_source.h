// The two ways in which changes below folders are found: the system tells of them, or everything is looked at.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace causerie {

enum class NoticedKind { saved, gone, came_and_may_go };  // the last: a file that is not yet written

struct NoticedChange {
  std::string path;  // absolute
  NoticedKind kind = NoticedKind::saved;
};

using IsIgnored = std::function<bool(std::string_view path)>;

class ChangeSource {
 public:
  virtual ~ChangeSource() = default;
  // Files and whole folders, whether they are there or not. A reason: it cannot be done in this way.
  virtual std::string watch(const std::vector<std::string>& roots) = 0;
  // Those of the next `milliseconds`, or the first that come; none also when `wake` can be read.
  virtual std::vector<NoticedChange> next(int milliseconds, int wake) = 0;
  // Why it can no longer be done in this way; empty as long as it can.
  virtual std::string trouble() const { return {}; }
};

// Null where the system has no such thing, or none is left; `reason` says which.
std::unique_ptr<ChangeSource> told_by_the_system(IsIgnored, int most_watches, std::string& reason);
std::unique_ptr<ChangeSource> found_by_looking(IsIgnored, int between_looks);  // milliseconds

// What lies at `root` and below it, folders before what is in them, links followed and no folder twice. `target` is
// where a link leads to that is no folder; else empty.
using Visit = std::function<void(const std::string& path, const FileStat& stat, const std::string& target)>;
void walk(const std::string& root, const IsIgnored&, const Visit&);

}  // namespace causerie
