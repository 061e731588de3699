// The preview as a whole: folders are watched, the site is made anew in memory at every save, browsers are answered.
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
  int port = 0;  // 0: any; of another, the next free one
  bool follows = false;
  bool polls = false;
  bool opens = false;
  std::function<Instant()> clock;  // none: the system's
  double between_looks = 2;        // seconds, at the calendar and at the site's own folder
};

// One time that the site was made, or could not be.
enum class RoundReason { first, saved, another_day, folder_gone, folder_back };

struct Round {
  RoundReason reason = RoundReason::saved;
  std::vector<std::string> saved = {};  // below the site's folder, sorted
  double seconds = 0;                   // from the news of the save to the new site
  Diagnostics diagnostics = {};
  std::optional<Failure> failure = std::nullopt;  // the machine did not let it be read
  bool is_good() const { return !failure && !diagnostics.has_errors(); }
};

// What is told meanwhile, on the calling thread.
struct ServeTalk {
  std::function<void(const std::string& message)> remark;
  std::function<void(const std::string& address)> is_there;  // after the first round
  std::function<std::string(const Round&)> round;            // gives what is wrong, as HTML over the page
  std::function<bool()> goes_on = [] { return true; };       // asked at each look
};

// Until it is told to stop; a failure only where it cannot begin. Writes nothing anywhere.
Result<void> serve_site(const ServeOptions&, const ServeTalk&);

}  // namespace causerie
