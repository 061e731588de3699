// An essay as an entry in a list: on the home page, in a series, in the archive, under a tag.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pages/page_kind.h"
#include "site/fill.h"
#include "theme/shape.h"

namespace causerie {

inline constexpr Field entry_fields[] = {
    {"title", {ShapeKind::text}, "its title"},
    {"href", {ShapeKind::text}, "link to it; empty for a part that is only planned"},
    {"summary", {ShapeKind::html}, "inline HTML; may be empty"},
    {"date", {ShapeKind::text}, "its date as text; empty if there is none"},
    {"datetime", {ShapeKind::text}, "its date for the datetime attribute"},
    {"reading_time", {ShapeKind::text}, "\"7 minutes\""},
    {"comments", {ShapeKind::text}, "\"12 comments\"; empty if there are none"},
    {"series_title", {ShapeKind::text}, "its series; empty for a stand-alone essay"},
    {"series_href", {ShapeKind::text}, "link to the series' page"},
    {"number", {ShapeKind::text}, "its part's number; empty outside a series"},
    {"ordinal", {ShapeKind::text}, "\"Third post\""},
    {"language", {ShapeKind::text}, "its language, if it differs from the page's"},
    {"is_planned", {ShapeKind::flag}, "true if it is announced but not written"},
    {"expected", {ShapeKind::html}, "when a planned part is expected, as text; inline HTML"},
    {"mark", {ShapeKind::html}, "\"Draft\" or \"Scheduled for DATE\" if such essays are shown; inline HTML"},
};

// Returns the fields of an entry, made once for all pages.
std::shared_ptr<const SharedFields> list_entry(const PageContext&, const Words& words, EssayId);

// Returns an essay's entry for a page in the language of `words`.
Record entry(const PageContext&, const Words& words, EssayId);
// Returns the entry of a planned part.
Record planned_entry(const PageContext&, const Words& words, const Series&, const PlannedPart&);

List entries(const PageContext&, const Words& words, std::span<const EssayId>);

// Phrases that entries, cards and heads share.
std::string ordinal_phrase(const Words& words, std::optional<int> number);  // "Third post"; empty without a number
std::string series_size(const Words& words, const SeriesView&);             // "6 posts (2 to come)"
// Inline HTML, with the dates in time elements.
std::string expected_phrase(const Words& words, const PlannedPart&);       // "expected May 2024"
std::string phrase_of_day(const Words& words, std::string_view key, Day);  // "Closed since …"
std::string summary_html(const PageContext&, const LinkWriter& links, const Words& words, EssayId);
std::string summary_text(const PageContext&, EssayId);  // plain text
std::string plain_summary(const PageContext&, const Passage&, const ResolvedText&);

}  // namespace causerie
