// Questions to hosts of the web: one request at a time, answered by its head alone.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/web_address.h"

namespace causerie {

// An address of a machine. One of IPv4 stands as ::ffff:a.b.c.d.
struct MachineAddress {
  std::array<unsigned char, 16> bytes{};
  std::string text;  // as it is written: 203.0.113.7
};

enum class HttpMethod { head, get };

struct HttpQuestion {
  HttpMethod method = HttpMethod::head;
  WebAddress address;
  MachineAddress machine;  // that is connected to, whatever the name may mean by now
  int seconds = 10;        // for everything, from the first packet to the end of the answer's head
};

struct HttpReply {
  int status = 0;        // 0: there was none
  std::string location;  // of a redirect
  std::string retry_after;
  std::string trouble;                // why there was none: "the connection was refused"
  bool may_depend_on_method = false;  // it came to an answer that could not be read
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  // Whether this machine is connected to any other at all.
  virtual bool has_network() = 0;
  // All that a name means now; empty where it means nothing. Calls from several threads are safe, here and below.
  virtual std::vector<MachineAddress> machines(const std::string& host) = 0;
  // Follows no redirect, reads no body, and takes no certificate that this machine does not trust.
  virtual HttpReply ask(const HttpQuestion&) = 0;
};

// The web. Proxies that the environment names are not used: what a proxy connects to cannot be known.
Result<std::unique_ptr<HttpClient>> http_client();

}  // namespace causerie
