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

class Polling final : public ChangeSource {
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

  // Looks once, without waiting.
  std::vector<NoticedChange> look_now() { return compare(look()); }
  double pause() const { return pause_; }  // milliseconds until the next look should be

  // What is at the path now, and below it, is no longer news.
  void accept(const std::string& path) {
    const std::string below = path + "/";
    seen_.erase(path);
    seen_.erase(seen_.lower_bound(below), seen_.lower_bound(path + static_cast<char>('/' + 1)));
    const bool is_watched = std::any_of(roots_.begin(), roots_.end(), [&](const std::string& root) {
      return path == root || path.starts_with(root + "/");
    });
    if (is_watched) add(path, seen_);
  }

 private:
  using Seen = std::map<std::string, FileStat>;

  void add(const std::string& root, Seen& seen) const {
    walk(root, is_ignored_, [&](const std::string& path, FileStat stat, const std::string&) {
      if (stat.kind == FileKind::other) return;
      // Only the existence of a folder counts: its times change with its entries.
      if (stat.kind == FileKind::folder) stat = {.kind = FileKind::folder, .inode = stat.inode};
      seen.emplace(path, stat);
    });
  }

  Seen look() {
    const double start = steady_seconds();
    Seen seen;
    for (const std::string& root : roots_) add(root, seen);
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

class PolledAsWell : public ChangeSource {
 public:
  PolledAsWell(std::unique_ptr<ChangeSource> told, IsIgnored is_ignored, int interval)
      : told_(std::move(told)), polling_(std::move(is_ignored), interval) {}

  std::string watch(const std::vector<std::string>& roots) override {
    std::string trouble = told_->watch(roots);
    polling_.watch(roots);
    next_look_ = steady_seconds() + polling_.pause() / 1000;
    return trouble;
  }

  std::vector<NoticedChange> next(int milliseconds, int wake) override {
    const double end = steady_seconds() + milliseconds / 1000.0;
    for (;;) {
      const double until = std::min(end, next_look_) - steady_seconds();
      std::vector<NoticedChange> changes = told(std::max(0, static_cast<int>(until * 1000)), wake);
      pollfd waker{wake, POLLIN, 0};
      if (!changes.empty() || ::poll(&waker, 1, 0) > 0) return changes;
      if (steady_seconds() >= next_look_) {
        changes = polling_.look_now();
        next_look_ = steady_seconds() + polling_.pause() / 1000;
        if (!changes.empty()) {
          // What was reported meanwhile may be among them, and not be complete.
          for (NoticedChange& change : told(0, wake)) changes.push_back(std::move(change));
          return changes;
        }
      }
      if (steady_seconds() >= end) return {};
    }
  }

  std::string trouble() const override { return told_->trouble(); }

 private:
  std::vector<NoticedChange> told(int milliseconds, int wake) {
    std::vector<NoticedChange> changes = told_->next(milliseconds, wake);
    for (const NoticedChange& change : changes) polling_.accept(change.path);
    return changes;
  }

  std::unique_ptr<ChangeSource> told_;
  Polling polling_;
  double next_look_ = 0;
};

}  // namespace

std::unique_ptr<ChangeSource> polled_as_well(std::unique_ptr<ChangeSource> told, IsIgnored is_ignored,
                                             int between_looks) {
  return std::make_unique<PolledAsWell>(std::move(told), std::move(is_ignored), between_looks);
}

std::unique_ptr<ChangeSource> polling_change_source(IsIgnored is_ignored, int between_looks) {
  return std::make_unique<Polling>(std::move(is_ignored), between_looks);
}

}  // namespace causerie
