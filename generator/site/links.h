// How addresses are written in pages; the only code that adds base_url to them.
#pragma once

#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/paths.h"

namespace causerie {

class Links {
 public:
  // `base_url` has no trailing slash; empty: the site has no absolute addresses.
  explicit Links(std::string base_url);

  bool has_base() const { return !base_url_.empty(); }
  std::string absolute(const UrlPath& to) const;  // https://example.org/essays/a/; empty without a base_url
  std::string rooted(const UrlPath& to) const;    // /essays/a/: from the host's root, including the base path
  const std::string& base() const { return base_url_; }

 private:
  std::string base_url_;
  std::string base_path_;  // "/essays", or empty
};

// Writes the links of one page. The Links must outlive it.
class LinkWriter {
 public:
  enum class Way { relative, rooted, absolute };
  LinkWriter(const Links& links, UrlPath page, Way way) : links_(&links), page_(std::move(page)), way_(way) {}

  std::string to(const UrlPath& path) const;
  // With `#fragment`; only the fragment for a relative link to the page itself.
  std::string to(const UrlPath& path, std::string_view fragment) const;
  // What goes before the `#` of a link within the page: empty unless links are absolute, because the text is shown
  // elsewhere.
  std::string before_fragment() const { return way_ == Way::absolute ? links_->absolute(page_) : std::string(); }
  const UrlPath& page() const { return page_; }
  // Of everything that affects how an address is written.
  Hash fingerprint() const;

 private:
  const Links* links_;
  UrlPath page_;
  Way way_;
};

}  // namespace causerie
