#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "formats/html.h"
#include "formats/html_events.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

// True if the address is on this site: a reference, `a/b`, `/a`, `#a`, but not `https:…`, `//host`, `?x` or empty.
bool is_local(std::string_view address) {
  if (is_reference(address)) return true;
  if (address.empty() || address.starts_with("//") || address.starts_with('?')) return false;
  const auto colon = address.find(':');
  return colon == std::string_view::npos || address.find_first_of("/?#") < colon;
}

// Finds the positions of parts of a literal. cmark has removed from it what begins each line of its block, so the same
// characters are searched on the same line of the source. REQUIRES: offsets ascend from call to call.
class LiteralPositions {
 public:
  LiteralPositions(std::string_view literal, std::size_t offset, PositionCursor& positions)
      : literal_(literal), offset_(offset), line_(positions.lines().line_at(offset)), positions_(positions) {}

  Position at(std::size_t begin, std::size_t end) {
    const auto first = literal_.begin();
    const auto line_ends =
        std::count(first + static_cast<std::ptrdiff_t>(counted_), first + static_cast<std::ptrdiff_t>(begin), '\n');
    line_ += static_cast<int>(line_ends);
    counted_ = begin;
    const SourceLines& lines = positions_.lines();
    const std::size_t from = std::max(offset_, lines.begin(line_));
    const std::size_t line_end = lines.begin(line_) + lines.line(line_).size();
    const std::string_view value = literal_.substr(begin, end - begin);
    const std::size_t found = lines.text().substr(0, line_end).find(value.substr(0, value.find('\n')), from);
    return positions_.at(found == std::string_view::npos ? from : found);
  }

 private:
  std::string_view literal_;
  std::size_t offset_;
  std::size_t counted_ = 0;  // offset in the literal; line ends before it are included in line_
  int line_;
  PositionCursor& positions_;
};

bool is_more(std::string_view html) {
  html = trim(html);
  if (!html.starts_with("<!--") || !html.ends_with("-->") || html.size() < 7) return false;
  return ascii_iequals(trim(html.substr(4, html.size() - 7)), "more");
}

bool is_raw(const Event& event) { return event.part == MarkdownPart::html || event.part == MarkdownPart::html_block; }

// True for a tag of an element that is not shown as text in untrusted text.
bool is_known_tag(std::string_view html) {
  std::size_t begin = html.starts_with("</") ? 2 : 1;
  std::size_t end = begin;
  while (end < html.size() && std::isalnum(static_cast<unsigned char>(html[end])) != 0) ++end;
  const std::string name = ascii_lower(html.substr(std::min(begin, html.size()), end - begin));
  static constexpr std::string_view shown[] = {"script", "style", "iframe", "object", "embed"};
  return html.starts_with('<') && end > begin && is_html_element(name) &&
         std::ranges::find(shown, name) == std::end(shown);
}

// Ids that the theme, comments and footnotes may use; ids of headings are prefixed with `h-` to avoid them.
bool is_reserved(std::string_view id) {
  static constexpr std::string_view beginnings[] = {"comment-", "fn-", "fnref-", "nav-"};
  return id == "comments" || std::ranges::any_of(beginnings, [&](auto begin) { return id.starts_with(begin); });
}

}  // namespace

bool is_reference(std::string_view destination) {
  return destination.starts_with("series:") || destination.starts_with("essay:") || destination.starts_with("comment:");
}

