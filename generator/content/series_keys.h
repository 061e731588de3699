// The keys of series.yaml.
#pragma once

#include "content/essay_keys.h"
#include "content/key_shape.h"

namespace causerie {

inline constexpr std::string_view series_status_names[] = {"ongoing", "complete"};

inline constexpr Key group_keys[] = {
    {"group", {KeyKind::text}, "the title of a group within the series, such as a book", Need::required},
    {"parts", {.kind = KeyKind::list, .takes_texts = true}, "file names without .md"},
};

inline constexpr Key planned_keys[] = {
    {"part", {.kind = KeyKind::number, .least = 0, .most = greatest_part}, "the part's number", Need::required},
    {"title", {KeyKind::text}, "the title it will have", Need::required},
    {"expected", {KeyKind::text}, "a day, a month or a year: 2027-03"},
};

inline constexpr Key series_keys[] = {
    {"title", {KeyKind::text}, "the title of the series", Need::required},
    {"description", {KeyKind::text}, "Markdown, shown at the top of the series' page"},
    {"slug", {KeyKind::text}, "its name in addresses; default: made from the folder name"},
    {"status",
     {.kind = KeyKind::choice, .words = series_status_names},
     "whether more parts will follow; default: ongoing"},
    {"order",
     {.kind = KeyKind::list, .keys = group_keys, .takes_texts = true},
     "file names without .md, in reading order, and groups of them"},
    {"planned", {KeyKind::list, planned_keys}, "parts that are announced but not written yet"},
    {"authors", {KeyKind::texts}, "short names from `authors` in site.yaml"},
    {"image", {KeyKind::text}, "a picture to show when the series is shared"},
};

}  // namespace causerie
