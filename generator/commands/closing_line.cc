#include "commands/closing_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "site/waiting.h"

namespace causerie {
namespace {

std::string schedule(const Site& site) {
  std::vector<EssayId> waiting = scheduled_essays(site);
  std::erase_if(waiting, [&](EssayId id) { return site.view(id).is_shown; });
  if (waiting.empty()) return "";
  std::string text = fmt::format("; {} scheduled:", waiting.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(waiting.size(), 3); ++i) {
    const Essay& essay = site.source(waiting[i]);
    text += fmt::format("{} {} on {}", i > 0 ? "," : "", essay.source, iso(essay.date->day));
  }
  return waiting.size() > 3 ? text + ", …" : text;
}

}  // namespace

std::string conversation_and_schedule(const Site& site) {
  int shown = 0, pending = 0;
  for (const EssayView& essay : site.essays) {
    if (!essay.is_shown) continue;
    shown += essay.conversation.shown;
    pending += essay.conversation.pending;
  }
  return fmt::format("{} comment{} shown, {} pending{}", shown, shown == 1 ? "" : "s", pending, schedule(site));
}

}  // namespace causerie
