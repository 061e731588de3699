#include "commands/site_request.h"

#include <fmt/format.h>

#include "base/paths.h"
#include "base/text.h"
#include "system/disk.h"

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

namespace {

bool has_site_file(const std::string& folder) {
  const auto stat = disk_files(folder, FollowLinks::yes)->stat("site.yaml");
  return stat && *stat && (*stat)->kind == FileKind::file;
}

}  // namespace

std::variant<std::string, WrongUsage> find_site(const Arguments& arguments, const std::string& positional) {
  if (!positional.empty() && arguments.has("site") && real_path(positional) != real_path(arguments.value("site"))) {
    return WrongUsage{"two different sites are named", "leave out --site, or the folder"};
  }
  const std::string given = !positional.empty() ? positional : arguments.value("site");
  if (!given.empty()) {
    const std::string folder = real_path(given);
    if (has_site_file(folder)) return folder;
    return WrongUsage{fmt::format("there is no site.yaml in '{}'", given),
                      "name the folder that contains it, or create a site: causerie new site DIR"};
  }
  std::string folder = real_path(".");
  for (;;) {
    if (has_site_file(folder)) return folder;
    const std::string above(parent_of(folder));
    if (above == folder || above.empty()) break;
    folder = above;
  }
  return WrongUsage{"there is no site.yaml here or in any folder above",
                    "go to your site's folder, or create a site: causerie new site DIR"};
}

}  // namespace causerie
