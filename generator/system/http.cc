#include "system/http.h"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <thread>

#include "base/text.h"
#include "system/refusal.h"

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

// The library would compress the answer, and cut ranges from it, whatever its status. What it reads for that is
// forgotten first: the request is its own variable, const only for handlers.
void leave_the_answer_alone(const httplib::Request& request) {
  auto& its_own = const_cast<httplib::Request&>(request);
  its_own.ranges.clear();
  its_own.headers.erase("Accept-Encoding");
}

void answer(const HttpHandler& handler, const httplib::Request& request, httplib::Response& response) {
  HttpRequest asked{request.method, request.target, {request.headers.begin(), request.headers.end()}};
  leave_the_answer_alone(request);
  HttpResponse answered = handler(asked);
  response.status = answered.status;
  for (const auto& [name, value] : answered.headers) response.set_header(name, value);
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

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
  for (const auto& [own, value] : headers) {
    if (ascii_iequals(own, name)) return value;
  }
  return {};
}

std::size_t HttpRequest::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(), [&](const auto& one) { return ascii_iequals(one.first, name); }));
}

struct HttpServer::Listening {
  httplib::Server server;
  HttpHandler handler;
  int socket = -1;
  int port = 0;
  std::atomic<bool> has_ended = false;
  std::thread thread;
};

HttpServer::HttpServer(std::unique_ptr<Listening> listening) : listening_(std::move(listening)) {
  // The library's own queue holds five connections: a browser with many files to fetch would wait a second for the
  // sixth.
  ::listen(listening_->socket, SOMAXCONN);
  listening_->thread = std::thread([raw = listening_.get()] {
    raw->server.listen_after_bind();
    raw->has_ended = true;
  });
}

HttpServer::~HttpServer() {
  // What was told to stop before it began would never stop.
  while (!listening_->server.is_running() && !listening_->has_ended) std::this_thread::yield();
  listening_->server.stop();
  listening_->thread.join();
}

int HttpServer::port() const { return listening_->port; }

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const std::string& address, int port, int most_at_once,
                                                       HttpHandler handler) {
  auto listening = std::make_unique<Listening>();
  listening->handler = std::move(handler);
  httplib::Server& server = listening->server;
  server.new_task_queue = [most_at_once] { return new httplib::ThreadPool(static_cast<std::size_t>(most_at_once)); };
  // A connection that waits for its next request holds a thread, and the end of the program: each serves one request.
  server.set_keep_alive_max_count(1);
  server.set_keep_alive_timeout(1);
  server.set_tcp_nodelay(true);
  // Left to itself, the library lets two programs share one port.
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
  if (listening->port > 0) return std::unique_ptr<HttpServer>(new HttpServer(std::move(listening)));
  const int error = errno;
  if (error == EADDRINUSE) return std::unique_ptr<HttpServer>();
  const std::string where = address + (port == 0 ? "" : ":" + std::to_string(port));
  if (error == 0 || error == EADDRNOTAVAIL) {
    return Failure{"cannot listen at", where, "this machine has no such address",
                   "--bind wants one of its own, such as 127.0.0.1"};
  }
  Failure failure = refusal("cannot listen at", where, error);
  if (error == EACCES) failure.hint = "ports below 1024 are the system's: choose another with --port";
  return failure;
}

}  // namespace causerie
