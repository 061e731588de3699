#include "pages/content_policy.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "formats/css.h"
#include "formats/html.h"
#include "formats/mustache/placeholders.h"

namespace causerie {
namespace {

constexpr std::size_t most_characters = 1'900;  // Cloudflare Pages reads lines of 2,000, header name included

constexpr std::string_view self = "'self'", unsafe_inline = "'unsafe-inline'";

// In the order of the output, after `default-src` and `base-uri`.
constexpr std::string_view directives[] = {
    "script-src", "script-src-attr", "style-src",   "style-src-attr", "img-src",     "font-src",       "media-src",
    "frame-src",  "object-src",      "connect-src", "manifest-src",   "form-action", "frame-ancestors"};

// An attribute whose address a browser fetches or sends something to.
struct Fetch {
  std::string_view element, attribute, directive;
};
constexpr Fetch fetches[] = {
    {"img", "src", "img-src"},
    {"img", "srcset", "img-src"},
    {"input", "src", "img-src"},
    {"image", "href", "img-src"},
    {"image", "xlink:href", "img-src"},
    {"use", "href", "img-src"},
    {"use", "xlink:href", "img-src"},
    {"source", "srcset", "img-src"},
    {"video", "poster", "img-src"},
    {"source", "src", "media-src"},
    {"video", "src", "media-src"},
    {"audio", "src", "media-src"},
    {"track", "src", "media-src"},
    {"iframe", "src", "frame-src"},
    {"frame", "src", "frame-src"},
    {"embed", "src", "object-src"},
    {"embed", "src", "frame-src"},
    {"object", "data", "object-src"},
    {"object", "data", "frame-src"},
    {"form", "action", "form-action"},
    {"button", "formaction", "form-action"},
    {"input", "formaction", "form-action"},
};

bool is_host_source(std::string_view host) {
  return !host.empty() && host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:") == std::string_view::npos;
}

// Returns the source expression for an address. A host that a policy cannot express (other letters than ASCII) is
// allowed by its scheme.
std::string source_of(std::string_view address) {
  const std::string read = ascii_lower(replace_all(trim(address), "\\", "/"));
  for (const std::string_view scheme : {"data:", "blob:"}) {
    if (read.starts_with(scheme)) return std::string(scheme);
  }
  if (!names_host(address)) return std::string(self);
  const bool is_plain = read.starts_with("http:");
  const std::string scheme = read.starts_with("//") ? "" : is_plain ? "http://" : "https://";
  const auto begin = std::min(read.find_first_not_of('/', std::min(read.find('/'), read.size())), read.size());
  const std::string host = read.substr(begin, std::min(read.find_first_of("/?#", begin), read.size()) - begin);
  return is_host_source(host) ? scheme + host : is_plain ? "http:" : "https:";
}

// A data block, such as JSON-LD, is not a script.
bool is_script(const HtmlTag& tag) {
  const std::string* type = tag.find("type");
  const std::string read = type == nullptr ? "" : ascii_lower(trim(*type));
  return read.empty() || read == "module" || read == "importmap" || read.ends_with("javascript") ||
         read.ends_with("ecmascript");
}

bool is_hash(std::string_view source) { return source.starts_with("'sha256-"); }

std::string_view kind_of(std::string_view source) {
  if (is_hash(source)) return unsafe_inline;
  if (source.starts_with("'") || source.ends_with(":")) return source;
  return source.starts_with("http://") ? "http:" : "https:";
}

}  // namespace

ContentPolicy::ContentPolicy() {
  for (const std::string_view directive : {"style-src", "img-src", "font-src", "media-src"}) {
    allow(std::string(directive), self);
  }
}

void ContentPolicy::allow_html(std::string_view html) {
  for (const HtmlTag& tag : html_tags(html)) {
    if (tag.name == "script" && is_script(tag)) allow_element(tag, "script-src");
    if (tag.name == "style") allow_element(tag, "style-src");
    if (tag.name == "form" && tag.find("action") == nullptr) allow("form-action", self);
    for (const auto& [name, value] : tag.attributes) allow_attribute(tag, name, value);
  }
}

void ContentPolicy::allow_stylesheet(std::string_view css) {
  for (const CssAddress& address : css_addresses(css)) {
    if (source_of(address.text) == self) continue;
    for (const std::string_view directive : {"style-src", "img-src", "font-src"}) {
      const bool is_style = directive == "style-src";
      if (!is_style || names_host(address.text)) allow_address(std::string(directive), address.text);
    }
  }
}

void ContentPolicy::allow_address(const std::string& directive, std::string_view address) {
  const std::string source = source_of(address);
  allow(directive, source);
  const bool is_framed = directive == "frame-src" || directive == "object-src";
  if (is_framed && source == self) allow("frame-ancestors", self);
}

void ContentPolicy::allow_attribute(const HtmlTag& tag, const std::string& name, const std::string& value) {
  if (name == "style") {
    allow("style-src-attr", unsafe_inline);
    return allow_stylesheet(value);
  }
  if (name.starts_with("on")) return allow("script-src-attr", unsafe_inline);
  if (name == "href" && tag.name == "link") return allow_link(tag, value);
  for (const Fetch& fetch : fetches) {
    if (fetch.element != tag.name || fetch.attribute != name) continue;
    // In a `srcset`, the widths between the addresses are taken for addresses of our own.
    const auto addresses = split(value, name == "srcset" ? ' ' : '\0');
    for (const std::string_view one : addresses) allow_address(std::string(fetch.directive), one);
  }
}

void ContentPolicy::allow_element(const HtmlTag& tag, const std::string& directive) {
  if (tag.name == "script") allow("connect-src", self);
  if (const std::string* address = tag.find("src"); address != nullptr && tag.name == "script") {
    return allow_address(directive, *address);
  }
  // If a template's tag is inside the element, its content differs from page to page.
  const bool is_known = !all_placeholders.occurs_in(tag.text);
  allow(directive, is_known ? "'sha256-" + sha256_base64(tag.text) + "'" : std::string(unsafe_inline));
  if (tag.name == "style") allow_stylesheet(tag.text);
}

void ContentPolicy::allow_link(const HtmlTag& tag, const std::string& address) {
  const std::string* relation = tag.find("rel");
  const std::string* as = tag.find("as");
  const std::string words = relation == nullptr ? "" : " " + ascii_lower(*relation) + " ";
  const std::string kind = as == nullptr ? "" : ascii_lower(*as);
  const auto is = [&](std::string_view word) { return words.find(word) != std::string::npos; };
  if (is(" stylesheet ") || kind == "style") allow_address("style-src", address);
  if (is("icon ") || kind == "image") allow_address("img-src", address);
  if (is(" manifest ")) allow_address("manifest-src", address);
  if (is(" modulepreload ") || kind == "script") allow_address("script-src", address);
  if (kind == "font") allow_address("font-src", address);
  if (kind == "fetch") allow_address("connect-src", address);
}

std::string ContentPolicy::composed(bool is_short) const {
  std::string text = "default-src 'none'; base-uri 'none'";
  for (const std::string_view directive : directives) {
    const auto found = sources_.find(directive);
    const bool is_written = directive == "form-action" || directive == "frame-ancestors";
    if (found == sources_.end()) {
      if (is_written) text += "; " + std::string(directive) + " 'none'";
      continue;
    }
    std::set<std::string_view> sources;
    for (const std::string& source : found->second) sources.insert(is_short ? kind_of(source) : source);
    // Browsers ignore 'unsafe-inline' next to a hash.
    if (sources.contains(unsafe_inline)) std::erase_if(sources, is_hash);
    text += "; " + std::string(directive);
    for (const std::string_view source : sources) text += " " + std::string(source);
  }
  return text;
}

std::string ContentPolicy::text() const {
  std::string text = composed(false);
  return text.size() <= most_characters ? text : composed(true);
}

}  // namespace causerie
