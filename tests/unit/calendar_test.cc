#include "base/calendar.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

namespace causerie {
namespace {

Zone zone(std::string_view name) { return Zone::named(name).value(); }

// The date as a feed shows it, or "none".
std::string read(std::string_view text, std::string_view zone_name = "UTC") {
  const auto date = parse_date(text, zone(zone_name));
  return date ? rfc3339(*date) : "none";
}

TEST(Day, KnowsTheCalendar) {
  EXPECT_TRUE(exists({2024, 2, 29}));
  EXPECT_TRUE(exists({2000, 2, 29}));
  EXPECT_FALSE(exists({1900, 2, 29}));
  EXPECT_FALSE(exists({2015, 2, 29}));
  EXPECT_FALSE(exists({2024, 13, 1}));
  EXPECT_FALSE(exists({2024, 4, 31}));
  EXPECT_FALSE(exists({2024, 1, 0}));
  EXPECT_FALSE(exists({0, 1, 1}));
}

TEST(Day, Counts) {
  EXPECT_EQ(days_since_1970({1970, 1, 1}), 0);
  EXPECT_EQ(days_since_1970({1969, 12, 31}), -1);
  EXPECT_EQ(days_since_1970({2000, 3, 1}), 11017);
  EXPECT_EQ(days_since_1970({1, 1, 1}), -719162);
  EXPECT_EQ(day_after({2024, 2, 28}), (Day{2024, 2, 29}));
  EXPECT_EQ(day_after({2023, 12, 31}), (Day{2024, 1, 1}));
  EXPECT_EQ(day_after({2024, 3, 1}, -1), (Day{2024, 2, 29}));
  EXPECT_EQ(day_after({2024, 5, 1}, 0), (Day{2024, 5, 1}));
}

TEST(Day, AddingDaysIsCounting) {
  Day day{1, 1, 1};
  for (int count = days_since_1970(day); day.year < 2101; ++count) {
    ASSERT_TRUE(exists(day));
    ASSERT_EQ(days_since_1970(day), count);
    day = day_after(day);
  }
}

TEST(Day, IsReadExactly) {
  EXPECT_EQ(parse_day("2024-05-01"), (Day{2024, 5, 1}));
  for (const char* text : {"2024-5-1", "2016-2-29", "2015-02-29", "2024-13-01", "2024-05-01 ", "24-05-01", "",
                           "0000-01-01", "2024-05-011", "2024/05/01", "20240501", "-024-05-01"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
  EXPECT_EQ(iso(Day{33, 4, 3}), "0033-04-03");
}

TEST(Date, TakesWhatPeopleWrite) {
  EXPECT_EQ(read("2024-05-01"), "2024-05-01T00:00:00Z");
  EXPECT_EQ(read("2024-05-01T09:30:00Z"), "2024-05-01T09:30:00Z");
  EXPECT_EQ(read("2024-05-01t09:30:00z"), "2024-05-01T09:30:00Z");
  EXPECT_EQ(read("2024-05-01 09:30"), "2024-05-01T09:30:00Z");
  EXPECT_EQ(read("2024-05-01   9:30:15"), "2024-05-01T09:30:15Z");
  EXPECT_EQ(read("2024-05-01T09:30:00.123456789+02:00"), "2024-05-01T09:30:00+02:00");
  EXPECT_EQ(read("2024-05-01T09:30:00,5Z"), "2024-05-01T09:30:00Z");
  EXPECT_EQ(read("2024-05-01 09:30:00 -0500"), "2024-05-01T09:30:00-05:00");
  EXPECT_EQ(read("2024-05-01 09:30:00 +02"), "2024-05-01T09:30:00+02:00");
  EXPECT_EQ(read("2024-05-01T09:30+05:45"), "2024-05-01T09:30:00+05:45");
  EXPECT_EQ(read(" 2024-05-01 "), "2024-05-01T00:00:00Z");
  EXPECT_EQ(read("2024-05-01T09:30:00-00:00"), "2024-05-01T09:30:00Z");
}

TEST(Date, RefusesTheRest) {
  for (const char* text : {"",
                           "yesterday",
                           "2024",
                           "2024-05",
                           "2015-02-29",
                           "2024-05-01T",
                           "2024-05-01T24:00",
                           "2024-05-01T9",
                           "2024-05-01T09:60",
                           "2024-05-01T09:30:61",
                           "2024-05-01T09:30:00 CET",
                           "2024-05-01T09:30:00+2",
                           "2024-05-01T09:30:00+02:",
                           "2024-05-01T09:30:00+02:0",
                           "2024-05-01T09:30:00.Z",
                           "2024-05-01x",
                           "2024-05-01T09:30:00Z x",
                           "1 May 2024",
                           "05/01/2024",
                           "2024-05-01T09:30:00+24:00"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
}

TEST(Date, KeepsTheWrittenDayAndOffset) {
  const auto date = parse_date("2024-05-01 23:23:00 -05:00", zone("Asia/Tokyo"));
  ASSERT_TRUE(date);
  EXPECT_EQ(date->day, (Day{2024, 5, 1}));
  EXPECT_EQ(iso_utc(date->instant), "2024-05-02T04:23:00Z");
  EXPECT_EQ(iso(*date), "2024-05-01T23:23:00-05:00");
}

TEST(Date, WithoutATimeIsADay) {
  const auto date = parse_date("2024-07-01", zone("Europe/Paris"));
  ASSERT_TRUE(date);
  EXPECT_EQ(iso(*date), "2024-07-01");
  EXPECT_EQ(rfc3339(*date), "2024-07-01T00:00:00+02:00");
  EXPECT_EQ(iso_utc(date->instant), "2024-06-30T22:00:00Z");
}

TEST(Date, OfSecondsHasTheZonesDay) {
  EXPECT_EQ(date_of({1'704'063'600}, zone("UTC")).day, (Day{2023, 12, 31}));
  EXPECT_EQ(date_of({1'704'063'600}, zone("Europe/Paris")).day, (Day{2024, 1, 1}));
  EXPECT_EQ(iso(date_of({-1}, zone("UTC"))), "1969-12-31T23:59:59Z");
  EXPECT_EQ(iso(date_of({0}, zone("America/New_York"))), "1969-12-31T19:00:00-05:00");
}

TEST(Zone, KnowsTheDatabasesNamesOnly) {
  for (const char* name : {"UTC", "Europe/Paris", "Asia/Kathmandu", "America/Argentina/Ushuaia", "Etc/GMT+3"}) {
    ASSERT_TRUE(Zone::named(name)) << name;
    EXPECT_EQ(zone(name).name(), name);
  }
  for (const char* name : {"", "Mars", "Europe/Atlantis", "GMT+3:30", "+02:00", "Etc/Unknown", "europe paris"}) {
    EXPECT_FALSE(Zone::named(name)) << name;
  }
}

TEST(Zone, TakesTheFirstOfATimeThatOccursTwice) {
  EXPECT_EQ(read("2015-10-25 02:30:00", "Europe/Berlin"), "2015-10-25T02:30:00+02:00");
  EXPECT_EQ(read("2015-10-25 03:00:00", "Europe/Berlin"), "2015-10-25T03:00:00+01:00");
  EXPECT_EQ(read("2015-11-01 01:30:00", "America/New_York"), "2015-11-01T01:30:00-04:00");
}

TEST(Zone, MovesATimeThatDoesNotOccurForward) {
  EXPECT_EQ(read("2015-03-29 02:30:00", "Europe/Berlin"), "2015-03-29T03:30:00+02:00");
  EXPECT_EQ(read("2015-03-29 02:00:00", "Europe/Berlin"), "2015-03-29T03:00:00+02:00");
  EXPECT_EQ(read("2018-11-04", "America/Sao_Paulo"), "2018-11-04T01:00:00-02:00");  // a midnight that does not exist
  EXPECT_EQ(parse_date("2018-11-04", zone("America/Sao_Paulo"))->day, (Day{2018, 11, 4}));
}

TEST(Zone, MidnightStaysOnItsDay) {
  const auto date = parse_date("2015-12-26 00:00:00", zone("Europe/Berlin"));
  EXPECT_EQ(date->day, (Day{2015, 12, 26}));
  EXPECT_EQ(iso(*date), "2015-12-26T00:00:00+01:00");
  // Before 1911 Paris used local mean time, 9 minutes 21 seconds ahead, which an offset cannot express.
  EXPECT_EQ(read("1851-10-06", "Europe/Paris"), "1851-10-06T00:00:00+00:09");
  EXPECT_EQ(read("1850-01-01", "America/New_York"), "1850-01-01T00:00:00-04:56");
}

TEST(Zone, TheMachinesZoneHasNoSay) {
  for (const char* machine : {"UTC", "Asia/Tokyo", "America/Los_Angeles"}) {
    setenv("TZ", machine, 1);
    tzset();
    EXPECT_EQ(read("2024-05-01 23:23:00", "Europe/Paris"), "2024-05-01T23:23:00+02:00") << machine;
    EXPECT_EQ(read("2024-05-01 23:23:00"), "2024-05-01T23:23:00Z") << machine;
  }
  unsetenv("TZ");
  tzset();
}

}  // namespace
}  // namespace causerie
