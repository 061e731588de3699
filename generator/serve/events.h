// What is told to a page that is open in a browser: server-sent events, as HTML's standard has them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "serve/live_site.h"

namespace causerie {

// What a page is known to show. As text it is an event's id: "1714-3f2a…".
struct Shown {
  std::uint64_t version = 0;  // 0: not known
  std::string hash;           // of the page without what the preview adds; empty: not known

  std::string text() const;
  static Shown parse(std::string_view text);
};

// The events, in their order, that make an open page at `path` show this moment, and what it then shows. `changes` are
// those since `shown`, or nothing where they are not remembered. Whoever `follows` goes where somebody writes.
std::string events_for(const Moment& now, const std::optional<std::vector<SiteChange>>& changes, std::string_view path,
                       bool follows, Shown& shown);

}  // namespace causerie
