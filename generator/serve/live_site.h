// What the preview shows at this moment, and what changed on the way there: one writer, many readers.
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

// What a page that is open has to do about a new site.
struct SiteChange {
  std::uint64_t version = 0;
  bool is_style_alone = false;  // nothing but these stylesheets changed
  std::vector<MovedStylesheet> stylesheets;
  bool concerns_every_page = false;  // a picture, say: the page's own bytes do not tell
  std::string saved;                 // the address of the essay that was saved; empty: none
};

// Values; the preview is immutable.
struct Moment {
  std::uint64_t version = 0;               // grows with everything that is to be told
  std::shared_ptr<const Preview> preview;  // the last good one; null: there was none yet
  std::string faults;                      // HTML of what is wrong now; empty: nothing is
  bool has_ended = false;
};

class LiveSite {
 public:
  // Versions go on from here. They should differ from those of an earlier run, whose pages may still be open.
  explicit LiveSite(std::uint64_t first_version) { moment_.version = first_version; }

  void show(std::shared_ptr<const Preview> preview, SiteChange change);  // what was wrong is no longer
  void show_faults(std::string html);                                    // over the last good site
  void end();                                                            // all who wait are told

  Moment now() const;
  // The moment as it is when the version is another one, or when the seconds are over.
  Moment next(std::uint64_t version, double seconds) const;
  // The changes since the version, oldest first; nothing where that is longer ago than is remembered.
  std::optional<std::vector<SiteChange>> since(std::uint64_t version) const;

  // A stream that tells of changes has a seat, up to `most_streams`.
  bool take_seat();
  void leave_seat();

 private:
  void remember(SiteChange change);  // REQUIRES: the lock

  mutable std::mutex mutex_;
  mutable std::condition_variable news_;
  Moment moment_;
  std::deque<SiteChange> changes_;
  int seats_taken_ = 0;
};

}  // namespace causerie
