#include "formats/markdown/markdown.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "formats/markdown/document.h"
#include "formats/markdown/locations.h"
#include "formats/markdown/passes.h"
#include "formats/markdown/renderer.h"
#include "formats/markdown/untrusted_html.h"

namespace causerie {
namespace {

void resolve_places(MarkdownDocument& document, PositionCursor& positions) {
  for (const Event& event : document.events) {
    if (is_enter(event, MarkdownPart::link)) {
      document.links[static_cast<std::size_t>(event.number)].position = positions.at(event.offset);
    } else if (event.part == MarkdownPart::image) {
      document.images[static_cast<std::size_t>(event.number)].position = positions.at(event.offset);
    }
  }
}

std::vector<ProseHeading> list_headings(const MarkdownDocument& document, PositionCursor& positions) {
  std::vector<ProseHeading> headings;
  const Events& events = document.events;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (!is_enter(events[i], MarkdownPart::heading)) continue;
    std::size_t end = i;
    while (!is_exit(events[end], MarkdownPart::heading)) ++end;
    const Events words = bare_words(std::span(events).subspan(i + 1, end - i - 1));
    headings.push_back({.level = events[i].number,
                        .id = events[i].text,
                        .text = heading_text(document, i),
                        .html = render_events(document, words, {}).html,
                        .position = positions.at(events[i].offset)});
  }
  return headings;
}

void set_typographic_titles(MarkdownDocument& document, const MarkdownOptions& options) {
  for (Event& event : document.events) {
    if (!is_exit(event, MarkdownPart::figure) || event.text.empty()) continue;
    Events caption{{.part = MarkdownPart::text, .text = event.text}};
    set_typography(caption, {}, options.language, "");
    event.text = caption.front().text;
  }
}

// An id of the same name is where a browser goes, so a heading does not give way to a name.
void add_names(std::vector<std::string> names, std::vector<std::string>& ids) {
  for (std::string& name : names) {
    if (std::find(ids.begin(), ids.end(), name) == ids.end()) ids.push_back(std::move(name));
  }
}

// Untrusted text with HTML, of which only what is on a list is left.
HollowHtml restricted(MarkdownDocument& document, RenderOptions style) {
  std::vector<OffsetRange> raw;
  style.raw = &raw;
  HollowHtml body = render_events(document, document.events, style);
  if (auto html = restricted_html(body.html, raw)) {
    body.html = *std::move(html);
    return body;
  }
  style.raw = nullptr;
  show_raw_html_as_text(document.events);
  return render_events(document, document.events, style);
}

}  // namespace

Prose parse_markdown(std::string_view text, const MarkdownOptions& options) {
  Prose prose;
  MarkdownPlaceholders placeholders(text);
  PositionCursor positions(text);
  MarkdownDocument document = read_document(text, options, placeholders);
  for (PlacedFault& placed : document.faults) {
    placed.fault.position = positions.at(placed.offset);
    prose.faults.push_back(std::move(placed.fault));
  }

  const bool reads_html = !options.is_untrusted && options.shows_raw_html;
  if (options.is_untrusted) prose.has_raw_html = has_known_html(document.events);
  const bool is_restricted = options.is_untrusted && options.restricts_html && prose.has_raw_html;
  if (!options.is_untrusted) {
    take_heading_attributes(document.events, text);
    prose.template_tags = find_template_tags(document.events, positions);
  }
  link_bare_addresses(document, text, placeholders.literal(), reads_html || is_restricted);
  strike_out(document, placeholders.literal());
  if (options.is_untrusted) {
    drop_footnotes(document.events, placeholders);
  } else {
    for (ProseFault& fault : resolve_footnotes(document, placeholders, positions))
      prose.faults.push_back(std::move(fault));
    for (ProseFault& fault : find_literal_emphasis(document.events, positions))
      prose.faults.push_back(std::move(fault));
    find_more(document.events);
    make_definition_lists(document.events);
    make_callouts(document.events);
  }
  make_tasks(document.events);
  if (options.is_smart) {
    set_typography(document.events, document.links, options.language, placeholders.literal());
  } else {
    placeholders.drop_literals(document.events);
  }
  collapse_images(document);
  resolve_places(document, positions);
  std::vector<std::string> names;
  if (is_restricted) {
    show_unknown_tags_as_text(document.events);
  } else if (!reads_html) {
    show_raw_html_as_text(document.events);
  } else {
    show_invented_tags_as_text(document.events);
    names = read_raw_html(document, positions, prose);
  }
  prose.words = count_words(document.events);

  RenderOptions style;
  if (options.is_untrusted) {
    restrict_untrusted(document);
    style.links = LinkStyle::finished_nofollow;
    style.has_own_directions = true;
  } else {
    make_figures(document);
    if (options.is_smart) set_typographic_titles(document, options);
    finish_headings(document, options.top_heading_level, prose.raw_ids, positions, prose);
    add_names(std::move(names), prose.raw_ids);
    prose.headings = list_headings(document, positions);
  }
  prose.body = is_restricted ? restricted(document, style) : render_events(document, document.events, style);
  if (!options.is_untrusted) {
    prose.summary = render_events(document, summary_of(document), style);
    prose.links = std::move(document.links);
    prose.images = std::move(document.images);
  }
  return prose;
}

std::string commonmark_html(std::string_view text) {
  MarkdownDocument document = read_markdown_tree(text);
  collapse_images(document);
  return render_events(document, document.events, {.links = LinkStyle::finished, .is_plain = true}).html;
}

}  // namespace causerie
