// Tags of other programs' templates that were left in a text. Nothing runs them, so readers see them.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_set.h"
#include "base/text.h"
#include "formats/markdown/passes.h"
#include "formats/markdown/raw_elements.h"

namespace causerie {
namespace {

// Shortcodes of WordPress itself and of its most common plugins.
constexpr std::string_view shortcodes[] = {"audio",      "caption",    "contact-form", "contact-form-7", "embed",
                                           "gallery",    "gist",       "googlemaps",   "playlist",       "slideshow",
                                           "soundcloud", "sourcecode", "spotify",      "su_youtube",     "twitter",
                                           "video",      "vimeo",      "wp_caption",   "youtube"};

struct FoundTag {
  TemplateTagKind kind = TemplateTagKind::liquid_tag;
  std::size_t event = 0;
  std::size_t begin = 0;  // in the event's text
  std::size_t end = 0;
};

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_tag = 2000;
constexpr std::size_t farthest = 20000;  // bytes of the source to search for a tag before giving up

bool has_end(std::string_view rest, std::string_view end) { return rest.find(end) != none; }

// Two braces can be mathematics, with a letter or a brace before them: \frac{{a}}{b}.
bool may_begin_braces(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return before != '{' && before != '}' && before != '^' && before != '_' && before != '\\' &&
         !((before | 0x20) >= 'a' && (before | 0x20) <= 'z');
}

std::string_view shortcode_at(std::string_view rest) {
  for (const std::string_view name : shortcodes) {
    if (rest.size() <= name.size() + 1 || rest.substr(1, name.size()) != name) continue;
    const char after = rest[name.size() + 1];
    if (after == ' ' || after == ']' || after == '=') return name;
  }
  return {};
}

class TagFinder {
 public:
  explicit TagFinder(const Events& events) : events_(events) {}

  std::vector<FoundTag> find() {
    for (event_ = 0; event_ < events_.size(); ++event_) {
      const Event& event = events_[event_];
      raw_.take(event);
      if (raw_.is_inside()) continue;
      if (event.part == MarkdownPart::text) {
        if (event_ > 0 && is_enter(events_[event_ - 1], MarkdownPart::paragraph)) find_module(event.text);
        find_in(event.text, true);
      } else if (event.part == MarkdownPart::html ||
                 (event.part == MarkdownPart::html_block && !may_hold_code(event.text))) {
        find_in(event.text, false);
      }
    }
    return std::move(found_);
  }

 private:
  static bool may_hold_code(std::string_view html) {
    for (const std::string_view one : {"<!--", "<code", "<pre", "<script", "<style", "<textarea"}) {
      if (html.find(one) != none) return true;
    }
    return false;
  }

  void add(TemplateTagKind kind, std::size_t begin, std::size_t end) { found_.push_back({kind, event_, begin, end}); }

  // `import X from '…'` and `export const …` at the beginning of a paragraph.
  void find_module(std::string_view text) {
    const bool imports = text.starts_with("import ") && (has_end(text, " from '") || has_end(text, " from \"") ||
                                                         text.starts_with("import '") || text.starts_with("import \""));
    const bool exports = text.starts_with("export const ") || text.starts_with("export default ") ||
                         text.starts_with("export function ") || text.starts_with("export let ");
    if (imports || exports) add(TemplateTagKind::module, 0, text.size());
  }

  void find_in(std::string_view text, bool is_text) {
    static constexpr ByteSet beginnings("{[");
    for (std::size_t i = beginnings.find_in(text); i < text.size(); i = beginnings.find_in(text, i)) {
      const std::size_t end = text[i] == '{' ? braces(text, i) : is_text ? brackets(text, i) : 0;
      i = std::max(i + 1, end);
    }
  }

  // True if a tag that begins in this event ends on one of the next lines of its paragraph.
  bool is_closed_later(std::string_view closing) const {
    constexpr std::size_t most_events = 20;
    const std::size_t last = std::min(events_.size(), event_ + most_events);
    for (std::size_t i = event_ + 1; i < last && !is_exit(events_[i], MarkdownPart::paragraph); ++i) {
      if (events_[i].part == MarkdownPart::text && events_[i].text.find(closing) != none) return true;
    }
    return false;
  }

