#include "commands/site_request.h"

#include "base/text.h"
#include "commands/site_place.h"

namespace causerie {

std::variant<SiteRequest, WrongUsage> read_site_request(const Arguments& arguments, const std::string& positional) {
  SiteRequest request;
  auto site = find_site(arguments, positional);
  if (const auto* wrong = std::get_if<WrongUsage>(&site)) return *wrong;
  request.site = std::get<std::string>(site);
  if (arguments.has("base-url")) {
    request.options.base_url = parse_base_url(arguments.value("base-url"));
    if (!request.options.base_url) {
      return WrongUsage{"--base-url must be a web address that begins with https:// and has no '?' or '#'",
                        "write it as https://example.org/essays/"};
    }
  }
  if (arguments.has("clock")) {
    request.options.day = parse_day(arguments.value("clock"));
    if (!request.options.day) return WrongUsage{"--clock must be a day that exists", "write it as 2024-05-01"};
  }
  request.options.drafts = arguments.has("drafts");
  request.options.future = arguments.has("future");
  request.options.strict = arguments.has("strict");
  if (arguments.has("jobs")) {
    const std::string jobs = arguments.value("jobs");
    if (!is_digits(jobs) || jobs.size() > 3 || jobs == "0")
      return WrongUsage{"--jobs must be a number from 1 to 999", "leave it out to use all cores"};
    request.options.jobs = std::stoi(jobs);
  }
  return request;
}

}  // namespace causerie
