#include "deploy/deploy_site.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace causerie {
namespace {

constexpr int most_attempts = 3;
constexpr std::size_t named_in_refusal = 5;

// nullopt if the target was changed meanwhile. The list is hashed last, together with the files in doubt.
Result<std::optional<Listing>> look(const OpenTarget& opened, const BuiltSite& site) {
  auto listing = opened.list();
  if (!listing) return listing.failure();
  std::vector<std::string> asked = files_in_doubt(site, *listing);
  if (asked.empty()) return std::optional(*std::move(listing));
  asked.emplace_back(own_files_path);
  const auto hashes = opened.hashes(asked);
  if (!hashes) return hashes.failure();
  const auto list = hashes->find(std::string(own_files_path));
  if ((list == hashes->end() ? hash_of("") : list->second) != hash_of(listing->own_text)) {
    return std::optional<Listing>();
  }
  for (RemoteFile& file : listing->files) {
    if (const auto known = hashes->find(file.path); known != hashes->end()) file.bytes = known->second;
  }
  return std::optional(*std::move(listing));
}

std::string first_of(const std::vector<std::string>& paths) {
  std::vector<std::string> named(paths.begin(), paths.begin() + std::min(paths.size(), named_in_refusal));
  return join(named, ", ") + (paths.size() > named.size() ? ", …" : "");
}

std::optional<Failure> refusal(const OpenTarget& opened, const Listing& listing, const Difference& difference,
                               const DeployOptions& options) {
  if (is_somebody_elses(listing)) {
    std::vector<std::string> paths;
    for (const RemoteFile& file : listing.files) paths.push_back(file.path);
    return Failure{
        "cannot deploy to", opened.title,
        fmt::format("it is not empty, and nothing was deployed there before (it contains: {})", first_of(paths)),
        "check that it is the right place (a branch for the website is usually called gh-pages, or pages at Codeberg); "
        "if it is, empty it, or put a file '.causerie-files' with the line 'causerie files 1' there: all other files "
        "there are left alone"};
  }
  if (!difference.in_the_way.empty()) {
    return Failure{"cannot deploy to", opened.title,
                   "files that Causerie did not write are in the way: " + first_of(difference.in_the_way),
                   "nothing was changed; move these files away, or delete them if you do not need them"};
  }
  const std::size_t most = options.most_gone.value_or(std::max<std::size_t>(20, listing.own.lines().size() / 10));
  if (difference.removal_count() > most) {
    return Failure{"cannot deploy to", opened.title,
                   fmt::format("{} files there would be removed, more than {}", difference.removal_count(), most),
                   options.is_dry_run
                       ? fmt::format("to allow it, add --max-deletes {}", difference.removal_count())
                       : fmt::format("'causerie deploy {} --dry-run' lists them; to allow it, add --max-deletes {}",
                                     options.target, difference.removal_count())};
  }
  return std::nullopt;
}

}  // namespace

Result<Deployed> deploy_site(const OpenTarget& opened, const BuiltSite& site, const DeployOptions& options) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto looked = look(opened, site);
    if (!looked) return looked.failure();
    if (!*looked) continue;
    const Listing& listing = **looked;
    Deployed deployed;
    deployed.difference = difference(site, listing);
    deployed.refusal = refusal(opened, listing, deployed.difference, options);
    if (deployed.refusal || options.is_dry_run) return deployed;
    deployed.is_done = true;
    if (deployed.difference.is_empty()) return deployed;
    const auto applied = opened.apply(site, listing, deployed.difference);
    if (!applied) return applied.failure();
    if (*applied == Applied::done) return deployed;
  }
  return Failure{"cannot deploy to", opened.title, "it kept changing during the deploy",
                 "find out who else deploys there, then deploy again"};
}

bool is_local_address(std::string_view base_url) {
  const auto slashes = base_url.find("//");
  if (slashes == std::string_view::npos) return false;
  std::string_view host = base_url.substr(slashes + 2);
  host = host.substr(0, host.find('/'));
  if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  const std::string name = ascii_lower(host.substr(0, host.find(':', host.starts_with('[') ? host.find(']') : 0)));
  return name == "localhost" || name.ends_with(".localhost") || name == "0.0.0.0" || name == "[::1]" ||
         name == "[::]" || (name.starts_with("127.") && name.find_first_not_of("0123456789.") == std::string::npos);
}

}  // namespace causerie
