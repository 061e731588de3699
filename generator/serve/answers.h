// The preview's answer to a request: a function of the request and of what is currently shown.
#pragma once

#include <string>
#include <string_view>

#include "serve/live_site.h"
#include "system/http.h"

namespace causerie {

struct AnswerOptions {
  std::string address = "127.0.0.1";  // that the server listens on; also accepted as Host
  bool follows = false;               // open pages navigate to the essay that is saved
};

// The site must outlive the response: an event stream reads it while it is open.
HttpResponse answer_request(LiveSite& site, const AnswerOptions& options, const HttpRequest& request);

// True if a Host header names this machine's preview. Any other name may be an attacker's that resolves to this
// machine so that the attacker's page can read ours (DNS rebinding).
bool is_our_host(std::string_view host, std::string_view address);

// The decoded path of a request target; nullopt if it is not a path below the site: `..`, `\`, control characters such
// as NUL, invalid UTF-8, an absolute URL.
std::optional<std::string> path_of_target(std::string_view target);

// Parses `bytes=0-99`, `bytes=100-` or `bytes=-100`, for a file of `size` bytes. nullopt for several ranges and for
// anything invalid; the complete file is sent then.
struct ByteRange {
  std::size_t first = 0, count = 0;
  bool is_beyond = false;  // it begins after the end, or is empty
};
std::optional<ByteRange> parse_byte_range(std::string_view header, std::size_t size);

}  // namespace causerie
