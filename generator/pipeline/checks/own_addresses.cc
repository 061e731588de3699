// Reports links that name the site's own host. A path would be checked, and would move with the site.
#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

std::string_view without_scheme(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://", "//"}) {
    if (ascii_iequals(address.substr(0, scheme.size()), scheme)) return address.substr(scheme.size());
  }
  return {};
}

class OwnAddresses {
 public:
  OwnAddresses(const CheckedSite& checked, Diagnostics& diagnostics)
      : plan_(checked.prepared.plan),
        base_(without_scheme(checked.site().file().base_url)),
        diagnostics_(diagnostics) {}

  void note(std::string_view address, const SourceLocation& location) {
    const std::string_view rest = without_scheme(address);
    if (base_.empty() || !ascii_iequals(rest.substr(0, base_.size()), base_)) return;
    std::string path(rest.substr(base_.size()));
    if (path.empty() || path.front() == '?' || path.front() == '#') path.insert(0, "/");
    if (path.front() != '/') return;  // another host, whose name begins like ours
    const std::string page = path.substr(0, path.find_first_of("?#"));
    Diagnostic& said = diagnostics_.note("own-address", location, "this link uses the site's own address");
    if (is_there(page)) {
      said.hint(fmt::format("write its path, '{}', or a reference such as essay:SLUG", path));
    } else if (is_there(page + "/")) {
      said.hint(
          fmt::format("write its path, '{}/{}', or a reference such as essay:SLUG", page, path.substr(page.size())));
    } else {
      said.message += fmt::format(", and there is nothing at '{}'", page);
      said.hint("write the path of the page you mean, or a reference such as essay:SLUG");
    }
  }

 private:
  bool is_there(std::string_view path) const {
    const std::string file = UrlPath{nfc(percent_decode(path))}.file();
    return plan_.find(file).has_value();
  }

  const Plan& plan_;
  std::string base_;
  Diagnostics& diagnostics_;
};

void check_addresses(const CheckedSite& checked, Diagnostics& diagnostics) {
  OwnAddresses own(checked, diagnostics);
  for_each_passage(checked.site(), checked.references(), [&](const Passage& passage, const ResolvedText&) {
    for (const ProseLink& link : passage.prose.links) own.note(link.destination, place_of_link(passage, link));
    for (const ProseImage& image : passage.prose.images) own.note(image.destination, passage.location(image));
    for (const ProseAddress& address : passage.prose.requests) {
      const int length = static_cast<int>(count_code_points(address.destination));
      own.note(address.destination, passage.location(address.position, length));
    }
  });
  for (const auto& [link, resolved] : checked.references().labelled)
    own.note(link->to.text, {"site.yaml", link->to.span});
}

}  // namespace

extern const SiteCheck own_addresses_check;
const SiteCheck own_addresses_check = {.name = "own addresses", .run = check_addresses};

}  // namespace causerie
