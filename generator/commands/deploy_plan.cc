#include "commands/deploy_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "commands/printable.h"

namespace causerie {
namespace {

constexpr std::size_t most_lines = 20;

std::string group(std::vector<std::string> lines, std::size_t most) {
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (std::size_t i = 0; i < std::min(lines.size(), most); ++i) text += printable(lines[i]) + "\n";
  if (lines.size() > most) text += fmt::format("… and {} more\n", lines.size() - most);
  return text;
}

}  // namespace

std::string plan_in_words(const DeployPlan& plan) {
  const Difference& difference = plan.difference;
  std::vector<std::string> fresh, changed, gone, left;
  for (const Upload& upload : difference.uploads) {
    const std::string& path = plan.site.files[upload.file].path;
    const std::string because = upload.reason.empty() ? "" : fmt::format(": {}", upload.reason);
    if (upload.is_new) fresh.push_back(fmt::format("new      {}{}", path, because));
    if (!upload.is_new) changed.push_back(fmt::format("changed  {}{}", path, because));
  }
  for (const auto* paths : {&difference.remove_first, &difference.remove}) {
    for (const std::string& path : *paths) gone.push_back(fmt::format("gone     {}: no longer part of the site", path));
  }
  for (const std::string& path : plan.site.strangers) {
    left.push_back(fmt::format("left     public/{}: not written by a build", path));
  }
  std::string text;
  const std::size_t most = plan.is_dry_run ? std::string::npos : most_lines;
  for (const auto* lines : {&fresh, &changed, &gone, &left}) text += group(*lines, most);
  return text +
         fmt::format("{} new, {} changed, {} gone, {} unchanged in {}{}\n", fresh.size(), changed.size(), gone.size(),
                     difference.unchanged, printable(plan.title),
                     plan.is_refused   ? "; dry run: nothing was done, and a deploy would be refused"
                     : plan.is_dry_run ? "; dry run: nothing was done"
                                       : "") +
         (plan.is_dry_run || plan.address.empty()
              ? ""
              : fmt::format("readers can find it at {}\n", printable(plan.address)));
}

}  // namespace causerie
