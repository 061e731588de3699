#include "build/outside_requests.h"

#include <fmt/format.h>

#include "base/text.h"
#include "build/make_plan.h"
#include "formats/html.h"

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
    for (const ProseImage& image : passage.prose.images) note(image.destination, passage.place(image));
    for (const ProseAddress& address : passage.prose.requests) {
      note(address.destination, passage.place(address.place, static_cast<int>(count_code_points(address.destination))));
    }
  }

  void note(std::string_view address, const Place& place) {
    if (!names_host(address)) return;
    const std::string host = host_of(address);
    if (host.empty() || host == own_host_) return;
    diagnostics_.note("outside-request", place, fmt::format("whoever reads this asks '{}' for something, too", host))
        .hint("a copy of it in the site's folder would tell no other host who reads you");
  }

 private:
  std::string own_host_;
  Diagnostics& diagnostics_;
};

}  // namespace

void note_outside_requests(const PreparedSite& prepared, Diagnostics& diagnostics) {
  const Content& content = *prepared.site.content;
  Requests requests(content.site.base_url, diagnostics);
  for (const auto& read : content.essays) {
    const Essay& essay = *read;
    requests.passage(essay.body);
    if (essay.summary) requests.passage(*essay.summary);
  }
  for (const Series& series : content.series) requests.passage(series.description);
  for (const auto& [passage, resolved] : prepared.plan.ground->references.passages) requests.passage(*passage);
  for (const ThemeRequest& one : prepared.theme.requests) requests.note(one.address, one.place);
}

}  // namespace causerie
