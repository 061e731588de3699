#include "commands/closing_line.h"

#include <fmt/format.h>

#include <algorithm>

namespace causerie {
namespace {

std::string schedule(const std::vector<SiteSummary::Scheduled>& waiting) {
  if (waiting.empty()) return "";
  std::string text = fmt::format("; {} scheduled:", waiting.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(waiting.size(), 3); ++i) {
    text += fmt::format("{} {} on {}", i > 0 ? "," : "", waiting[i].source, iso(waiting[i].day));
  }
  return waiting.size() > 3 ? text + ", …" : text;
}

}  // namespace

std::string conversation_and_schedule(const SiteSummary& summary) {
  return fmt::format("{} comment{} shown, {} pending{}", summary.comments_shown, summary.comments_shown == 1 ? "" : "s",
                     summary.comments_pending, schedule(summary.scheduled));
}

}  // namespace causerie