  // Each returns the end of the tag at `i`, or 0.
  std::size_t closed(TemplateTagKind kind, std::string_view text, std::size_t i, std::string_view closing) {
    const auto end = text.substr(0, i + longest_tag).find(closing, i + 2);
    if (end == none && !is_closed_later(closing)) return 0;
    if (end == none) {
      add(kind, i, text.size());
      return text.size();
    }
    add(kind, i, end + closing.size());
    return end + closing.size();
  }

  std::size_t braces(std::string_view text, std::size_t i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("{%")) return closed(TemplateTagKind::liquid_tag, text, i, "%}");
    if (rest.starts_with("{:")) return closed(TemplateTagKind::attributes, text, i, "}");
    if (!rest.starts_with("{{") || !may_begin_braces(text, i)) return 0;
    if (rest.starts_with("{{<") || rest.starts_with("{{%"))
      return closed(TemplateTagKind::hugo_shortcode, text, i, rest[2] == '<' ? ">}}" : "%}}");
    if (rest == "{{" && event_ + 1 < events_.size() && events_[event_ + 1].part == MarkdownPart::html) {
      add(TemplateTagKind::hugo_shortcode, i, text.size());  // the text went on with a tag: {{<figure src="…">}}
      return text.size();
    }
    return closed(TemplateTagKind::liquid_output, text, i, "}}");
  }

  std::size_t brackets(std::string_view text, std::size_t i) {
    const std::string_view rest = text.substr(i, longest_tag);
    if (rest.starts_with("[[")) {
      const auto end = rest.find("]]");
      const bool is_name = end != none && end > 2 && rest.substr(2, end - 2).find_first_of("[]") == none;
      if (is_name) add(TemplateTagKind::wikilink, i, i + end + 2);
      return is_name ? i + end + 2 : 0;
    }
    const std::string_view name = shortcode_at(rest);
    const auto end = rest.find(']');
    if (name.empty() || end == none) return 0;
    // `[video]` alone in a sentence is a remark; as a whole text, with attributes or with an end it is a shortcode.
    const bool has_attributes = end > name.size() + 1;
    const bool is_whole = i == 0 && end + 1 == text.size();
    const std::string closing = "[/" + std::string(name) + "]";
    if (!has_attributes && !is_whole && !has_end(rest, closing)) return 0;
    add(TemplateTagKind::shortcode, i, i + end + 1);
    return i + end + 1;
  }

  const Events& events_;
  RawElements raw_;
  std::size_t event_ = 0;
  std::vector<FoundTag> found_;
};

}  // namespace

std::vector<ProseTemplateTag> find_template_tags(const Events& events, PositionCursor& positions) {
  const std::vector<FoundTag> found = TagFinder(events).find();
  std::vector<ProseTemplateTag> tags;
  if (found.empty()) return tags;
  const std::string_view source = positions.lines().text();
  std::size_t cursor = 0;
  const auto move_past = [&](std::string_view words) {
    const auto at =
        words.empty() ? none : source.substr(0, cursor + farthest).find(words.substr(0, words.find('\n')), cursor);
    if (at != none) cursor = at + words.size();
  };
  auto next = found.begin();
  for (std::size_t i = 0; i < events.size() && next != found.end(); ++i) {
    const Event& event = events[i];
    cursor = std::max(cursor, std::min(event.offset, source.size()));
    if (event.part == MarkdownPart::code || event.part == MarkdownPart::code_block) move_past(event.text);
    for (; next != found.end() && next->event == i; ++next) {
      const std::string_view words = std::string_view(event.text).substr(next->begin, next->end - next->begin);
      const auto at = source.substr(0, cursor + farthest).find(words.substr(0, words.find('\n')), cursor);
      const std::size_t offset = at == none ? cursor : at;
      if (at != none) cursor = at + 1;
      const bool is_escaped = at == none || (at > 0 && source[at - 1] == '\\');
      if (!is_escaped)
        tags.push_back({next->kind, positions.at(offset), std::string(words.substr(0, words.find('\n')))});
    }
  }
  return tags;
}

}  // namespace causerie
