#include "serve/events.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/paths.h"
#include "formats/json.h"

namespace causerie {
namespace {

std::string event(std::string_view name, std::string_view json, const Shown& shown) {
  return fmt::format("event: {}\nid: {}\ndata: {}\n\n", name, shown.text(), json);
}

std::string json_of(const std::vector<MovedStylesheet>& moved) {
  std::string list;
  for (const auto& [from, to] : moved) {
    list += fmt::format("{}{{\"from\":{},\"to\":{}}}", list.empty() ? "" : ",", json_quote(from), json_quote(to));
  }
  return "[" + list + "]";
}

// Merges the moves of a stylesheet that changed several times, since the page never loaded those in between.
std::vector<MovedStylesheet> together(const std::vector<SiteChange>& changes) {
  std::vector<MovedStylesheet> all;
  for (const SiteChange& change : changes) {
    for (const MovedStylesheet& one : change.stylesheets) {
      const auto earlier = std::ranges::find(all, one.from, &MovedStylesheet::to);
      if (earlier == all.end()) {
        all.push_back(one);
      } else {
        earlier->to = one.to;
      }
    }
  }
  return all;
}

}  // namespace

std::string Shown::text() const { return fmt::format("{}-{}", version, hash); }

Shown Shown::parse(std::string_view text) {
  Shown shown;
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return shown;
  std::from_chars(text.data(), text.data() + dash, shown.version);
  shown.hash = text.substr(dash + 1);
  return shown;
}

std::string events_for(const Moment& now, const std::optional<std::vector<SiteChange>>& changes, std::string_view path,
                       bool follows, Shown& shown) {
  shown.version = now.version;
  if (!now.faults.empty()) return event("faults", json_quote(now.faults), shown);
  std::string hash = now.preview == nullptr ? "" : now.preview->hash_of_page(path);
  const bool is_another = hash != shown.hash;
  shown.hash = std::move(hash);
  const std::vector<SiteChange> known = changes.value_or(std::vector<SiteChange>());
  if (follows) {
    const auto saved = std::find_if(known.rbegin(), known.rend(), [](const auto& one) { return !one.saved.empty(); });
    if (saved != known.rend() && saved->saved != path)
      return event("go", json_quote(percent_escape_path(saved->saved)), shown);
  }
  const bool is_style_alone =
      !known.empty() && std::ranges::all_of(known, [](const SiteChange& one) { return one.is_style_alone; });
  const auto stylesheets = together(known);
  if ((is_another && !(is_style_alone && !stylesheets.empty())) ||
      std::ranges::any_of(known, [](const SiteChange& one) { return one.concerns_every_page; })) {
    return event("reload", "null", shown);
  }
  const std::string fine = event("fine", "null", shown);
  return stylesheets.empty() ? fine : event("stylesheets", json_of(stylesheets), shown) + fine;
}

}  // namespace causerie
