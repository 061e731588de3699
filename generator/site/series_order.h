// The reading order of a series.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/series_file.h"
#include "site/site.h"

namespace causerie {

// What ordering needs to know of an essay of the series.
struct SeriesMember {
  EssayId id;
  std::string stem;
  std::string source;       // for messages
  std::optional<int> part;  // `part`, or the number in the file's name
  SourceLocation part_location;
  std::optional<Date> date;
  bool is_shown = false;
  bool is_listed = true;
  bool is_sound = true;
};

// `order` first, then the others by part, then date, then name; those without a part after those with one. An announced
// part stands before the first essay with a greater number, for as long as no shown essay has its number. Two essays of
// one part and an `order` entry without a file are errors; an essay that `order` leaves out and a gap that nothing
// explains are warnings.
SeriesView order_series(const Series&, const std::vector<SeriesMember>&, Diagnostics&);

}  // namespace causerie
