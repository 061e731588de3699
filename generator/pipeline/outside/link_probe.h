// What is asked about one link, step by step, and what the answers mean. Pure: whoever asks hands the replies in.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "system/http_client.h"

namespace causerie {

enum class LinkVerdict {
  fine,
  moved,        // detail: the new address
  gone,         // detail: what the host says, "404"
  unreachable,  // detail: why
  unclear,      // detail: what the host says instead of an answer
  unasked,      // detail: why
};
inline constexpr std::string_view link_verdict_names[] = {"fine", "moved", "gone", "unreachable", "unclear", "unasked"};

struct LinkFinding {
  LinkVerdict verdict = LinkVerdict::fine;
  std::string detail;
  bool operator==(const LinkFinding&) const = default;
};

// The seconds that a `Retry-After` asks for: a number, or a date (RFC 9110). Nothing where it is neither.
std::optional<int> retry_after_seconds(std::string_view value, Instant now);

inline constexpr int most_redirects = 10;

class LinkProbe {
 public:
  explicit LinkProbe(WebAddress start) : start_(start), here_(std::move(start)) {}

  // What to ask next.
  const WebAddress& address() const { return here_; }
  HttpMethod method() const { return method_; }

  // Nothing where the next question is to be asked. `pause`: seconds for which the host is to be left alone before.
  // A host that asks for more than `longest_pause` is not asked again.
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
  std::string moved_to_;      // by those that were
};

}  // namespace causerie
