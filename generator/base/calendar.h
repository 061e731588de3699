// Time as a writer means it. A `Day` is a square on a calendar and has no zone; an `Instant` is a point on the world's
// one time line. They are different types because mixing them is what publishes essays a day late.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace causerie {

struct Day {
  int year = 0;  // 1 to 9999
  int month = 0;
  int day = 0;
  auto operator<=>(const Day&) const = default;
};

bool exists(Day);          // not the 30th of February
int days_since_1970(Day);  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
Day day_after(Day, int days = 1);
std::string iso(Day);                                 // 2024-05-01
std::optional<Day> parse_day(std::string_view text);  // exactly YYYY-MM-DD, and it must exist

struct Instant {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z, leap seconds not counted
  auto operator<=>(const Instant&) const = default;
};

std::string iso_utc(Instant);  // 2024-05-01T09:30:00Z

// A time zone of the IANA database. Cheap to copy; use from many threads is safe.
class Zone {
 public:
  static std::optional<Zone> named(std::string_view name);  // "Europe/Paris", "UTC"
  const std::string& name() const;
  // A local time that occurs twice is the first; one that does not occur moves forward by the gap.
  Instant instant(Day, int seconds_of_day) const;
  int offset_seconds(Instant) const;  // east of Greenwich is positive
  Day day(Instant) const;

 private:
  struct Rules;
  explicit Zone(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
  std::shared_ptr<const Rules> rules_;
};

// A date as somebody wrote it, with what follows from it.
struct Date {
  Day day;          // the written day, or the zone's day of a number of seconds
  Instant instant;  // a date without a time means 00:00
  bool has_time = false;
  int offset_seconds = 0;  // as written, else of the zone at that instant
  auto operator<=>(const Date&) const = default;
};

// For `datetime` attributes and feeds: the day alone where no time was written, else with seconds and offset.
std::string iso(const Date&);
// With time and offset always (RFC 3339), as feeds want it.
std::string rfc3339(const Date&);

// ISO 8601 as people write it: a day; a day and a time behind `T` or blanks, with or without seconds, a fraction, and
// `Z` or an offset. Without an offset the time is the zone's.
std::optional<Date> parse_date(std::string_view text, const Zone&);
Date date_of(Instant, const Zone&);

}  // namespace causerie
