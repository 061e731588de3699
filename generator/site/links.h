// Addresses in pages. The only place that knows base_url.
#pragma once

#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/paths.h"

namespace causerie {

class Links {
 public:
  // Without a trailing slash; empty: the site has no absolute addresses.
  explicit Links(std::string base_url);

  bool has_base() const { return !base_url_.empty(); }
  std::string absolute(const UrlPath& to) const;  // https://example.org/essays/a/; empty without a base_url
  std::string rooted(const UrlPath& to) const;    // /essays/a/: from the host's root, with the base path
  const std::string& base() const { return base_url_; }

 private:
  std::string base_url_;
  std::string base_path_;  // "/essays", or empty
};

// How the links of one page are written. The Links must outlive it.
class LinkWriter {
 public:
  enum class Way { relative, rooted, absolute };
  LinkWriter(const Links& links, UrlPath page, Way way) : links_(&links), page_(std::move(page)), way_(way) {}

  std::string to(const UrlPath& path) const;
  // With `#fragment`; on the page itself the fragment alone.
  std::string to(const UrlPath& path, std::string_view fragment) const;
  // What stands before the `#` of a link to a place on the page itself: nothing, but where its text is read elsewhere.
  std::string before_fragment() const { return way_ == Way::absolute ? links_->absolute(page_) : std::string(); }
  const UrlPath& page() const { return page_; }
  // Of all that decides how an address is written.
  Hash fingerprint() const;

 private:
  const Links* links_;
  UrlPath page_;
  Way way_;
};

}  // namespace causerie
