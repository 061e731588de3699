// Findings about links from earlier checks. They only save requests.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/outside/link_probe.h"
#include "system/store.h"

namespace causerie {

struct KnownLink {
  Instant when;
  LinkFinding finding;
  bool operator==(const KnownLink&) const = default;
};

using KnownLinks = std::map<std::string, KnownLink, std::less<>>;  // by address

inline constexpr int days_of_good_news = 7;
inline constexpr int days_of_bad_news = 1;  // short, so that a fixed link is noticed

// True if the finding is still valid. One from the future is not: some clock was wrong.
bool is_fresh(const KnownLink&, Instant now);

KnownLinks load_known_links(Store&);
// False if they could not be stored: the next check requests all of them again.
bool store_known_links(Store&, const KnownLinks&);

}  // namespace causerie
