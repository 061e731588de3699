#include "base/calendar.h"

#include <fmt/format.h>

#include "base/text.h"

namespace causerie {
namespace {

constexpr int seconds_of_day = 86'400;

int days_of_month(int year, int month) {
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) return is_leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Hinnant's `civil_from_days`.
Day day_of(std::int64_t days_since_1970) {
  const std::int64_t days = days_since_1970 + 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;  // March is 0
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  return {static_cast<int>(year_of_era + era * 400) + (month <= 2 ? 1 : 0), month,
          static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
}

// The rest of a date that is being parsed. Each `take` function consumes what it expects and returns whether it was
// there.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool is_done() const { return rest_.empty(); }

  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_blanks() {
    const auto size = rest_.size();
    while (take(" \t")) continue;
    return rest_.size() < size;
  }

  // Takes `fewest` to `most` digits, whose value must be at most `limit`.
  bool take_number(std::size_t fewest, std::size_t most, int limit, int& number) {
    number = 0;
    std::size_t count = 0;
    while (count < most && count < rest_.size() && is_digits(rest_.substr(count, 1))) {
      number = number * 10 + (rest_[count++] - '0');
    }
    if (count < fewest || number > limit) return false;
    rest_.remove_prefix(count);
    return true;
  }

  bool take_day(Day& day) {
    return take_number(4, 4, 9999, day.year) && take("-") && take_number(2, 2, 12, day.month) && take("-") &&
           take_number(2, 2, 31, day.day) && exists(day);
  }

  // 9:30, 09:30:00, 09:30:00.123; a fraction of a second is dropped.
  bool take_time(int& seconds) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!take_number(1, 2, 23, hour) || !take(":") || !take_number(2, 2, 59, minute)) return false;
    if (take(":")) {
      if (!take_number(2, 2, 60, second)) return false;
      if (take(".,")) {
        int digit = 0;
        if (!take_number(1, 1, 9, digit)) return false;
        while (take("0123456789")) continue;
      }
    }
    seconds = hour * 3600 + minute * 60 + second;
    return true;
  }

  // Z, +02, +02:00, -0500.
  bool take_offset(int& seconds) {
    seconds = 0;
    if (take("Zz")) return true;
    const bool is_west = !rest_.empty() && rest_.front() == '-';
    int hours = 0;
    int minutes = 0;
    if (!take("+-") || !take_number(2, 2, 23, hours)) return false;
    const bool has_colon = take(":");
    if ((has_colon || !is_done()) && !take_number(2, 2, 59, minutes)) return false;
    seconds = (hours * 3600 + minutes * 60) * (is_west ? -1 : 1);
    return true;
  }

 private:
  std::string_view rest_;
};

// Appends the number, padded with zeros to `digits` digits. Every page contains dates, and a format string would be
// parsed for each of them.
void append_digits(std::string& text, std::int64_t number, int digits) {
  const std::size_t begin = text.size();
  text.append(static_cast<std::size_t>(digits), '0');
  for (std::size_t at = text.size(); at-- > begin && number > 0; number /= 10)
    text[at] = static_cast<char>('0' + number % 10);
}

std::string clock_time(std::int64_t seconds) {
  const std::int64_t of_day = ((seconds % seconds_of_day) + seconds_of_day) % seconds_of_day;
  std::string text;
  append_digits(text, of_day / 3600, 2);
  append_digits(text += ':', of_day / 60 % 60, 2);
  append_digits(text += ':', of_day % 60, 2);
  return text;
}

Day day_at(std::int64_t seconds) { return day_of(seconds / seconds_of_day - (seconds % seconds_of_day < 0 ? 1 : 0)); }

}  // namespace

bool exists(Day day) {
  return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= days_of_month(day.year, day.month);
}

int days_since_1970(Day day) {
  const int year = day.year - (day.month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (day.month > 2 ? day.month - 3 : day.month + 9) + 2) / 5 + day.day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

Day day_after(Day day, int days) { return day_of(std::int64_t{days_since_1970(day)} + days); }

std::string iso(Day day) {
  std::string text;
  append_digits(text, day.year, 4);
  append_digits(text += '-', day.month, 2);
  append_digits(text += '-', day.day, 2);
  return text;
}

std::optional<Day> parse_day(std::string_view text) {
  Day day;
  Reader reader(text);
  if (!reader.take_day(day) || !reader.is_done()) return std::nullopt;
  return day;
}

std::string iso_utc(Instant instant) { return iso(day_at(instant.seconds)) + 'T' + clock_time(instant.seconds) + 'Z'; }

std::string iso(const Date& date) { return date.has_time ? rfc3339(date) : iso(date.day); }

std::string rfc3339(const Date& date) {
  // Before modern time zones, clocks followed the sun: Paris was 9 minutes and 21 seconds ahead. The format has no
  // seconds in its offsets. They are dropped, but the local time is kept, or a midnight in 1851 would fall on the
  // previous day.
  const std::int64_t local = date.instant.seconds + date.offset_seconds;
  const int minutes = (date.offset_seconds < 0 ? -date.offset_seconds : date.offset_seconds) / 60;
  const std::string offset =
      minutes == 0 ? "Z"
                   : fmt::format("{}{:02}:{:02}", date.offset_seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
  return iso(day_at(local)) + 'T' + clock_time(local) + offset;
}

std::optional<Date> parse_date(std::string_view text, const Zone& zone) {
  Date date;
  Reader reader(trim(text));
  if (!reader.take_day(date.day)) return std::nullopt;
  int seconds = 0;
  if (reader.is_done()) {
    date.instant = zone.instant(date.day, 0);
    date.offset_seconds = zone.offset_seconds(date.instant);
    return date;
  }
  if ((!reader.take("Tt") && !reader.take_blanks()) || !reader.take_time(seconds)) return std::nullopt;
  date.has_time = true;
  reader.take_blanks();
  if (reader.is_done()) {
    date.instant = zone.instant(date.day, seconds);
    date.offset_seconds = zone.offset_seconds(date.instant);
    return date;
  }
  if (!reader.take_offset(date.offset_seconds) || !reader.is_done()) return std::nullopt;
  date.instant = {std::int64_t{days_since_1970(date.day)} * seconds_of_day + seconds - date.offset_seconds};
  return date;
}

Date date_of(Instant instant, const Zone& zone) {
  return {zone.day(instant), instant, true, zone.offset_seconds(instant)};
}

}  // namespace causerie
