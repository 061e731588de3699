#include "site/links.h"

#include <algorithm>

namespace causerie {

Links::Links(std::string base_url) : base_url_(std::move(base_url)) {
  const auto host = base_url_.find("//");
  if (host == std::string::npos) return;
  const auto path = base_url_.find('/', host + 2);
  if (path != std::string::npos) base_path_ = base_url_.substr(path);
}

std::string Links::absolute(const UrlPath& to) const {
  return has_base() ? base_url_ + percent_escape_path(to.text) : std::string();
}

std::string Links::rooted(const UrlPath& to) const { return base_path_ + percent_escape_path(to.text); }

std::string LinkWriter::to(const UrlPath& path) const {
  switch (way_) {
    case Way::relative:
      return relative_link(page_, path);
    case Way::rooted:
      return links_->rooted(path);
    case Way::absolute:
      return links_->absolute(path);
  }
  return {};
}

std::string LinkWriter::to(const UrlPath& path, std::string_view fragment) const {
  if (fragment.empty()) return to(path);
  // A directive is for the browser, in the browser's own escapes.
  const std::size_t directive = std::min(fragment.find(":~:"), fragment.size());
  const std::string tail =
      "#" + percent_escape_path(fragment.substr(0, directive)) + percent_escape_url(fragment.substr(directive));
  return way_ == Way::relative && path == page_ ? tail : to(path) + tail;
}

Hash LinkWriter::fingerprint() const {
  Hasher hasher;
  hasher.add(static_cast<std::int64_t>(way_)).add(page_.text);
  return hasher.add(way_ == Way::relative ? "" : links_->base()).finish();
}

}  // namespace causerie
