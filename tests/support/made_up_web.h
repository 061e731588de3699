// A fake web that answers as a test defines, and records the requests.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "system/http_client.h"

namespace causerie {

MachineAddress machine(const std::string& text);  // from a numeric address

// A name without a HOST line resolves to 93.184.215.14. A request that no line answers gets "no connection".
class MadeUpWeb : public HttpClient {
 public:
  // Reads lines like `HEAD https://example.org/a 301 https://example.org/b`; `ANY` is both methods; the last word is a
  // redirect's Location, or the Retry-After of any other status. Of several lines for one request each answers once,
  // and the last one every time after. `HOST example.org 127.0.0.1 …`: the addresses of a name; without addresses it
  // does not resolve. `NETWORK none`: the machine has no network connection.
  void read(std::string_view lines);

  bool has_network() override { return is_connected; }
  std::vector<MachineAddress> machines(const std::string& host) override;
  HttpReply ask(const HttpQuestion& question) override;

  bool is_connected = true;
  std::vector<std::string> asked;  // `HEAD https://example.org/a` and the address that was connected to

 private:
  std::map<std::string, std::vector<HttpReply>> replies_;
  std::map<std::string, std::vector<MachineAddress>> machines_;
  std::mutex mutex_;
};

}  // namespace causerie
