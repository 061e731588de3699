// Requests to hosts on the web: one at a time, and only the head of the response is read.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/web_address.h"

namespace causerie {

// An IP address. IPv4 addresses are stored as ::ffff:a.b.c.d.
struct MachineAddress {
  std::array<unsigned char, 16> bytes{};
  std::string text;  // as it is usually written: 203.0.113.7
};

enum class HttpMethod { head, get };

struct HttpQuestion {
  HttpMethod method = HttpMethod::head;
  WebAddress address;
  MachineAddress machine;  // to connect to, whatever the host name resolves to by now
  int seconds = 10;        // for everything, from the first packet to the end of the response head
};

struct HttpReply {
  int status = 0;        // 0: no response
  std::string location;  // of a redirect
  std::string retry_after;
  std::string trouble;                // why there was none: "no connection in time"
  bool may_depend_on_method = false;  // there was an answer, but it could not be read
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  // True if this machine is connected to any network.
  virtual bool has_network() = 0;
  // All addresses that a host name resolves to now; empty if there are none. Thread-safe, as is `ask`.
  virtual std::vector<MachineAddress> machines(const std::string& host) = 0;
  // Follows no redirect, reads no body, and rejects certificates that this machine does not trust.
  virtual HttpReply ask(const HttpQuestion&) = 0;
};

// The client for the real web. Proxies from the environment are not used: what a proxy connects to cannot be known.
Result<std::unique_ptr<HttpClient>> http_client();

}  // namespace causerie
