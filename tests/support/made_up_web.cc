#include "support/made_up_web.h"

#include <arpa/inet.h>

#include <algorithm>

#include "base/text.h"

namespace causerie {

MachineAddress machine(const std::string& text) {
  MachineAddress machine;
  machine.text = text;
  if (text.find(':') != std::string::npos) {
    inet_pton(AF_INET6, text.c_str(), machine.bytes.data());
  } else {
    machine.bytes[10] = machine.bytes[11] = 0xFF;
    inet_pton(AF_INET, text.c_str(), machine.bytes.data() + 12);
  }
  return machine;
}

void MadeUpWeb::read(std::string_view lines) {
  for (const std::string_view line : lines_of(lines)) {
    const auto words = split(line, ' ');
    if (words.size() < 2) continue;
    if (words[0] == "HOST") {
      std::vector<MachineAddress>& machines = machines_[std::string(words[1])];
      for (std::size_t i = 2; i < words.size(); ++i) machines.push_back(machine(std::string(words[i])));
      continue;
    }
    if (words[0] == "NETWORK") {
      is_connected = words[1] != "none";
      continue;
    }
    HttpReply reply;
    reply.status = std::stoi(std::string(words.at(2)));
    std::string header;
    for (std::size_t i = 3; i < words.size(); ++i) header += (header.empty() ? "" : " ") + std::string(words[i]);
    const bool is_redirect = reply.status >= 300 && reply.status < 400;
    (is_redirect ? reply.location : reply.retry_after) = header;
    for (const char* method : {"HEAD", "GET"}) {
      if (words[0] == method || words[0] == "ANY")
        replies_[std::string(method) + " " + std::string(words[1])].push_back(reply);
    }
  }
}

std::vector<MachineAddress> MadeUpWeb::machines(const std::string& host) {
  const auto found = machines_.find(host);
  return found == machines_.end() ? std::vector{machine("93.184.215.14")} : found->second;
}

HttpReply MadeUpWeb::ask(const HttpQuestion& question) {
  const std::string key = (question.method == HttpMethod::head ? "HEAD " : "GET ") + question.address.text();
  const std::scoped_lock lock(mutex_);
  asked.push_back(key + " " + question.machine.text);
  const auto found = replies_.find(key);
  HttpReply reply;
  reply.trouble = "no connection";
  if (found == replies_.end()) return reply;
  reply = found->second.front();
  if (found->second.size() > 1) found->second.erase(found->second.begin());
  return reply;
}

}  // namespace causerie
