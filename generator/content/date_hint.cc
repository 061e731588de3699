#include "content/date_hint.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

struct MonthName {
  std::string_view begin;  // lower case
  int month;
};

constexpr MonthName month_names[] = {
    {"jan", 1},  {"feb", 2},  {"fév", 2},  {"mar", 3},  {"mär", 3},  {"apr", 4},  {"avr", 4}, {"may", 5},
    {"mai", 5},  {"jun", 6},  {"juin", 6}, {"jul", 7},  {"juil", 7}, {"aug", 8},  {"aoû", 8}, {"sep", 9},
    {"oct", 10}, {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"déc", 12},
};

std::optional<int> month_named(std::string_view word) {
  const std::string name = lower(nfc(word));
  const auto* const found =
      std::ranges::find_if(month_names, [&](const MonthName& one) { return name.starts_with(one.begin); });
  return found == std::end(month_names) ? std::nullopt : std::optional(found->month);
}

// The parts of a date as written.
struct Written {
  std::vector<std::string_view> numbers;  // at most 3 count
  std::optional<int> month;               // its name
  char separator = 0;                     // after the first number
  bool begins_with_month = false;
};

Written parts_of(std::string_view text) {
  Written written;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_in_word = [](char c) {
    return ascii_lower(std::string(1, c)) != std::string(1, c) || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) > 0x7F;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
      if (at < text.size() && text[at] == ':') break;  // the time
      written.numbers.push_back(text.substr(begin, at - begin));
      if (written.numbers.size() == 1 && at < text.size()) written.separator = text[at];
    } else if (is_in_word(text[at])) {
      while (at < text.size() && is_in_word(text[at])) ++at;
      if (const auto month = month_named(text.substr(begin, at - begin)); month && !written.month) {
        written.month = month;
        written.begins_with_month = written.numbers.empty();
      }
    } else {
      ++at;
    }
  }
  return written;
}

int value_of(std::string_view digits) { return digits.size() > 4 ? -1 : std::stoi(std::string(digits)); }

// Two digits are a year of this century.
int year_of(std::string_view digits) { return value_of(digits) + (digits.size() == 2 ? 2000 : 0); }

// The readings of the date, the more common one first.
std::vector<Day> readings(const Written& written) {
  std::vector<Day> days;
  const auto add = [&](Day day) {
    if (exists(day) && std::ranges::find(days, day) == days.end()) days.push_back(day);
  };
  const auto& numbers = written.numbers;
  if (written.month) {
    if (numbers.size() < 2) return days;
    const bool is_year_first = numbers[0].size() == 4;
    add({year_of(numbers[is_year_first ? 0 : 1]), *written.month, value_of(numbers[is_year_first ? 1 : 0])});
  } else if (numbers.size() == 1 && numbers[0].size() == 8) {
    add({value_of(numbers[0].substr(0, 4)), value_of(numbers[0].substr(4, 2)), value_of(numbers[0].substr(6))});
  } else if (numbers.size() >= 3 && numbers[0].size() == 4) {
    add({value_of(numbers[0]), value_of(numbers[1]), value_of(numbers[2])});
    if (days.empty()) add({value_of(numbers[0]), value_of(numbers[2]), value_of(numbers[1])});
  } else if (numbers.size() >= 3 && (numbers[2].size() == 4 || numbers[2].size() == 2)) {
    const int first = value_of(numbers[0]), second = value_of(numbers[1]), year = year_of(numbers[2]);
    add({year, second, first});
    if (written.separator != '.' || days.empty()) add({year, first, second});
  }
  return days;
}

}  // namespace

std::string date_hint(std::string_view text, std::string_view fallback) {
  const std::vector<Day> days = readings(parts_of(trim(text)));
  if (days.empty()) return std::string(fallback);
  if (days.size() == 1) return fmt::format("write it as {}", iso(days[0]));
  return fmt::format("write it as {}, or as {} if the month comes first", iso(days[0]), iso(days[1]));
}

}  // namespace causerie
