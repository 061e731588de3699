// What the preview currently shows, and its latest changes: one writer, many readers.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "serve/preview.h"

namespace causerie {

inline constexpr int most_streams = 32;

// What a new version of the site means for an open page.
struct SiteChange {
  std::uint64_t version = 0;
  bool is_style_alone = false;  // only these stylesheets changed
  std::vector<MovedStylesheet> stylesheets;
  bool concerns_every_page = false;  // a picture, for example, whose change does not show in a page's own bytes
  std::string saved;                 // the address of the saved essay; empty if none
};

// A snapshot; the preview is immutable.
struct Moment {
  std::uint64_t version = 0;               // grows with every change
  std::shared_ptr<const Preview> preview;  // the last good one; null if there is none yet
  std::string faults;                      // HTML of the current errors; empty if none
  bool has_ended = false;
};

class LiveSite {
 public:
  // Versions start from here. They should differ from those of an earlier run, whose pages may still be open.
  explicit LiveSite(std::uint64_t first_version) { moment_.version = first_version; }

  void show(std::shared_ptr<const Preview> preview, SiteChange change);  // clears the faults
  void show_faults(std::string html);                                    // over the last good site
  void end();                                                            // wakes all who wait

  Moment now() const;
  // Waits until the version is a different one, the preview ends or the seconds are over; returns the moment then.
  Moment next(std::uint64_t version, double seconds) const;
  // The changes since the version, oldest first; nullopt if they are no longer stored.
  std::optional<std::vector<SiteChange>> since(std::uint64_t version) const;

  // Each event stream takes a seat. False if all `most_streams` are taken.
  bool take_seat();
  void leave_seat();

 private:
  void remember(SiteChange change);  // REQUIRES: the mutex is locked

  mutable std::mutex mutex_;
  mutable std::condition_variable news_;
  Moment moment_;
  std::deque<SiteChange> changes_;
  int seats_taken_ = 0;
};

}  // namespace causerie
