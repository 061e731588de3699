// Paths of files below a folder and of pages in the site, with `/` on every system.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace causerie {

std::string join_path(std::string_view folder, std::string_view name);  // either may be empty
std::string_view parent_of(std::string_view path);                      // "a/b" of "a/b/c", "" at the top
std::string_view name_of(std::string_view path);                        // "c" of "a/b/c"
std::string_view stem_of(std::string_view name);       // before the last dot (a leading dot starts no extension)
std::string_view extension_of(std::string_view name);  // with its dot, as written; may be empty

// True if an address that a person wrote may name a place in the site: it begins with `/`, has no empty, `.`, `..`,
// hidden or overlong segment, no white space or control character of any script, and no character that files or URLs
// reject.
bool is_plain_address(std::string_view path);

// Resolves a path such as "a/../b/./c" from `folder`; false if it climbs above the top.
bool resolve_relative(std::string_view folder, std::string_view relative, std::string& result);

// The path of a page or file in the site: begins with `/`, relative to the base path; ends in `/` if it is the index
// page of a folder. Characters are not escaped; that happens when a link is written.
struct UrlPath {
  std::string text = "/";

  bool is_folder() const { return text.ends_with('/'); }
  std::string file() const;  // its file below the destination: "a/index.html" for "/a/"
  auto operator<=>(const UrlPath&) const = default;
};

// The shortest relative link from one path to another, percent-escaped (RFC 3986): "../b/", "./" for the page itself.
std::string relative_link(const UrlPath& from, const UrlPath& to);
std::string percent_escape_path(std::string_view path);  // keeps `/` and all characters that a path may contain
std::string percent_escape_url(std::string_view url);    // a whole URL as written: keeps existing escapes
std::string percent_decode(std::string_view text);       // keeps an invalid escape as it is

}  // namespace causerie
