// The navigation from a part through its series: the neighbours and the list of all parts.
#pragma once

#include "pages/page_kind.h"
#include "theme/shape.h"

namespace causerie {

inline constexpr Field neighbour_fields[] = {
    {"label", {ShapeKind::text}, "\"Next post\" or \"Previous post\""},
    {"title", {ShapeKind::text}, "its title"},
    {"href", {ShapeKind::text}, "link to it; empty if it is only planned"},
    {"ordinal", {ShapeKind::text}, "\"Third post\""},
    {"summary", {ShapeKind::html}, "inline HTML; may be empty"},
    {"reading_time", {ShapeKind::text}, "\"7 minutes\""},
    {"comments", {ShapeKind::text}, "\"12 comments\"; empty if there are none"},
    {"is_planned", {ShapeKind::flag}, "true if it is promised but not published: no link, no rel"},
    {"expected", {ShapeKind::html}, "when it is expected, as text; inline HTML, may be empty"},
    {"feed", {ShapeKind::text}, "the series' feed, to be notified of a promised part"},
};

inline constexpr Field part_fields[] = {
    {"number", {ShapeKind::text}, "the part's number"},
    {"ordinal", {ShapeKind::text}, "\"Third post\""},
    {"title", {ShapeKind::text}, "its title"},
    {"href", {ShapeKind::text}, "link to it; empty if it is only planned"},
    {"is_current", {ShapeKind::flag}, "true for the part shown on this page"},
    {"is_earlier", {ShapeKind::flag}, "true for parts before it"},
    {"is_later", {ShapeKind::flag}, "true for parts after it"},
    {"is_planned", {ShapeKind::flag}, "true if it is announced but not written"},
    {"is_gap",
     {ShapeKind::flag},
     "true for an entry that replaces omitted parts of a long list; it has no other fields"},
    {"expected", {ShapeKind::html}, "when a planned part is expected, as text; inline HTML"},
};

inline constexpr Field series_line_fields[] = {
    {"title", {ShapeKind::text}, "the series' title"},
    {"href", {ShapeKind::text}, "link to the series' page"},
    {"position", {ShapeKind::text}, "\"Post 3 of 7 (2 to come)\""},
    {"feed", {ShapeKind::text}, "link to the series' feed; may be empty"},
    {"is_long", {ShapeKind::flag}, "true if the list leaves out some parts: see the series' page"},
};

// With more visible parts than this, a page shows only the neighbours and the ends.
inline constexpr int parts_shown_whole = 40;

// Sets `series`, `parts`, `has_parts`, `next` and `previous` of an essay's page.
void add_navigation(const PageContext&, const Words& words, EssayId, Record& inputs);

std::string position_phrase(const Words& words, const SeriesView&, std::optional<int> number);

}  // namespace causerie
