// Paths with `/` on every system: of files below a folder, and of pages in the site.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace causerie {

std::string join_path(std::string_view folder, std::string_view name);  // either may be empty
std::string_view parent_of(std::string_view path);                      // "a/b" of "a/b/c", "" at the top
std::string_view name_of(std::string_view path);                        // "c" of "a/b/c"
std::string_view stem_of(std::string_view name);       // before the last dot (a leading dot is no extension)
std::string_view extension_of(std::string_view name);  // with its dot, as written; may be empty

// Whether an address that somebody wrote may name a place in the site: it begins with `/`, and has no empty, `.`, `..`
// or hidden or overlong segment, no blank or control character of any script, and nothing that files or URLs refuse.
bool is_plain_address(std::string_view path);

// "a/../b/./c" walked from `folder`; false if it climbs above the top.
bool resolve_relative(std::string_view folder, std::string_view relative, std::string& result);

// Where a page or file stands in the site: begins with `/`, below the base path; ends in `/` for a page that is a
// folder's index. Characters are as people read them; escaping happens where a link is written.
struct UrlPath {
  std::string text = "/";

  bool is_folder() const { return text.ends_with('/'); }
  std::string file() const;  // where its bytes lie below the destination: "a/index.html" for "/a/"
  auto operator<=>(const UrlPath&) const = default;
};

// The shortest relative link between two places, percent-escaped (RFC 3986): "../b/", "./" for the page itself.
std::string relative_link(const UrlPath& from, const UrlPath& to);
std::string percent_escape_path(std::string_view path);  // keeps `/` and what a path may hold
std::string percent_escape_url(std::string_view url);    // a whole address as written: its own escapes stay
std::string percent_decode(std::string_view text);       // a broken escape stays as it is

}  // namespace causerie
