// The server-sent events (HTML standard) for a page that is open in a browser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "serve/live_site.h"

namespace causerie {

// What a page currently shows. Its text is used as the event's id: "1714-3f2a…".
struct Shown {
  std::uint64_t version = 0;  // 0: unknown
  std::string hash;           // of the page without what the preview adds; empty: unknown

  std::string text() const;
  static Shown parse(std::string_view text);
};

// Returns the events, in order, that bring an open page at `path` up to date with `now`, and updates `shown`. `changes`
// are those since `shown`; nullopt if they are no longer stored. If `follows`, the page navigates to the saved essay.
std::string events_for(const Moment& now, const std::optional<std::vector<SiteChange>>& changes, std::string_view path,
                       bool follows, Shown& shown);

}  // namespace causerie
