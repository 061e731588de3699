#include "pipeline/host_limits.h"

#include <fmt/format.h>

#include "pages/page_kind.h"

namespace causerie {
namespace {

constexpr std::size_t most_rules = 2'000;
constexpr std::size_t most_characters = 1'000;

}  // namespace

void warn_of_host_limits(const Site& site, const Links& links, Diagnostics& diagnostics) {
  const std::vector<Route> aliases = redirect_page.routes(site);
  for (const Route& alias : aliases) {
    const EssayId essay = *alias.essay;
    const std::size_t size = links.rooted(alias.path).size() + links.rooted(site.view(essay).path).size() + 5;
    if (size <= most_characters) continue;
    diagnostics
        .warning("host-limits", alias.source,
                 fmt::format("this redirect takes {} characters in '_redirects', and hosts read only {}", size,
                             most_characters))
        .hint("shorten the alias, or keep it: the page at the old address still redirects readers");
  }
  if (aliases.size() <= most_rules) return;
  diagnostics
      .warning("host-limits", aliases[most_rules].source,
               fmt::format("from here on, '_redirects' has more than the {} rules that hosts read: {}", most_rules,
                           aliases.size()))
      .hint("the pages at the old addresses still redirect readers");
}

}  // namespace causerie
