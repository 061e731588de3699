// The reading order of a series.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/series_file.h"
#include "site/site.h"

namespace causerie {

// What ordering needs to know about an essay of the series.
struct SeriesMember {
  EssayId id;
  std::string stem;
  std::string source;       // for messages
  std::optional<int> part;  // `part`, or the number in the file name
  SourceLocation part_location;
  std::optional<Date> date;
  bool is_shown = false;
  bool is_listed = true;
  bool is_sound = true;
};

// `order` first, then the others by part, then date, then name; those without a part after those with one. A planned
// part goes before the first part with a greater number. An essay with its number takes its place if shown, and shares
// the entry if not. Two essays with one part and an `order` entry without a file are errors; an essay missing from
// `order` and an unexplained gap are warnings.
SeriesView order_series(const Series&, const std::vector<SeriesMember>&, Diagnostics&);

}  // namespace causerie
