// Runs the preview: watches folders, rebuilds the site in memory at every save, answers browsers.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "base/result.h"

namespace causerie {

struct ServeOptions {
  std::string site;  // its folder, absolute
  std::string address = "127.0.0.1";
  int port = 0;  // 0: any; otherwise this one or the next free one
  bool follows = false;
  bool polls = false;
  bool opens = false;
  std::function<Instant()> clock;  // empty: the system's
  double between_looks = 2;        // seconds between checks of the date and of the site's folder
};

// One attempt to build the site, or the loss of its folder.
enum class RoundReason { first, saved, another_day, folder_gone, folder_back };

struct Round {
  RoundReason reason = RoundReason::saved;
  std::vector<std::string> saved = {};  // paths below the site's folder, sorted
  double seconds = 0;                   // from noticing the save to the new site
  Diagnostics diagnostics = {};
  std::optional<Failure> failure = std::nullopt;  // the site could not be read
  bool is_good() const { return !failure && !diagnostics.has_errors(); }
};

// Callbacks, all on the thread that called serve_site.
struct ServeTalk {
  std::function<void(const std::string& message)> remark;
  std::function<void(const std::string& address)> is_there;  // after the first round
  std::function<std::string(const Round&)> round;            // returns the overlay with the errors, as HTML
  std::function<bool()> goes_on = [] { return true; };       // called at each check
};

// Runs until it is stopped; fails only if it cannot start. Writes only to the user's parse cache.
Result<void> serve_site(const ServeOptions&, const ServeTalk&);

}  // namespace causerie
