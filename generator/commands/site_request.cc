#include "commands/site_request.h"

#include "base/text.h"
#include "commands/site_place.h"

namespace causerie {

std::variant<SiteWishes, WrongUsage> read_site_wishes(const Arguments& arguments, const std::string& positional) {
  SiteWishes wishes;
  auto site = find_site(arguments, positional);
  if (const auto* wrong = std::get_if<WrongUsage>(&site)) return *wrong;
  wishes.site = std::get<std::string>(site);
  if (arguments.has("base-url")) {
    wishes.options.base_url = parse_base_url(arguments.value("base-url"));
    if (!wishes.options.base_url) {
      return WrongUsage{"--base-url must be a web address that begins with https:// and has no '?' or '#'",
                        "write it as https://example.org/essays/"};
    }
  }
  if (arguments.has("clock")) {
    wishes.options.day = parse_day(arguments.value("clock"));
    if (!wishes.options.day) return WrongUsage{"--clock must be a day that exists", "write it as 2024-05-01"};
  }
  wishes.options.drafts = arguments.has("drafts");
  wishes.options.future = arguments.has("future");
  wishes.options.strict = arguments.has("strict");
  if (arguments.has("jobs")) {
    const std::string jobs = arguments.value("jobs");
    if (!is_digits(jobs) || jobs.size() > 3 || jobs == "0")
      return WrongUsage{"--jobs must be a number from 1 to 999", "leave it out to use all cores"};
    wishes.options.jobs = std::stoi(jobs);
  }
  return wishes;
}

}  // namespace causerie
