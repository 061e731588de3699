// Reports what the pages make a reader's browser request from other hosts: external images and raw HTML in the writer's
// texts, addresses in the templates and stylesheets of the site's own theme. Comments cause no requests. Requests made
// by scripts cannot be known.
#include <fmt/format.h>

#include <set>
#include <string>

#include "base/text.h"
#include "formats/html.h"
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

std::string host_of(std::string_view address) {
  const std::string read = ascii_lower(replace_all(trim(address), "\\", "/"));
  const auto begin = read.find_first_not_of('/', std::min(read.size(), read.find('/')));
  const auto end = read.find_first_of("/?#", std::min(read.size(), begin));
  return begin == std::string::npos ? "" : read.substr(begin, end - begin);
}

class Requests {
 public:
  Requests(std::string_view base_url, Diagnostics& diagnostics)
      : own_host_(host_of(base_url)), diagnostics_(diagnostics) {}

  void passage(const Passage& passage) {
    for (const ProseImage& image : passage.prose.images) note(image.destination, passage.location(image));
    for (const ProseAddress& address : passage.prose.requests) {
      note(address.destination,
           passage.location(address.position, static_cast<int>(count_code_points(address.destination))));
    }
  }

  void note(std::string_view address, const SourceLocation& location) {
    if (!names_host(address)) return;
    const std::string host = host_of(address);
    if (host.empty() || host == own_host_) return;
    Diagnostic& request = diagnostics_.note(
        "outside-request", location, fmt::format("this makes a reader's browser load something from '{}'", host));
    request.hint("to keep your readers private, put a copy of it into the site's folder");
    if (!hosts_.insert(host).second) return;
    request.hint("as it is, the Content-Security-Policy in _headers has to allow this host on every page");
  }

 private:
  std::string own_host_;
  std::set<std::string> hosts_;  // reported so far
  Diagnostics& diagnostics_;
};

void check_requests(const CheckedSite& checked, Diagnostics& diagnostics) {
  Requests requests(checked.site().file().base_url, diagnostics);
  for_each_passage(checked.site(), checked.references(),
                   [&](const Passage& passage, const ResolvedText&) { requests.passage(passage); });
  for (const ThemeRequest& one : checked.prepared.theme.requests) requests.note(one.address, one.location);
}

}  // namespace

extern const SiteCheck outside_requests_check;
const SiteCheck outside_requests_check = {.name = "outside requests", .run = check_requests};

}  // namespace causerie
