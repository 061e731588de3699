#include <algorithm>
#include <utility>

#include "formats/markdown/passes.h"

namespace causerie {
namespace {

bool is_image(const Event& event) { return is_leaf(event, MarkdownPart::image); }

// Returns the number of events of a figure's paragraph: 3, or 5 if the image is in a link; 0 if it is not a figure.
std::size_t figure_size(const Events& events, std::size_t i) {
  const auto at = [&](std::size_t ahead) -> const Event& { return events[std::min(i + ahead, events.size() - 1)]; };
  if (!is_enter(at(0), MarkdownPart::paragraph) || at(0).flag) return 0;
  if (is_image(at(1)) && is_exit(at(2), MarkdownPart::paragraph)) return 3;
  const bool has_link = is_enter(at(1), MarkdownPart::link) && is_image(at(2)) && is_exit(at(3), MarkdownPart::link);
  return has_link && is_exit(at(4), MarkdownPart::paragraph) ? 5 : 0;
}

}  // namespace

void collapse_images(MarkdownDocument& document) {
  std::vector<ProseLink> links;
  std::vector<ProseImage> images;
  int open_links = 0;  // cmark allows <https://…> in the text of a link, HTML does not
  Events out;
  out.reserve(document.events.size());
  int depth = 0;  // number of open images, which may be nested
  for (Event& event : document.events) {
    if (event.part == MarkdownPart::image && event.step != Step::leaf) {
      depth += event.step == Step::enter ? 1 : -1;
      if (event.step == Step::exit || depth > 1) continue;
      images.push_back(std::move(document.images[static_cast<std::size_t>(event.number)]));
      images.back().alternative.clear();
      out.push_back(
          {.part = MarkdownPart::image, .number = static_cast<int>(images.size()) - 1, .offset = event.offset});
    } else if (depth > 0) {
      std::string& words = images.back().alternative;
      if (event.part == MarkdownPart::text || event.part == MarkdownPart::code || event.part == MarkdownPart::html)
        words += event.text;
      if (event.part == MarkdownPart::soft_break || event.part == MarkdownPart::line_break) words += ' ';
    } else {
      if (is_enter(event, MarkdownPart::link)) {
        if (++open_links > 1) continue;
        links.push_back(std::move(document.links[static_cast<std::size_t>(event.number)]));
        event.number = static_cast<int>(links.size()) - 1;
      } else if (is_exit(event, MarkdownPart::link)) {
        if (--open_links > 0) continue;
        event.number = static_cast<int>(links.size()) - 1;
      }
      out.push_back(std::move(event));
    }
  }
  document.events = std::move(out);
  document.links = std::move(links);
  document.images = std::move(images);
}

void make_figures(MarkdownDocument& document) {
  Events& events = document.events;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const std::size_t size = figure_size(events, i);
    if (size == 0) continue;
    ProseImage& image = document.images[static_cast<std::size_t>(events[i + size / 2].number)];
    events[i].part = MarkdownPart::figure;
    events[i + size - 1] = {.part = MarkdownPart::figure, .step = Step::exit, .text = std::exchange(image.title, "")};
  }
}

}  // namespace causerie
