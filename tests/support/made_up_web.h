// A web that answers as a test says, and remembers what it was asked.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "system/http_client.h"

namespace causerie {

MachineAddress machine(const std::string& text);  // of an address in digits

// A name that nothing was said of is the machine 93.184.215.14. What no line answers is "no connection".
class MadeUpWeb : public HttpClient {
 public:
  // Lines `HEAD https://example.org/a 301 https://example.org/b`; `ANY` for both methods; the last word is a redirect's
  // Location, or the Retry-After of anything else. Of several lines for one question each answers once, the last for
  // ever. `HOST example.org 127.0.0.1 …`: what a name means, nothing behind it: nothing.
  // `NETWORK none`: the machine is connected to no other.
  void read(std::string_view lines);

  bool has_network() override { return is_connected; }
  std::vector<MachineAddress> machines(const std::string& host) override;
  HttpReply ask(const HttpQuestion& question) override;

  bool is_connected = true;
  std::vector<std::string> asked;  // `HEAD https://example.org/a` and the machine that was connected to

 private:
  std::map<std::string, std::vector<HttpReply>> replies_;
  std::map<std::string, std::vector<MachineAddress>> machines_;
  std::mutex mutex_;
};

}  // namespace causerie
