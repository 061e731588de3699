// What is known of links from earlier checks: `.causerie/external-links`. Saves questions only; delete it at will.
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
inline constexpr int days_of_bad_news = 1;  // whoever mends a link wants to see it

// Whether it still counts. What lies in the future does not: some clock was wrong.
bool is_fresh(const KnownLink&, Instant now);

std::string encode_known_links(const KnownLinks&);
KnownLinks decode_known_links(std::string_view text);  // lines that cannot be read are left out

}  // namespace causerie
