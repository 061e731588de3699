// The HTTP server and client: one file, because they use one library. A module (http_module.h).

#include <httplib.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netdb.h>
#include <openssl/x509.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <mutex>
#include <thread>

#include "system/http_module.h"
#include "system/refusal.h"
#include "system/trusted_certificates.h"

namespace causerie {
namespace {

class Connection : public HttpConnection {
 public:
  explicit Connection(httplib::DataSink& sink) : sink_(sink) {}
  bool is_open() override { return sink_.is_writable(); }
  bool send(std::string_view bytes) override { return sink_.write(bytes.data(), bytes.size()); }

 private:
  httplib::DataSink& sink_;
};

// The library would compress the answer, and cut ranges from it, whatever its status. What it reads for that is removed
// first: the request is the library's own variable, const only for handlers.
void leave_the_answer_alone(const httplib::Request& request) {
  auto& its_own = const_cast<httplib::Request&>(request);
  its_own.ranges.clear();
  its_own.headers.erase("Accept-Encoding");
}

constexpr std::size_t piece = 256 * 1024;

bool send_piece(const HttpPieces& pieces, std::size_t offset, std::size_t left, httplib::DataSink& sink) {
  const auto bytes = pieces.read(offset, std::min(left, piece));
  return bytes && !bytes->empty() && sink.write(bytes->data(), bytes->size());
}

void answer(const HttpHandler& handler, const httplib::Request& request, httplib::Response& response) {
  HttpRequest asked{request.method, request.target, {request.headers.begin(), request.headers.end()}};
  leave_the_answer_alone(request);
  HttpResponse answered = handler(asked);
  response.status = answered.status;
  for (const auto& [name, value] : answered.headers) response.set_header(name, value);
  if (answered.pieces && answered.pieces->size > 0) {
    const std::size_t size = answered.pieces->size;
    response.set_content_provider(
        size, answered.content_type,
        [pieces = *std::move(answered.pieces)](std::size_t offset, std::size_t left, httplib::DataSink& sink) {
          return send_piece(pieces, offset, left, sink);
        });
    return;
  }
  if (answered.stream == nullptr) {
    response.set_content(std::move(answered.body), answered.content_type);
    return;
  }
  response.set_chunked_content_provider(answered.content_type,
                                        [stream = std::move(answered.stream)](std::size_t, httplib::DataSink& sink) {
                                          Connection connection(sink);
                                          stream(connection);
                                          sink.done();
                                          return true;
                                        });
}

// The client.

std::string words_for(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::BindIPAddress:
      return "no connection";
    case httplib::Error::ConnectionTimeout:
      return "timed out while connecting";
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLLoadingCerts:
      return "no secure connection";
    case httplib::Error::SSLServerVerification:
      return "its certificate is not trusted";
    default:
      return "no valid answer";
  }
}

// Ends a request that takes too long, however slowly its bytes arrive.
class Deadline {
 public:
  Deadline(httplib::ClientImpl& client, int seconds)
      : thread_([this, &client, seconds] {
          std::unique_lock lock(mutex_);
          const auto is_over = [this] { return is_over_; };
          if (ends_.wait_for(lock, std::chrono::seconds(seconds), is_over)) return;
          has_passed_ = true;
          // Repeatedly: before there is a connection, there is nothing to stop.
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

// Sends the address unchanged: it is already encoded. The option was renamed in cpp-httplib 0.23.
template <class Client>
void leave_address_alone(Client& client) {
  if constexpr (requires { client.set_path_encode(false); }) {
    client.set_path_encode(false);
  } else {
    client.set_url_encode(false);
  }
}

HttpReply ask_with(httplib::ClientImpl& client, const HttpQuestion& question) {
  const std::string& host = question.address.host;
  client.set_hostname_addr_map({{host, question.machine.text}});
  client.set_connection_timeout(question.seconds);
  client.set_read_timeout(question.seconds);
  client.set_write_timeout(question.seconds);
  client.set_follow_location(false);
  leave_address_alone(client);
  const httplib::Headers headers{{"User-Agent", "Causerie/" CAUSERIE_VERSION " (a check of links)"},
                                 {"Accept", "*/*"},
                                 {"Accept-Encoding", "identity"},
                                 {"Connection", "close"}};
  HttpReply reply;
  Deadline deadline(client, question.seconds);
  // Only the head is needed: the connection is closed before the body arrives.
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
  reply.trouble = is_late ? "timed out while waiting for an answer" : words_for(result.error());
  reply.may_depend_on_method = !is_late && (result.error() == httplib::Error::Read);
  return reply;
}

class Web : public HttpClient {
 public:
  bool has_network() override {
    ifaddrs* found = nullptr;
    if (getifaddrs(&found) != 0) return true;  // a request will show
    bool is_there = false;
    for (const ifaddrs* one = found; one != nullptr; one = one->ifa_next) {
      const bool has_address =
          one->ifa_addr != nullptr && (one->ifa_addr->sa_family == AF_INET || one->ifa_addr->sa_family == AF_INET6);
      is_there = is_there || (has_address && (one->ifa_flags & IFF_UP) != 0 && (one->ifa_flags & IFF_LOOPBACK) == 0);
    }
    freeifaddrs(found);
    return is_there;
  }

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
    const char* const defaults[] = {X509_get_default_cert_file(), X509_get_default_cert_dir()};
    if (const std::string bundle = trusted_certificates(defaults, certificate_bundles); !bundle.empty())
      client.set_ca_cert_path(bundle);
    return ask_with(client, question);
  }

 private:
  static MachineAddress read(const addrinfo& info) {
    MachineAddress machine;
    std::array<char, NI_MAXHOST> name{};
    if (getnameinfo(info.ai_addr, info.ai_addrlen, name.data(), name.size(), nullptr, 0, NI_NUMERICHOST) != 0)
      return {};
    machine.text = name.data();
    // The offset of the address in both structures follows from their layout in RFC 3493.
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

// The server.

struct Listening {
  httplib::Server server;
  HttpHandler handler;
  int socket = -1;
  int port = 0;
  std::atomic<bool> has_ended = false;
  std::thread thread;
};

class Server : public HttpServer {
 public:
  explicit Server(std::unique_ptr<Listening> listening) : listening_(std::move(listening)) {
    // The library's own queue has room for five connections: a browser with many files to fetch would wait a second for
    // the sixth.
    ::listen(listening_->socket, SOMAXCONN);
    listening_->thread = std::thread([raw = listening_.get()] {
      raw->server.listen_after_bind();
      raw->has_ended = true;
    });
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() override {
    // A server that is stopped before it starts would never stop.
    while (!listening_->server.is_running() && !listening_->has_ended) std::this_thread::yield();
    listening_->server.stop();
    listening_->thread.join();
  }

  int port() const override { return listening_->port; }

 private:
  std::unique_ptr<Listening> listening_;
};

Result<std::unique_ptr<HttpServer>> listen(const std::string& address, int port, int most_at_once,
                                           HttpHandler handler) {
  auto listening = std::make_unique<Listening>();
  listening->handler = std::move(handler);
  httplib::Server& server = listening->server;
  server.new_task_queue = [most_at_once] { return new httplib::ThreadPool(static_cast<std::size_t>(most_at_once)); };
  // A connection that waits for its next request occupies a thread and delays the end of the program, so each serves
  // only one request.
  server.set_keep_alive_max_count(1);
  server.set_keep_alive_timeout(1);
  server.set_tcp_nodelay(true);
  // By default, the library lets two programs share one port.
  server.set_socket_options([raw = listening.get()](int socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    raw->socket = socket;
  });
  server.set_pre_routing_handler([raw = listening.get()](const httplib::Request& request, httplib::Response& response) {
    answer(raw->handler, request, response);
    return httplib::Server::HandlerResponse::Handled;
  });
  errno = 0;
  if (port == 0) {
    listening->port = server.bind_to_any_port(address);
  } else {
    listening->port = server.bind_to_port(address, port) ? port : -1;
  }
  if (listening->port > 0) return std::unique_ptr<HttpServer>(std::make_unique<Server>(std::move(listening)));
  const int error = errno;
  if (error == EADDRINUSE) return std::unique_ptr<HttpServer>();
  const std::string where = address + (port == 0 ? "" : ":" + std::to_string(port));
  if (error == 0 || error == EADDRNOTAVAIL) {
    return Failure{"cannot listen on", where, "this machine has no such address",
                   "--bind needs an address of this machine, such as 127.0.0.1"};
  }
  Failure failure = refusal("cannot listen on", where, error);
  if (error == EACCES) failure.hint = "ports below 1024 are reserved for the system: choose another with --port";
  return failure;
}

std::unique_ptr<HttpClient> client() {
  // OpenSSL writes to a connection without checking that the other end is still there, and SIGPIPE would end the
  // program.
  std::signal(SIGPIPE, SIG_IGN);
  return std::make_unique<Web>();
}

}  // namespace
}  // namespace causerie

extern "C" const causerie::HttpModule causerie_http = {causerie::listen, causerie::client};
