// A Content-Security-Policy (W3C, level 3) that allows what the site's own pages hold, and nothing else.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "formats/html_tags.h"

namespace causerie {

// Hosts put one policy on all pages: where two rules match an address they send both, and a browser keeps to both. So
// what one page needs is allowed on all. Scripts and styles between tags are allowed by their hashes.
class ContentPolicy {
 public:
  ContentPolicy();

  // Of the writer's texts, and of templates whose tags are still in them.
  void allow_html(std::string_view html);
  void allow_stylesheet(std::string_view css);
  void allow_address(const std::string& directive, std::string_view address);  // as written in HTML
  void allow(const std::string& directive, std::string_view source) { sources_[directive].emplace(source); }

  // One line. Where it would be too long for a host, single hosts and hashes give way to their kinds.
  std::string text() const;

 private:
  void allow_attribute(const HtmlTag& tag, const std::string& name, const std::string& value);
  void allow_element(const HtmlTag& tag, const std::string& directive);
  void allow_link(const HtmlTag& tag, const std::string& address);
  std::string composed(bool is_short) const;

  std::map<std::string, std::set<std::string>, std::less<>> sources_;
};

}  // namespace causerie
