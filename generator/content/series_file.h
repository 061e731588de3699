// series.yaml, which makes a folder a series.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "content/passage.h"
#include "content/site_file.h"

namespace causerie {

// A day, a month or a year: `month` and `day` are 0 if not written.
struct Expected {
  int year = 0;
  int month = 0;
  int day = 0;
  bool operator==(const Expected&) const = default;
};

struct PlannedPart {
  int part = 0;
  std::string title;
  std::optional<Expected> expected;
  Span span;
  bool operator==(const PlannedPart&) const = default;
};

// One line of `order`: a file's stem, and the title of its group (empty: none).
struct OrderEntry {
  Placed stem;
  std::string group;
  bool operator==(const OrderEntry&) const = default;
};

struct Series {
  std::string source;  // content/attachment/series.yaml
  std::string folder;  // below content/: "attachment"
  std::string title;
  Passage description;  // empty: none
  std::string slug;     // as written; empty: made from the folder's name
  Span slug_span;
  bool is_complete = false;
  bool is_sound = true;              // false: it could not be fully read (reported); further errors are not reported
  bool has_unreadable_plan = false;  // reported; the part's number is unknown
  std::vector<OrderEntry> order;
  std::vector<PlannedPart> planned;
  std::vector<Placed> authors;
  std::optional<Placed> image;
};

// Parses the file's bytes; `folder` is below content/.
Series read_series_file(std::string bytes, const std::string& folder, const ReadingSettings&, Diagnostics&);
std::string series_source(std::string_view folder);  // the file's path

// The words that name a part in a link without its number, as in `series:next`.
inline constexpr std::string_view relative_part_words[] = {"next", "previous", "first", "last"};

// True if `series:SLUG` in a link means a part of the essay's own series, by such a word or by its number. No series
// may have such a slug.
bool is_reserved_series_slug(std::string_view slug);

}  // namespace causerie
