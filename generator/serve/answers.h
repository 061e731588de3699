// What the preview answers to a request: a function of the request and of what is shown at the moment.
#pragma once

#include <string>
#include <string_view>

#include "serve/live_site.h"
#include "system/http.h"

namespace causerie {

struct AnswerOptions {
  std::string address = "127.0.0.1";  // that the server listens at; a Host like any other
  bool follows = false;               // open pages go to the essay that is saved
};

// The site must outlive the response: a stream of events looks at it as long as it is open.
HttpResponse answer_request(LiveSite& site, const AnswerOptions& options, const HttpRequest& request);

// Whether a Host header names this machine's preview. Another name may be a stranger's, who lets it lead here so that
// the stranger's page may read ours (DNS rebinding).
bool is_our_host(std::string_view host, std::string_view address);

// The path of a request's target as people read it; nothing where it is no path below the site: `..`, `\`, NUL, a whole
// address.
std::optional<std::string> path_of_target(std::string_view target);

// `bytes=0-99`, `bytes=100-`, `bytes=-100` of so many bytes. Several ranges, and what is no range, are nothing: the
// whole is sent.
struct ByteRange {
  std::size_t first = 0, count = 0;
  bool is_beyond = false;  // it begins behind the end
};
std::optional<ByteRange> parse_byte_range(std::string_view header, std::size_t size);

}  // namespace causerie
