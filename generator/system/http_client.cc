#include "system/http_client.h"

#include <httplib.h>
#include <netdb.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

namespace causerie {
namespace {

std::string words_for(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::BindIPAddress:
      return "no connection";
    case httplib::Error::ConnectionTimeout:
      return "no connection in time";
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLLoadingCerts:
      return "no secure connection";
    case httplib::Error::SSLServerVerification:
      return "its certificate is not to be trusted";
    default:
      return "no answer that can be read";
  }
}

// Ends a request that takes too long, however slowly its bytes drip.
class Deadline {
 public:
  Deadline(httplib::ClientImpl& client, int seconds)
      : thread_([this, &client, seconds] {
          std::unique_lock lock(mutex_);
          const auto is_over = [this] { return is_over_; };
          if (ends_.wait_for(lock, std::chrono::seconds(seconds), is_over)) return;
          has_passed_ = true;
          // Again and again: before there is a connection, nothing is there to be stopped.
          do client.stop();
          while (!ends_.wait_for(lock, std::chrono::milliseconds(100), is_over));
        }) {}
  ~Deadline() { end(); }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  bool end() {
    {
      const std::scoped_lock lock(mutex_);
      is_over_ = true;
    }
    ends_.notify_all();
    if (thread_.joinable()) thread_.join();
    return has_passed_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable ends_;
  bool is_over_ = false;
  bool has_passed_ = false;
  std::thread thread_;
};

void read_head(const httplib::Response& response, HttpReply& reply) {
  reply.status = response.status;
  reply.location = response.get_header_value("Location");
  reply.retry_after = response.get_header_value("Retry-After");
}

HttpReply ask_with(httplib::ClientImpl& client, const HttpQuestion& question) {
  const std::string& host = question.address.host;
  client.set_hostname_addr_map({{host, question.machine.text}});
  client.set_connection_timeout(question.seconds);
  client.set_read_timeout(question.seconds);
  client.set_write_timeout(question.seconds);
  client.set_follow_location(false);
  client.set_url_encode(false);
  const httplib::Headers headers{{"User-Agent", "Causerie/" CAUSERIE_VERSION " (a check of links)"},
                                 {"Accept", "*/*"},
                                 {"Accept-Encoding", "identity"},
                                 {"Connection", "close"}};
  HttpReply reply;
  Deadline deadline(client, question.seconds);
  // The head says all: a body is hung up on before it comes.
  const auto on_head = [&](const httplib::Response& response) {
    read_head(response, reply);
    return false;
  };
  const auto on_body = [](const char*, std::size_t) { return false; };
  const httplib::Result result = question.method == HttpMethod::head
                                     ? client.Head(question.address.target, headers)
                                     : client.Get(question.address.target, headers, on_head, on_body);
  const bool is_late = deadline.end();
  if (result) read_head(*result, reply);
  if (reply.status != 0) return reply;
  reply.trouble = is_late ? "no answer in time" : words_for(result.error());
  reply.may_depend_on_method = !is_late && (result.error() == httplib::Error::Read);
  return reply;
}

class Web : public HttpClient {
 public:
  std::vector<MachineAddress> machines(const std::string& host) override {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return {};
    std::vector<MachineAddress> machines;
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
      if (auto machine = read(*one); !machine.text.empty()) machines.push_back(std::move(machine));
    }
    freeaddrinfo(found);
    return machines;
  }

  HttpReply ask(const HttpQuestion& question) override {
    if (!question.address.is_secure) {
      httplib::ClientImpl client(question.address.host, question.address.port);
      return ask_with(client, question);
    }
    httplib::SSLClient client(question.address.host, question.address.port);
    client.enable_server_certificate_verification(true);
    return ask_with(client, question);
  }

 private:
  static MachineAddress read(const addrinfo& info) {
    MachineAddress machine;
    std::array<char, NI_MAXHOST> name{};
    if (getnameinfo(info.ai_addr, info.ai_addrlen, name.data(), name.size(), nullptr, 0, NI_NUMERICHOST) != 0)
      return {};
    machine.text = name.data();
    // Where the address stands in it, by the layout that RFC 3493 gives both structures.
    const auto* bytes = reinterpret_cast<const unsigned char*>(info.ai_addr);
    if (info.ai_family == AF_INET) {
      machine.bytes[10] = machine.bytes[11] = 0xFF;
      std::copy_n(bytes + 4, 4, machine.bytes.begin() + 12);
    } else if (info.ai_family == AF_INET6) {
      std::copy_n(bytes + 8, 16, machine.bytes.begin());
    } else {
      return {};
    }
    return machine;
  }
};

}  // namespace

std::unique_ptr<HttpClient> http_client() { return std::make_unique<Web>(); }

}  // namespace causerie
