#include "site/lists.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "base/calendar.h"
#include "site/addresses.h"

namespace causerie {
namespace {

// Newest first by the written day, then by the instant, then by path; essays without a date last. The order does not
// depend on the file system, and the years in a list are in order whatever time zones the dates are in.
bool is_newer(const Site& site, EssayId a, EssayId b) {
  const auto key = [&](EssayId id) {
    const auto& date = site.source(id).date;
    return std::make_tuple(!date.has_value(), date ? -days_since_1970(date->day) : 0, date ? -date->instant.seconds : 0,
                           std::string_view(site.view(id).path.text));
  };
  return key(a) < key(b);
}

}  // namespace

void collect_lists(Site& site) {
  std::map<std::string, FolderView> folders;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayId id{i};
    const Essay& essay = site.source(id);
    if (essay.kind == EssayKind::home && site.view(id).is_shown) site.home = id;
    const bool is_listed = site.view(id).is_shown && essay.is_listed;
    if (is_listed && (essay.kind == EssayKind::part || essay.kind == EssayKind::stand_alone)) site.listed.push_back(id);
    if (essay.kind != EssayKind::stand_alone && essay.kind != EssayKind::folder_index) continue;
    FolderView& folder = folders[essay.folder];
    if (essay.kind == EssayKind::folder_index && site.view(id).is_shown) folder.index = id;
    if (is_listed && essay.kind == EssayKind::stand_alone) folder.essays.push_back(id);
  }
  const auto newer = [&](EssayId a, EssayId b) { return is_newer(site, a, b); };
  std::sort(site.listed.begin(), site.listed.end(), newer);
  Diagnostics reported_already;
  for (auto& [name, folder] : folders) {
    if (folder.essays.empty()) {
      // Without a list, the text above it is not shown either.
      if (folder.index) site.essays[static_cast<std::size_t>(folder.index->index)].is_shown = false;
      continue;
    }
    std::sort(folder.essays.begin(), folder.essays.end(), newer);
    folder.name = name;
    folder.path = {"/" + slugged_folder(name, "", reported_already) + "/"};
    site.folders.push_back(std::move(folder));
  }
}

}  // namespace causerie
