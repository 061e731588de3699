#include "formats/css.h"

#include <algorithm>

#include "base/text.h"

namespace causerie {
namespace {

bool is_css_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class CssScanner {
 public:
  explicit CssScanner(std::string_view css) : css_(css) {}

  std::vector<CssAddress> run() {
    bool is_import = false;  // the next string is an address
    while (at_ < css_.size()) {
      const char c = css_[at_];
      if (css_.substr(at_, 2) == "/*") {
        const std::size_t end = css_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? css_.size() : end + 2;
      } else if (c == '"' || c == '\'') {
        const CssAddress string = read_string();
        if (is_import) keep(string);
        is_import = false;
      } else if (is_name_character(c) || c == '@') {
        const std::string name = read_name();
        if (name == "url" && at_ < css_.size() && css_[at_] == '(') read_url();
        is_import = name == "@import";
      } else {
        if (!is_css_space(c)) is_import = false;
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  std::string read_name() {
    const std::size_t begin = at_++;
    while (at_ < css_.size() && is_name_character(css_[at_])) ++at_;
    return ascii_lower(css_.substr(begin, at_ - begin));
  }

  CssAddress read_string() {
    const char quote = css_[at_++];
    const std::size_t begin = at_;
    while (at_ < css_.size() && css_[at_] != quote && css_[at_] != '\n') at_ += css_[at_] == '\\' ? 2 : 1;
    const std::size_t end = std::min(at_, css_.size());
    at_ = end < css_.size() ? end + 1 : end;
    return {std::string(css_.substr(begin, end - begin)), begin, end};
  }

  void read_url() {
    ++at_;
    while (at_ < css_.size() && is_css_space(css_[at_])) ++at_;
    if (at_ < css_.size() && (css_[at_] == '"' || css_[at_] == '\'')) return keep(read_string());
    const std::size_t begin = at_;
    while (at_ < css_.size() && css_[at_] != ')') ++at_;
    const std::string_view text = trim(css_.substr(begin, at_ - begin));
    keep({std::string(text), begin, begin + text.size()});
  }

  void keep(const CssAddress& address) {
    if (address.text.find('\\') == std::string::npos) found_.push_back(address);
  }

  std::string_view css_;
  std::size_t at_ = 0;
  std::vector<CssAddress> found_;
};

}  // namespace

std::vector<CssAddress> css_addresses(std::string_view css) { return CssScanner(css).run(); }

}  // namespace causerie
