// Bare web addresses become links, in text that is in no link yet.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "formats/markdown/bare_addresses.h"
#include "formats/markdown/passes.h"
#include "formats/markdown/raw_elements.h"

namespace causerie {
namespace {

constexpr std::size_t farthest = 20000;  // bytes of the source to search for an address before giving up

class AddressLinker {
 public:
  AddressLinker(MarkdownDocument& document, std::string_view source, std::string_view literal, bool reads_html)
      : document_(document), source_(source), literal_(literal), reads_html_(reads_html) {}

  void run() {
    Events events = std::move(document_.events);
    out_.reserve(events.size());
    for (Event& event : events) take(std::move(event));
    document_.events = std::move(out_);
  }

 private:
  void take(Event&& event) {
    if (event.part == MarkdownPart::link) links_ += event.step == Step::enter ? 1 : -1;
    if (reads_html_) raw_.take(event);
    cursor_ = std::max(cursor_, std::min(event.offset, source_.size()));
    if (event.part == MarkdownPart::code) find(event.text);
    if (event.part == MarkdownPart::text && links_ == 0 && !raw_.is_inside()) {
      split(std::move(event));
    } else {
      out_.push_back(std::move(event));
    }
  }

  void split(Event&& event) {
    const std::string_view text = event.text;
    BareAddresses addresses(text);
    std::size_t done = 0;
    const auto add_text = [&](std::size_t begin, std::size_t end) {
      if (begin < end)
        out_.push_back({.part = MarkdownPart::text, .text = std::string(text.substr(begin, end - begin))});
    };
    while (const auto address = addresses.next()) {
      add_text(done, address->begin);
      const std::string_view written = text.substr(address->begin, address->end - address->begin);
      const int number = static_cast<int>(document_.links.size());
      std::string destination = literal_.empty() ? std::string(written) : replace_all(written, literal_, "");
      if (destination.starts_with("www.")) destination.insert(0, "http://");
      document_.links.push_back({.destination = std::move(destination),
                                 .title = {},
                                 .is_empty = false,
                                 .is_automatic = true,
                                 .position = {}});
      out_.push_back({.part = MarkdownPart::link, .step = Step::enter, .number = number, .offset = find(written)});
      add_text(address->begin, address->end);
      out_.push_back({.part = MarkdownPart::link, .step = Step::exit, .number = number});
      done = address->end;
    }
    if (done == 0) return out_.push_back(std::move(event));
    add_text(done, text.size());
  }

  std::size_t find(std::string_view written) {
    const std::string_view beginning = written.substr(0, written.find('&'));  // what follows may be an entity
    const auto found = source_.substr(0, cursor_ + farthest).find(beginning, cursor_);
    if (found == std::string_view::npos) return cursor_;
    cursor_ = found + beginning.size();
    return found;
  }

  MarkdownDocument& document_;
  std::string_view source_;
  std::string_view literal_;
  const bool reads_html_;
  Events out_;
  int links_ = 0;
  RawElements raw_;
  std::size_t cursor_ = 0;
};

}  // namespace

void link_bare_addresses(MarkdownDocument& document, std::string_view source, std::string_view literal,
                         bool reads_html) {
  if (source.find("://") == std::string_view::npos && source.find("www.") == std::string_view::npos) return;
  AddressLinker(document, source, literal, reads_html).run();
}

}  // namespace causerie
