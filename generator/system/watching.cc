#include "system/watching.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "system/change_source.h"
#include "system/clock.h"

namespace causerie {
namespace {

// Seconds.
constexpr double quiet = 0.015;
constexpr double longest = 0.060;
constexpr double quiet_without = 0.100;  // while a file is missing that may come back
constexpr double longest_without = 0.200;

// What happened to each path since the first change.
class Batch {
 public:
  void add(std::vector<NoticedChange> changes) {
    for (NoticedChange& change : changes) {
      const auto [found, is_first] = changes_.try_emplace(std::move(change.path), Fate{change.kind, change.kind});
      found->second.last = change.kind;
    }
  }

  // A file that appeared and disappeared meanwhile was a temporary one; one that is not written yet is not reported.
  std::vector<std::string> paths() const {
    std::vector<std::string> paths;
    for (const auto& [path, fate] : changes_) {
      const bool was_there = fate.first != NoticedKind::maybe_incomplete;
      if (fate.last == NoticedKind::saved || (fate.last == NoticedKind::gone && was_there)) paths.push_back(path);
    }
    return paths;
  }

  bool misses_a_file() const {
    return std::any_of(changes_.begin(), changes_.end(), [](const auto& one) {
      return one.second.last == NoticedKind::gone && one.second.first != NoticedKind::maybe_incomplete;
    });
  }

 private:
  struct Fate {
    NoticedKind first, last;
  };
  std::map<std::string, Fate> changes_;
};

int milliseconds(double seconds) { return std::max(0, static_cast<int>(seconds * 1000 + 0.5)); }

}  // namespace

class Watching::Inside {
 public:
  WatchOptions options;
  std::vector<std::string> roots;
  std::unique_ptr<ChangeSource> source;
  bool is_told = false;
  std::array<int, 2> wake = {-1, -1};  // a pipe; a byte in it interrupts
};

Watching::Watching(WatchOptions options) : inside_(std::make_unique<Inside>()) {
  inside_->options = std::move(options);
  if (::pipe(inside_->wake.data()) == 0) {
    for (const int end : inside_->wake) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    for (const int end : inside_->wake) ::fcntl(end, F_SETFL, O_NONBLOCK);
  }
  std::string reason;
  if (!inside_->options.polls) {
    inside_->source = system_change_source(inside_->options.is_ignored, inside_->options.most_watches, reason);
  }
  inside_->is_told = inside_->source != nullptr;
  if (!inside_->is_told) poll_instead(reason);
  if (inside_->is_told && inside_->options.polls_as_well) poll_as_well("");
}

Watching::~Watching() {
  for (const int end : inside_->wake) ::close(end);
}

void Watching::poll_instead(const std::string& reason) {
  inside_->is_told = false;
  inside_->source = polling_change_source(inside_->options.is_ignored, inside_->options.between_looks);
  inside_->source->watch(inside_->roots);
  if (!reason.empty()) inside_->options.on_polling(reason);
}

void Watching::poll_as_well(const std::string& reason) {
  inside_->source =
      polled_as_well(std::move(inside_->source), inside_->options.is_ignored, inside_->options.between_looks);
  inside_->source->watch(inside_->roots);
  if (!reason.empty()) inside_->options.on_polling(reason);
}

void Watching::watch(std::vector<std::string> roots) {
  inside_->roots = std::move(roots);
  const std::string reason = inside_->source->watch(inside_->roots);
  if (!reason.empty()) return poll_instead(reason);
  if (const std::string gaps = inside_->source->gaps(); !gaps.empty()) poll_as_well(gaps);
}

bool Watching::is_told_by_the_system() const { return inside_->is_told; }

std::vector<std::string> Watching::wait(double seconds) {
  const double end = steady_seconds() + seconds;
  ChangeSource& source = *inside_->source;
  const int wake = inside_->wake[0];
  Batch batch;
  for (;;) {
    batch.add(source.next(milliseconds(end - steady_seconds()), wake));
    const double first = steady_seconds();
    for (;;) {
      if (batch.paths().empty()) break;
      const bool misses = batch.misses_a_file();
      const double left = first + (misses ? longest_without : longest) - steady_seconds();
      if (left <= 0) break;
      std::vector<NoticedChange> more = source.next(milliseconds(std::min(left, misses ? quiet_without : quiet)), wake);
      if (more.empty()) break;
      batch.add(std::move(more));
    }
    if (const std::string trouble = source.trouble(); !trouble.empty()) {
      poll_instead(trouble);
      return batch.paths();
    }
    if (const std::string gaps = source.gaps(); !gaps.empty()) {
      poll_as_well(gaps);
      return batch.paths();
    }
    std::array<char, 16> bytes;
    const bool is_interrupted = ::read(wake, bytes.data(), bytes.size()) > 0;
    std::vector<std::string> paths = batch.paths();
    if (is_interrupted || !paths.empty() || steady_seconds() >= end) return paths;
  }
}

void Watching::interrupt() {
  const char byte = 0;
  [[maybe_unused]] const ssize_t written = ::write(inside_->wake[1], &byte, 1);
}

}  // namespace causerie
