#include "pipeline/outside/link_probe.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace causerie {
namespace {

constexpr int most_pauses = 2;

std::optional<int> number_of(std::string_view text) {
  return is_digits(text) && text.size() < 7 ? std::optional(std::stoi(std::string(text))) : std::nullopt;
}

// "Sun, 06 Nov 1994 08:49:37 GMT"; the two older formats are no longer in use.
std::optional<Instant> http_date(std::string_view text) {
  static constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                              "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto words = split(trim(text), ' ');
  if (words.size() != 6) return std::nullopt;
  const auto* const month = std::find(months.begin(), months.end(), ascii_lower(words[2]));
  const auto day = number_of(words[1]), year = number_of(words[3]);
  const auto time = split(words[4], ':');
  if (month == months.end() || !day || !year || time.size() != 3) return std::nullopt;
  const auto hour = number_of(time[0]), minute = number_of(time[1]), second = number_of(time[2]);
  const Day date{*year, static_cast<int>(month - months.begin()) + 1, *day};
  if (!hour || !minute || !second || *year < 1970 || *year > 9999 || !exists(date)) return std::nullopt;
  return Instant{days_since_1970(date) * std::int64_t{86'400} + *hour * 3600 + *minute * 60 + *second};
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

std::optional<int> retry_after_seconds(std::string_view value, Instant now) {
  value = trim(value);
  if (is_digits(value)) return number_of(value).value_or(1'000'000);
  const auto date = http_date(value);
  if (!date) return std::nullopt;
  return static_cast<int>(std::clamp<std::int64_t>(date->seconds - now.seconds, 0, 1'000'000));
}

LinkFinding LinkProbe::arrived() const {
  if (moved_to_.empty() || moved_to_ == start_.text()) return {};
  return {LinkVerdict::moved, moved_to_};
}

std::optional<LinkFinding> LinkProbe::follow(const HttpReply& reply) {
  auto next = parse_web_address(reply.location, here_);
  if (!next)
    return LinkFinding{LinkVerdict::unclear,
                       fmt::format("redirects to something that is not an address ({})", reply.status)};
  if (++redirects_ > most_redirects) return LinkFinding{LinkVerdict::unclear, "redirects in a circle"};
  is_permanent_ = is_permanent_ && (reply.status == 301 || reply.status == 308);
  here_ = *std::move(next);
  if (is_permanent_) moved_to_ = here_.text();
  method_ = HttpMethod::head;
  return std::nullopt;
}

std::optional<LinkFinding> LinkProbe::handle(const HttpReply& reply, Instant now, int longest_pause, int& pause) {
  const int status = reply.status;
  pause = 0;
  if (is_redirect(status)) return follow(reply);
  if (status >= 200 && status < 400) return arrived();
  if (status == 429 || (status == 503 && !reply.retry_after.empty())) {
    const auto wanted = retry_after_seconds(reply.retry_after, now);
    if (!wanted || *wanted > longest_pause || ++pauses_ > most_pauses)
      return LinkFinding{LinkVerdict::unclear, fmt::format("does not accept more requests now ({})", status)};
    pause = *wanted;
    return std::nullopt;
  }
  if (status == 410) return LinkFinding{LinkVerdict::gone, "410"};
  // Many hosts do not support HEAD, and they report that in different ways.
  if (method_ == HttpMethod::head && (status >= 400 || reply.may_depend_on_method)) {
    method_ = HttpMethod::get;
    return std::nullopt;
  }
  if (status == 0) return LinkFinding{LinkVerdict::unreachable, reply.trouble};
  if (status == 404) return LinkFinding{LinkVerdict::gone, "404"};
  if (status >= 500 && status < 600)
    return LinkFinding{LinkVerdict::unreachable, fmt::format("the host reports an internal error ({})", status)};
  return LinkFinding{LinkVerdict::unclear, fmt::format("refuses requests from programs ({})", status)};
}

}  // namespace causerie
