// The preview as a whole: folders are watched, the site is made anew in memory at every save, browsers are answered.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

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
};

// One time that the site was made, or could not be.
struct Round {
  bool is_first = false;
  std::vector<std::string> saved;  // below the site's folder, sorted; none: another day has come
  double seconds = 0;              // from the news of the save to the new site
  Diagnostics diagnostics;
  std::optional<Failure> failure;  // the machine did not let it be read
  bool is_good() const { return !failure && !diagnostics.has_errors(); }
};

// What is told meanwhile, on the calling thread.
struct ServeTalk {
  std::function<void(const std::string& message)> remark;
  std::function<void(const std::string& address)> is_there;  // after the first round
  std::function<std::string(const Round&)> round;            // gives what is wrong, as HTML over the page
};

// Until it is told to stop; a failure only where it cannot begin. Writes nothing anywhere.
Result<void> serve_site(const ServeOptions&, const ServeTalk&);

}  // namespace causerie
