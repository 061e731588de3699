// The requests for one link, step by step, and what the replies mean. Pure: the caller sends the requests.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "system/http_client.h"

namespace causerie {

enum class LinkVerdict {
  fine,
  moved,        // detail: the new address
  gone,         // detail: the status, "404"
  unreachable,  // detail: why
  unclear,      // detail: what happened instead of an answer
  unasked,      // detail: why
};
inline constexpr std::string_view link_verdict_names[] = {"fine", "moved", "gone", "unreachable", "unclear", "unasked"};

struct LinkFinding {
  LinkVerdict verdict = LinkVerdict::fine;
  std::string detail;
  bool operator==(const LinkFinding&) const = default;
};

// Returns the seconds that a `Retry-After` requests: a number, or a date (RFC 9110). nullopt if it is neither.
std::optional<int> retry_after_seconds(std::string_view value, Instant now);

inline constexpr int most_redirects = 10;

class LinkProbe {
 public:
  explicit LinkProbe(WebAddress start) : start_(start), here_(std::move(start)) {}

  // The next request.
  const WebAddress& address() const { return here_; }
  HttpMethod method() const { return method_; }

  // nullopt if another request is needed. `pause`: seconds to wait before that request. A host that requests more than
  // `longest_pause` is not contacted again.
  std::optional<LinkFinding> handle(const HttpReply&, Instant now, int longest_pause, int& pause);

 private:
  std::optional<LinkFinding> follow(const HttpReply&);
  LinkFinding arrived() const;

  WebAddress start_;
  WebAddress here_;
  HttpMethod method_ = HttpMethod::head;
  int redirects_ = 0;
  int pauses_ = 0;
  bool is_permanent_ = true;  // every redirect so far
  std::string moved_to_;      // address reached by permanent redirects alone
};

}  // namespace causerie
