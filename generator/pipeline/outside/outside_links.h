// The links of a site to other sites, each with its source locations.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/web_address.h"
#include "pipeline/prepare_site.h"

namespace causerie {

enum class LinksOf { writers, writers_and_readers };

struct OutsideLink {
  std::optional<WebAddress> address;   // nullopt: it cannot be requested
  std::vector<SourceLocation> places;  // sorted
};

struct OutsideLinks {
  std::map<std::string, OutsideLink> links;    // by the address as written, without the fragment
  std::vector<const Placed*> idle_exceptions;  // of site.yaml: no link matches them, not even one in a comment
};

// Leaves out links that match `check: {except: …}`, links to the site's own address, and comments that are not shown.
OutsideLinks outside_links(const PreparedSite&, LinksOf);

// True if the pattern matches the entire text; `*` matches any characters.
bool matches(std::string_view pattern, std::string_view text);

}  // namespace causerie
