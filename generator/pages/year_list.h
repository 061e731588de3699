// Essays by year: the list of the archive and of each tag. A list of more than 500 shows the newest 500 and has a page
// for each year below it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pages/entry.h"
#include "pages/page_kind.h"

namespace causerie {

inline constexpr std::size_t year_list_limit = 500;

inline constexpr Field year_fields[] = {
    {"year", {ShapeKind::text}, "the year, or the word for \"undated\""},
    {"entries", {ShapeKind::list, entry_fields}, "its essays, newest first"},
};

inline constexpr Field year_link_fields[] = {
    {"label", {ShapeKind::text}, "the year"},
    {"href", {ShapeKind::text}, "link to its page"},
    {"count", {ShapeKind::text}, "\"12 posts\""},
    {"is_current", {ShapeKind::flag}, "true for this page"},
};

// Returns the years of a list that is too long for one page, newest first, with 0 for undated essays. Empty if one page
// is enough.
std::vector<int> years_apart(const Site&, std::span<const EssayId>);
UrlPath year_path(const UrlPath& list, int year);
std::string year_name(const Words&, int year);

// Returns "12 posts" and the first titles of the list, or of one year of it, for meta elements.
std::string year_list_description(const PageContext&, const Words& words, std::span<const EssayId>,
                                  std::optional<int> year);

// Sets `years`, `year_links` and `has_year_links`, for the list or for one year of it.
void add_years(const PageContext&, const Words& words, const UrlPath& list, std::span<const EssayId>,
               std::optional<int> year, Record& inputs);

}  // namespace causerie
