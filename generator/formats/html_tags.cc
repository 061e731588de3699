#include "formats/html_tags.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "formats/html.h"

namespace causerie {
namespace {

constexpr std::string_view blanks = " \t\n\f\r";

class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}

  std::vector<HtmlTag> run() {
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
      if (html_.substr(at_).starts_with("<!--")) {
        at_ = std::min(html_.find("-->", at_), html_.size());
      } else if (++at_ < html_.size() && std::isalpha(static_cast<unsigned char>(html_[at_])) != 0) {
        read_tag();
      }
    }
    return std::move(tags_);
  }

 private:
  std::string_view read_until(std::string_view stops) {
    const std::size_t begin = at_;
    at_ = std::min(html_.find_first_of(stops, at_), html_.size());
    return html_.substr(begin, at_ - begin);
  }

  void pass(std::string_view passed) { at_ = std::min(html_.find_first_not_of(passed, at_), html_.size()); }

  bool is_at(char c) const { return at_ < html_.size() && html_[at_] == c; }

  void read_tag() {
    HtmlTag tag;
    const std::string_view name = read_until(" \t\n\f\r/>");
    while (true) {
      pass(" \t\n\f\r/");
      if (at_ == html_.size() || is_at('>')) break;
      read_attribute(tag);
    }
    at_ = std::min(at_ + 1, html_.size());
    const bool has_text = ascii_iequals(name, "script") || ascii_iequals(name, "style");
    if (!has_text && tag.attributes.empty()) return;
    tag.name = ascii_lower(name);
    if (has_text) tag.text = read_text("</" + tag.name);
    tags_.push_back(std::move(tag));
  }

  void read_attribute(HtmlTag& tag) {
    const std::size_t begin = at_++;  // a name may begin with `=`
    read_until(" \t\n\f\r/>=");
    std::string name = ascii_lower(html_.substr(begin, at_ - begin));
    pass(blanks);
    std::string_view value;
    if (is_at('=')) {
      ++at_;
      pass(blanks);
      const bool is_quoted = is_at('"') || is_at('\'');
      if (is_quoted) ++at_;
      value = read_until(is_quoted ? html_.substr(at_ - 1, 1) : std::string_view(" \t\n\f\r>"));
      if (is_quoted) at_ = std::min(at_ + 1, html_.size());
    }
    tag.attributes.emplace_back(std::move(name), unescape_html(value));
  }

  std::string_view read_text(std::string_view end_tag) {
    const std::size_t begin = at_;
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
      if (ascii_iequals(html_.substr(at_, end_tag.size()), end_tag)) break;
      ++at_;
    }
    at_ = std::min(at_, html_.size());
    return html_.substr(begin, at_ - begin);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<HtmlTag> tags_;
};

}  // namespace

const std::string* HtmlTag::find(std::string_view attribute) const {
  const auto found =
      std::ranges::find(attributes, attribute, [](const auto& one) { return std::string_view(one.first); });
  return found == attributes.end() ? nullptr : &found->second;
}

std::vector<HtmlTag> html_tags(std::string_view html) { return TagReader(html).run(); }

}  // namespace causerie
