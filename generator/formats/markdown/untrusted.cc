#include <utility>

#include "formats/markdown/markdown.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

class UntrustedPass {
 public:
  explicit UntrustedPass(MarkdownDocument& document) : document_(document) {}

  void take(Event&& event) {
    if (event.part == MarkdownPart::heading) {
      out_.push_back(
          {.part = MarkdownPart::paragraph, .step = event.step, .text = event.step == Step::enter ? "heading" : ""});
    } else if (event.part == MarkdownPart::link) {
      take_link(std::move(event));
    } else if (event.part == MarkdownPart::image) {
      take_image(document_.images[static_cast<std::size_t>(event.number)]);
    } else {
      out_.push_back(std::move(event));
    }
  }

  Events finish() { return std::move(out_); }

 private:
  void take_link(Event&& event) {
    if (event.step == Step::exit) {
      if (std::exchange(is_in_link_, false)) out_.push_back(std::move(event));
      return;
    }
    const ProseLink& link = document_.links[static_cast<std::size_t>(event.number)];
    if (!is_safe_destination(link.destination, true)) return;
    is_in_link_ = true;
    out_.push_back(std::move(event));
    if (link.is_empty) out_.push_back({.part = MarkdownPart::text, .text = link.destination});
  }

  // Inside a link, or if its destination is unsafe, an image becomes its alternative text.
  void take_image(const ProseImage& image) {
    const bool is_link = !is_in_link_ && is_safe_destination(image.destination, false);
    const int number = static_cast<int>(document_.links.size());
    if (is_link) {
      document_.links.push_back({.destination = image.destination, .title = image.title, .position = image.position});
      out_.push_back({.part = MarkdownPart::link, .step = Step::enter, .number = number});
    }
    const bool has_words = !image.alternative.empty();
    if (has_words || is_link)
      out_.push_back({.part = MarkdownPart::text, .text = has_words ? image.alternative : image.destination});
    if (is_link) out_.push_back({.part = MarkdownPart::link, .step = Step::exit, .number = number});
  }

  MarkdownDocument& document_;
  Events out_;
  bool is_in_link_ = false;
};

}  // namespace

void restrict_untrusted(MarkdownDocument& document) {
  UntrustedPass tamer(document);
  Events events = std::move(document.events);
  for (Event& event : events) tamer.take(std::move(event));
  document.events = tamer.finish();
}

}  // namespace causerie
