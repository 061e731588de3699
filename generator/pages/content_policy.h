// A Content-Security-Policy (W3C, level 3) that allows what the site's own pages contain, and nothing else.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "formats/html_tags.h"

namespace causerie {

// All pages share one policy: if two rules match an address, hosts send both, and browsers enforce both. So what one
// page needs is allowed on all. Inline scripts and styles are allowed by hash.
class ContentPolicy {
 public:
  ContentPolicy();

  // For the writer's texts, and for templates with their tags still in them.
  void allow_html(std::string_view html);
  void allow_stylesheet(std::string_view css);
  void allow_address(const std::string& directive, std::string_view address);  // as written in HTML
  void allow(const std::string& directive, std::string_view source) { sources_[directive].emplace(source); }

  // Returns the policy as one line. If that is too long for a host, single hosts and hashes are replaced by their kind.
  std::string text() const;

 private:
  void allow_attribute(const HtmlTag& tag, const std::string& name, const std::string& value);
  void allow_element(const HtmlTag& tag, const std::string& directive);
  void allow_link(const HtmlTag& tag, const std::string& address);
  std::string composed(bool is_short) const;

  std::map<std::string, std::set<std::string>, std::less<>> sources_;
};

}  // namespace causerie
