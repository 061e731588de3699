// Polls all files: for systems without notifications, and for file systems that only report changes made on this
// machine.
#include <poll.h>

#include <algorithm>
#include <map>

#include "system/change_source.h"
#include "system/clock.h"

namespace causerie {
namespace {

constexpr double share = 0.05;  // the part of the time that may be spent looking

class Polling : public ChangeSource {
 public:
  Polling(IsIgnored is_ignored, int interval)
      : is_ignored_(std::move(is_ignored)), interval_(interval), pause_(interval) {}

  std::string watch(const std::vector<std::string>& roots) override {
    roots_ = roots;
    seen_ = look();
    return {};
  }

  std::vector<NoticedChange> next(int milliseconds, int wake) override {
    const double end = steady_seconds() + milliseconds / 1000.0;
    for (;;) {
      const double left = (end - steady_seconds()) * 1000;
      pollfd waker{wake, POLLIN, 0};
      if (::poll(&waker, 1, std::max(0, static_cast<int>(std::min<double>(left, pause_)))) > 0) return {};
      std::vector<NoticedChange> changes = compare(look());
      if (!changes.empty() || left <= pause_) return changes;
    }
  }

 private:
  using Seen = std::map<std::string, FileStat>;

  Seen look() {
    const double start = steady_seconds();
    Seen seen;
    for (const std::string& root : roots_) {
      walk(root, is_ignored_, [&](const std::string& path, FileStat stat, const std::string&) {
        if (stat.kind == FileKind::other) return;
        // Only the existence of a folder counts: its times change with its entries.
        if (stat.kind == FileKind::folder) stat = {.kind = FileKind::folder, .inode = stat.inode};
        seen.emplace(path, stat);
      });
    }
    pause_ = std::max<double>(interval_, (steady_seconds() - start) * 1000 / share);
    return seen;
  }

  std::vector<NoticedChange> compare(Seen now) {
    std::vector<NoticedChange> changes;
    for (const auto& [path, stat] : now) {
      const auto before = seen_.find(path);
      if (before == seen_.end() || !(before->second == stat)) changes.push_back({path, NoticedKind::saved});
    }
    for (const auto& [path, stat] : seen_) {
      if (!now.contains(path)) changes.push_back({path, NoticedKind::gone});
    }
    seen_ = std::move(now);
    return changes;
  }

  IsIgnored is_ignored_;
  std::vector<std::string> roots_;
  Seen seen_;
  int interval_;  // milliseconds, like the pause, which is longer if there is much to look at
  double pause_;
};

}  // namespace

std::unique_ptr<ChangeSource> polling_change_source(IsIgnored is_ignored, int between_looks) {
  return std::make_unique<Polling>(std::move(is_ignored), between_looks);
}

}  // namespace causerie
