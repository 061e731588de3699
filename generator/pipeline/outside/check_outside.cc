#include "pipeline/outside/check_outside.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/paths.h"
#include "pipeline/outside/known_links.h"

namespace causerie {
namespace {

constexpr std::size_t most_places = 5;  // at which one link is reported

constexpr std::string_view how_to_except = "add it in site.yaml to 'check: {except: […]}'";

Diagnostic& say(const std::string& address, const LinkFinding& finding, const SourceLocation& location,
                Diagnostics& diagnostics) {
  switch (finding.verdict) {
    case LinkVerdict::gone:
      return diagnostics.warning("dead-link", location, fmt::format("'{}' is gone ({})", address, finding.detail))
          .hint(fmt::format("fix or remove the link (web.archive.org may have a copy), or {}", how_to_except));
    case LinkVerdict::unreachable:
      return diagnostics
          .warning("unreachable-link", location, fmt::format("'{}' cannot be reached: {}", address, finding.detail))
          .hint(fmt::format("this may be temporary: Causerie tries again tomorrow. If it persists, fix the link, or {}",
                            how_to_except));
    case LinkVerdict::moved:
      return diagnostics.note("moved-link", location, fmt::format("'{}' has moved permanently", address))
          .hint(fmt::format("write '{}'", finding.detail));
    case LinkVerdict::unclear:
      return diagnostics.note("unclear-link", location, fmt::format("'{}' {}", address, finding.detail))
          .hint(fmt::format("open it in a browser; if it works there, {}", how_to_except));
    default:
      return diagnostics
          .note("unasked-link", location, fmt::format("'{}' was not checked: {}", address, finding.detail))
          .hint(fmt::format("link to a page that everyone can reach, or {}", how_to_except));
  }
}

void report_answer(const std::string& address, const OutsideLink& link, const LinkFinding& finding,
                   Diagnostics& diagnostics) {
  if (finding.verdict == LinkVerdict::fine) return;
  const std::size_t count = std::min(link.places.size(), most_places);
  for (std::size_t i = 0; i < count; ++i) {
    Diagnostic& said = say(address, finding, link.places[i], diagnostics);
    if (i + 1 == most_places && link.places.size() > count)
      said.message += fmt::format("; it is in {} more places", link.places.size() - count);
  }
}

}  // namespace

Result<OutsideCount> check_outside(const PreparedSite& prepared, const OutsideOptions& options, HttpClient& client,
                                   Store& store, Instant now, Diagnostics& diagnostics) {
  const auto [links, idle_exceptions] = outside_links(prepared, options.whose);
  KnownLinks known = load_known_links(store);
  std::erase_if(known, [&](const auto& entry) { return !is_fresh(entry.second, now); });

  std::set<WebAddress> unknown;  // two spellings of one address are requested once
  for (const auto& [text, link] : links) {
    if (link.address && !known.contains(link.address->text())) unknown.insert(*link.address);
  }
  const std::vector<WebAddress> asked(unknown.begin(), unknown.end());
  if (!asked.empty() && !client.has_network()) {
    return Failure{"cannot check", "links to other sites", "this machine has no network",
                   "connect it, then run the command again; 'causerie check' without '--external' needs no network"};
  }
  const std::vector<LinkFinding> findings = ask_all(asked, client, options.limits);
  for (std::size_t i = 0; i < asked.size(); ++i) known[asked[i].text()] = {now, findings[i]};

  Diagnostics said;
  for (const auto& [text, link] : links) {
    const LinkFinding finding = link.address ? known.at(link.address->text()).finding
                                             : LinkFinding{LinkVerdict::unasked, "it is not a plain web address"};
    report_answer(text, link, finding, said);
  }
  for (const Placed* exception : idle_exceptions) {
    said.note("idle-exception", {"site.yaml", exception->span},
              fmt::format("no link on this site matches '{}'", exception->text))
        .hint("remove or correct it; '*' matches any characters");
  }
  diagnostics.merge(options.strict ? with_warnings_as_errors(said) : std::move(said));

  // What was not tried is not cached: the next check judges the name again.
  std::erase_if(known, [](const auto& entry) { return entry.second.finding.verdict == LinkVerdict::unasked; });
  if (!asked.empty()) store_known_links(store, known);
  const auto untried = std::count_if(findings.begin(), findings.end(), [](const LinkFinding& finding) {
    return finding.verdict == LinkVerdict::unasked;
  });
  return OutsideCount{links.size(), asked.size() - static_cast<std::size_t>(untried)};
}

}  // namespace causerie
