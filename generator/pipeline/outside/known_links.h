// The cache of findings about links from earlier checks: `.causerie/external-links`. It only saves requests and may be
// deleted.
//
//     causerie external-links 1
//     SECONDS SINCE 1970 <tab> VERDICT <tab> ADDRESS <tab> DETAIL
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pipeline/outside/link_probe.h"

namespace causerie {

struct KnownLink {
  Instant when;
  LinkFinding finding;
  bool operator==(const KnownLink&) const = default;
};

using KnownLinks = std::map<std::string, KnownLink, std::less<>>;  // by address

inline constexpr std::string_view known_links_file = "external-links";
inline constexpr int days_of_good_news = 7;
inline constexpr int days_of_bad_news = 1;  // short, so that a fixed link is noticed

// True if the finding is still valid. One from the future is not: some clock was wrong.
bool is_fresh(const KnownLink&, Instant now);

std::string encode_known_links(const KnownLinks&);
KnownLinks decode_known_links(std::string_view text);  // invalid lines are skipped

}  // namespace causerie
