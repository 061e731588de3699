// The options shared by commands that read a site: which site, for which day, and so on.
#pragma once

#include <string>
#include <variant>

#include "commands/command.h"
#include "pipeline/prepare_site.h"

namespace causerie {

inline constexpr Option base_url_option = {"-b,--base-url", "URL",
                                           "use this address instead of base_url from site.yaml"};
inline constexpr Option drafts_option = {"-D,--drafts", {}, "include drafts"};
inline constexpr Option future_option = {"-F,--future", {}, "include scheduled essays"};
inline constexpr Option clock_option = {"--clock", "DATE",
                                        "the day to use as today (default: today, in the site's time zone)"};
inline constexpr Option jobs_option = {"-j,--jobs", "N", "how many CPU cores to use (default: all)"};
inline constexpr Option strict_option = {"--strict", {}, "treat warnings as errors"};

struct SiteRequest {
  std::string site;  // its folder, absolute
  SiteOptions options;
};

// Options that the command does not have count as not given.
std::variant<SiteRequest, WrongUsage> read_site_request(const Arguments&, const std::string& positional);

// Finds the absolute path of the folder with site.yaml: the positional SITE or --site, else the current folder or the
// nearest one above.
std::variant<std::string, WrongUsage> find_site(const Arguments&, const std::string& positional = {});

}  // namespace causerie
