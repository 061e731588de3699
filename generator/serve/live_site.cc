#include "serve/live_site.h"

#include <chrono>
#include <utility>

namespace causerie {
namespace {

constexpr std::size_t most_changes = 100;

}  // namespace

void LiveSite::remember(SiteChange change) {
  change.version = ++moment_.version;
  changes_.push_back(std::move(change));
  if (changes_.size() > most_changes) changes_.pop_front();
}

void LiveSite::show(std::shared_ptr<const Preview> preview, SiteChange change) {
  {
    const std::lock_guard lock(mutex_);
    std::swap(moment_.preview, preview);  // the old one is destroyed outside the lock
    moment_.faults.clear();
    remember(std::move(change));
  }
  news_.notify_all();
}

void LiveSite::show_faults(std::string html) {
  {
    const std::lock_guard lock(mutex_);
    SiteChange nothing;
    nothing.is_style_alone = true;
    remember(std::move(nothing));
    moment_.faults = std::move(html);
  }
  news_.notify_all();
}

void LiveSite::end() {
  {
    const std::lock_guard lock(mutex_);
    moment_.has_ended = true;
  }
  news_.notify_all();
}

Moment LiveSite::now() const {
  const std::lock_guard lock(mutex_);
  return moment_;
}

Moment LiveSite::next(std::uint64_t version, double seconds) const {
  std::unique_lock lock(mutex_);
  news_.wait_for(lock, std::chrono::duration<double>(seconds),
                 [&] { return moment_.version != version || moment_.has_ended; });
  return moment_;
}

std::optional<std::vector<SiteChange>> LiveSite::since(std::uint64_t version) const {
  const std::lock_guard lock(mutex_);
  if (version > moment_.version || moment_.version - version > changes_.size()) return std::nullopt;
  return std::vector<SiteChange>(changes_.end() - static_cast<std::ptrdiff_t>(moment_.version - version),
                                 changes_.end());
}

bool LiveSite::take_seat() {
  const std::lock_guard lock(mutex_);
  if (seats_taken_ >= most_streams) return false;
  ++seats_taken_;
  return true;
}

void LiveSite::leave_seat() {
  const std::lock_guard lock(mutex_);
  --seats_taken_;
}

}  // namespace causerie
