// The links of a site to other sites, each with its places.
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
  std::optional<WebAddress> address;   // nothing: it is none that can be asked for
  std::vector<SourceLocation> places;  // sorted
};

struct OutsideLinks {
  std::map<std::string, OutsideLink> links;    // by the address as written, less the fragment
  std::vector<const Placed*> idle_exceptions;  // of site.yaml: no link is like them, not even one of a comment
};

// Those of `check: {except: …}` and of the site's own address are left out; so are comments that are not shown.
OutsideLinks outside_links(const PreparedSite&, LinksOf);

// Whether the pattern is the text; `*` in it stands for any characters.
bool matches(std::string_view pattern, std::string_view text);

}  // namespace causerie
