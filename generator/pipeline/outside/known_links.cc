#include "pipeline/outside/known_links.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace causerie {
namespace {

constexpr std::string_view known_links_line = "causerie external-links 1";

bool is_one_field(std::string_view text) { return text.find_first_of("\t\n\r") == std::string_view::npos; }

}  // namespace

bool is_fresh(const KnownLink& known, Instant now) {
  const bool is_good = known.finding.verdict == LinkVerdict::fine || known.finding.verdict == LinkVerdict::moved;
  const std::int64_t age = now.seconds - known.when.seconds;
  return age >= 0 && age < std::int64_t{86'400} * (is_good ? days_of_good_news : days_of_bad_news);
}

std::string encode_known_links(const KnownLinks& links) {
  std::string text(known_links_line);
  text += '\n';
  for (const auto& [address, known] : links) {
    if (!is_one_field(address) || !is_one_field(known.finding.detail)) continue;
    text +=
        fmt::format("{}\t{}\t{}\t{}\n", known.when.seconds,
                    link_verdict_names[static_cast<std::size_t>(known.finding.verdict)], address, known.finding.detail);
  }
  return text;
}

KnownLinks decode_known_links(std::string_view text) {
  KnownLinks links;
  const auto lines = lines_of(text);
  if (lines.empty() || lines.front() != known_links_line || first_invalid_byte(text)) return links;
  for (const std::string_view line : lines) {
    const auto fields = split(line, '\t');
    if (fields.size() != 4 || !is_digits(fields[0]) || fields[0].size() > 12) continue;
    const auto* const name = std::find(std::begin(link_verdict_names), std::end(link_verdict_names), fields[1]);
    if (name == std::end(link_verdict_names) || !is_one_field(fields[2]) || !is_one_field(fields[3])) continue;
    links[std::string(fields[2])] = {
        {std::stoll(std::string(fields[0]))},
        {static_cast<LinkVerdict>(name - std::begin(link_verdict_names)), std::string(fields[3])}};
  }
  return links;
}

}  // namespace causerie
