#include "pages/year_list.h"

#include <algorithm>

#include "pages/list_description.h"

namespace causerie {
namespace {

int year_of(const Site& site, EssayId id) {
  const auto& date = site.source(id).date;
  return date ? date->day.year : 0;
}

}  // namespace

std::vector<int> years_apart(const Site& site, std::span<const EssayId> ids) {
  std::vector<int> years;
  if (ids.size() <= year_list_limit) return years;
  for (const EssayId id : ids) {
    const int year = year_of(site, id);
    if (years.empty() || years.back() != year) years.push_back(year);
  }
  return years;
}

UrlPath year_path(const UrlPath& list, int year) {
  return {list.text + (year == 0 ? "undated" : std::to_string(year)) + "/"};
}

std::string year_name(const Words& words, int year) { return year == 0 ? words.text("undated") : std::to_string(year); }

std::string year_list_description(const PageContext& context, const Words& words, std::span<const EssayId> ids,
                                  std::optional<int> year) {
  std::vector<EssayId> shown;
  for (const EssayId id : ids) {
    if (!year || year_of(context.site, id) == *year) shown.push_back(id);
  }
  return list_description(context, words.count("posts", static_cast<int>(shown.size())), shown);
}

void add_years(const PageContext& context, const Words& words, const UrlPath& list, std::span<const EssayId> ids,
               std::optional<int> year, Record& inputs) {
  const Site& site = context.site;
  const auto shown = [&](EssayId id, std::size_t index) {
    return year ? year_of(site, id) == *year : index < year_list_limit;
  };
  List years;
  for (std::size_t i = 0; i < ids.size();) {
    const int current = year_of(site, ids[i]);
    List lines;
    for (; i < ids.size() && year_of(site, ids[i]) == current; ++i) {
      if (shown(ids[i], i)) lines.push_back(entry(context, words, ids[i]));
    }
    if (!lines.empty())
      years.push_back(Record().set("year", year_name(words, current)).set("entries", std::move(lines)));
  }
  List year_links;
  for (const int apart : years_apart(site, ids)) {
    const auto count = std::count_if(ids.begin(), ids.end(), [&](EssayId id) { return year_of(site, id) == apart; });
    year_links.push_back(Record()
                             .set("label", year_name(words, apart))
                             .set("href", SiteAddress{year_path(list, apart)})
                             .set("count", words.count("posts", static_cast<int>(count)))
                             .set("is_current", year == apart));
  }
  inputs.set("years", std::move(years));
  inputs.set("has_year_links", !year_links.empty());
  inputs.set("year_links", std::move(year_links));
}

}  // namespace causerie