std::vector<std::string> read_raw_html(MarkdownDocument& document, PositionCursor& positions, Prose& prose) {
  std::vector<std::string> names;
  std::unordered_set<std::string> ids;
  for (Event& event : document.events) {
    prose.has_raw_html = prose.has_raw_html || is_raw(event);
    if (!is_raw(event) || event.text.find_first_of("=(@") == std::string::npos)
      continue;  // no attribute and no stylesheet
    std::vector<RawHole> holes;
    LiteralPositions places(event.text, event.offset, positions);
    for (const RawAttribute& attribute : scan_raw_html(event.text)) {
      const bool is_id = attribute.name == "id";
      const bool is_style = attribute.name == "style";
      if (attribute.is_fetched && (names_host(attribute.value) || (is_style && is_local(attribute.value)))) {
        prose.requests.push_back({attribute.value, places.at(attribute.begin, attribute.end)});
      }
      if (is_style) continue;
      if (attribute.name == "name") {
        names.push_back(attribute.value);
        holes.push_back({HoleKind::id_prefix, attribute.begin, attribute.end, 0, attribute.is_whole});
        continue;
      }
      if (attribute.name == "href" && !attribute.is_fetched && names_host(attribute.value)) {
        prose.raw_links.push_back({attribute.value, places.at(attribute.begin, attribute.end)});
      }
      if (!is_id && is_local_path(attribute.value)) {
        prose.faults.push_back({"local-path", "'" + attribute.value + "' is a path of your own computer",
                                "put the file next to the essay, and write its name alone",
                                places.at(attribute.begin, attribute.end), true});
        continue;
      }
      if (is_id ? attribute.value.empty() : !is_local(attribute.value)) continue;
      const Position position = places.at(attribute.begin, attribute.end);
      RawHole hole{is_id ? HoleKind::id_prefix : HoleKind::address, attribute.begin, attribute.end, 0,
                   attribute.is_whole};
      if (!is_id) {
        hole.index = static_cast<int>(prose.addresses.size());
        prose.addresses.push_back({attribute.value, position});
      } else if (ids.insert(attribute.value).second) {
        prose.raw_ids.push_back(attribute.value);
        if (is_reserved(attribute.value)) {
          prose.faults.push_back(
              {"reserved-id", "the id '" + attribute.value + "' may clash with an id that Causerie adds to the page",
               "use one that does not begin with 'comment', 'fn' or 'nav'", position, false});
        }
      } else {
        prose.faults.push_back({"duplicate-id", "the id '" + attribute.value + "' is used a second time here",
                                "an id can name only one place on a page", position, false});
      }
      holes.push_back(hole);
    }
    if (holes.empty()) continue;
    document.raw.push_back(std::move(holes));
    event.number = static_cast<int>(document.raw.size());
  }
  return names;
}

bool is_local_path(std::string_view destination) {
  const bool has_letter = destination.size() > 2 && std::isalpha(static_cast<unsigned char>(destination[0])) != 0;
  const bool has_drive = has_letter && destination[1] == ':' &&
                         (destination[2] == '/' || destination.find('\\') != std::string_view::npos);
  return has_drive || ascii_iequals(destination.substr(0, 5), "file:");
}

void find_more(Events& events) {
  for (Event& event : events) {
    if (is_raw(event) && is_more(event.text)) event = {.part = MarkdownPart::more};
  }
}

bool has_known_html(const Events& events) {
  return std::ranges::any_of(events,
                             [](const Event& event) { return is_raw(event) && is_known_tag(trim(event.text)); });
}

void show_unknown_tags_as_text(Events& events) {
  for (Event& event : events) {
    const bool is_comment = event.text.starts_with("<!--");
    if (event.part == MarkdownPart::html && !is_comment && !is_known_tag(event.text)) event.part = MarkdownPart::text;
  }
}

void show_invented_tags_as_text(Events& events) {
  std::unordered_set<std::string> names;  // of elements; in end tags, with `/` in front
  for (const Event& event : events) {
    if (!is_raw(event)) continue;
    const std::string html = ascii_lower(event.text);
    for (auto tag = html.find('<'); tag != std::string::npos; tag = html.find('<', tag + 1)) {
      const auto end = html.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_/", tag + 1);
      names.insert(html.substr(tag + 1, std::min(end, html.size()) - tag - 1));
    }
  }
  if (names.empty() || names.contains("svg") || names.contains("math")) return;  // their elements are not HTML's own
  for (Event& event : events) {
    if (event.part != MarkdownPart::html || event.text.find('=') != std::string::npos) continue;
    const std::string name = ascii_lower(event.text.substr(1, event.text.find_first_of(" \n\t/>", 1) - 1));
    const bool is_start = !name.empty() && std::isalpha(static_cast<unsigned char>(name[0])) != 0;
    if (is_start && !names.contains("/" + name) && !is_html_element(name)) event.part = MarkdownPart::text;
  }
}

void show_raw_html_as_text(Events& events) {
  Events out;
  out.reserve(events.size());
  for (Event& event : events) {
    if (event.part == MarkdownPart::html) event.part = MarkdownPart::text;
    if (event.part != MarkdownPart::html_block) {
      out.push_back(std::move(event));
      continue;
    }
    out.push_back({.part = MarkdownPart::paragraph, .step = Step::enter});
    out.push_back({.part = MarkdownPart::text, .text = std::string(trim(event.text))});
    out.push_back({.part = MarkdownPart::paragraph, .step = Step::exit});
  }
  events = std::move(out);
}

}  // namespace causerie
