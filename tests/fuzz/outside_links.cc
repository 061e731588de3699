// Fuzzes web addresses, the answers of hosts, and the stored answers.
#include "pipeline/outside/outside_links.h"

#include "fuzz/target.h"
#include "pipeline/outside/link_probe.h"

namespace causerie::fuzz {
namespace {

bool is_plain(std::string_view text) {
  return text.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%[]") ==
         std::string_view::npos;
}

void check_address(const std::optional<WebAddress>& address, Faults& faults) {
  if (!address) return;
  const std::string text = address->text();
  if (!is_plain(text)) faults.push_back("an address that may not stand in a request: " + text);
  if (parse_web_address(text) != address) faults.push_back("an address with two spellings: " + text);
}

Faults attempt(std::string_view bytes) {
  Faults faults;
  const auto address = parse_web_address(bytes);
  check_address(address, faults);
  static const WebAddress base = *parse_web_address("https://example.org/a/b?c");
  check_address(parse_web_address(bytes, base), faults);
  const auto seconds = retry_after_seconds(bytes, {784'111'777});
  if (seconds && *seconds < 0) faults.push_back("a pause of less than nothing");
  if (!matches(bytes, bytes)) faults.push_back("a pattern that does not match itself");
  return faults;
}

constexpr std::string_view seeds[] = {"https://example.org/a?b#c",
                                      "http://B\u00fccher.example:8080/../x/./y",
                                      "http://[2001:db8::1]/",
                                      "//example.org",
                                      "../up/../over/?q",
                                      "https://xn--bcher-kva.example/%7Etilde",
                                      "https://user@example.org:443/",
                                      "120",
                                      "Sun, 06 Nov 1994 08:49:37 GMT",
                                      "https://example.org/*.pdf"};
constexpr std::string_view tokens[] = {"https://",  "http://",   "//",   "/",     "..",    ".",      "?",
                                       "#",         "@",         ":443", ":80",   "[::1]", "%2e",    "%00",
                                       "%",         "xn--",      "*",    "\t",    "\n",    "\u3002", "\u00df",
                                       "localhost", "127.0.0.1", "fine", "moved", "retry", "GMT",    " Feb "};

}  // namespace

const Target outside_links = {
    .name = "outside_links", .attempt = attempt, .seed_files = {}, .seeds = seeds, .tokens = tokens};

}  // namespace causerie::fuzz
