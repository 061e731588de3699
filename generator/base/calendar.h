// Dates and times as writers mean them. A `Day` is a calendar day and has no time zone; an `Instant` is a point in
// time, the same everywhere. They are separate types because mixing them up publishes essays a day late.
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

bool exists(Day);          // false for 30 February
int days_since_1970(Day);  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
Day day_after(Day, int days = 1);
std::string iso(Day);                                 // 2024-05-01
std::optional<Day> parse_day(std::string_view text);  // exactly YYYY-MM-DD, and it must exist

struct Instant {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z, leap seconds not counted
  auto operator<=>(const Instant&) const = default;
};

std::string iso_utc(Instant);  // 2024-05-01T09:30:00Z

// A time zone from the IANA database. Cheap to copy; thread-safe.
class Zone {
 public:
  static std::optional<Zone> named(std::string_view name);  // "Europe/Paris", "UTC"; nullopt if unknown
  const std::string& name() const;
  // A local time that occurs twice means the first; one that does not occur is moved forward by the gap.
  Instant instant(Day, int seconds_of_day) const;
  int offset_seconds(Instant) const;  // east of Greenwich is positive
  Day day(Instant) const;

 private:
  struct Rules;
  explicit Zone(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
  std::shared_ptr<const Rules> rules_;
};

// A date as a person wrote it, with the values derived from it.
struct Date {
  Day day;          // as written, or the day of the instant in the zone
  Instant instant;  // a date without a time means 00:00
  bool has_time = false;
  int offset_seconds = 0;  // as written, otherwise the zone's at that instant
  auto operator<=>(const Date&) const = default;
};

// For `datetime` attributes and feeds: only the day if no time was written, otherwise with seconds and offset.
std::string iso(const Date&);
// Always with time and offset (RFC 3339), as feeds require.
std::string rfc3339(const Date&);

// Parses ISO 8601 as people write it: a day, or a day and a time separated by `T` or spaces. Seconds, a fraction, and
// `Z` or an offset are optional; without an offset the time is in the given zone.
std::optional<Date> parse_date(std::string_view text, const Zone&);
Date date_of(Instant, const Zone&);

}  // namespace causerie
