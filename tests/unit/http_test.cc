// The server, on a port of this machine, and what it makes of what browsers and others send.
#include "system/http.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "small_preview.h"

namespace causerie {
namespace {

// A client that sends what it is told and reads on.
class Client {
 public:
  Client(int port, std::string_view bytes) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{5, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // Until the words are there, or the end.
  std::string read_until(std::string_view words) {
    char buffer[4096];
    while (words.empty() || read_.find(words) == std::string::npos) {
      const ssize_t size = ::recv(socket_, buffer, sizeof buffer, 0);
      if (size <= 0) break;
      read_.append(buffer, static_cast<std::size_t>(size));
    }
    return read_;
  }
  std::string read_all() { return read_until(""); }

 private:
  int socket_;
  std::string read_;
};

std::unique_ptr<HttpServer> server_of(const HttpHandler& handler, int at_once = most_streams + 8) {
  auto server = HttpServer::listen("127.0.0.1", 0, at_once, handler);
  EXPECT_TRUE(server) << server.failure().reason;
  return *std::move(server);
}

std::string get(int port, std::string_view target, std::string_view headers = "") {
  return Client(port, "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) + "\r\n")
      .read_all();
}

TEST(Http, WhatTheHandlerSaysIsSentAsItIs) {
  const auto server = server_of([](const HttpRequest& request) {
    HttpResponse response;
    response.status = 404;
    response.content_type = "text/html; charset=utf-8";
    response.headers = {{"X-Target", request.target}};
    response.body = std::string(2000, 'a');
    return response;
  });
  const std::string said = get(server->port(), "/a%2fb?c=d", "Range: bytes=0-1\r\nAccept-Encoding: gzip, br\r\n");
  EXPECT_TRUE(said.starts_with("HTTP/1.1 404 ")) << said.substr(0, 100);
  EXPECT_NE(said.find("X-Target: /a%2fb?c=d\r\n"), std::string::npos);
  EXPECT_NE(said.find("Content-Length: 2000\r\n"), std::string::npos);
  EXPECT_EQ(said.find("Content-Encoding"), std::string::npos);
  EXPECT_TRUE(said.ends_with(std::string(2000, 'a')));
}

TEST(Http, NoAnswerToHeadHasABody) {
  const auto server = server_of([](const HttpRequest&) {
    HttpResponse response;
    response.content_type = "text/plain";
    response.body = "body";
    return response;
  });
  const std::string said = Client(server->port(), "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n").read_all();
  EXPECT_NE(said.find("Content-Length: 4\r\n"), std::string::npos);
  EXPECT_TRUE(said.ends_with("\r\n\r\n"));
}

TEST(Http, WhatIsNoHttpIsRefused) {
  const auto server = server_of([](const HttpRequest&) { return HttpResponse{}; });
  for (const std::string& bytes : {std::string("hello\r\n\r\n"), std::string("GET / HTTP/9\r\n\r\n"),
                                   "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n"}) {
    const std::string said = Client(server->port(), bytes).read_all();
    EXPECT_TRUE(said.empty() || said.starts_with("HTTP/1.1 4")) << said.substr(0, 40);
  }
  EXPECT_TRUE(get(server->port(), "/").starts_with("HTTP/1.1 200 "));
}

TEST(Http, APortThatIsTakenIsNoFailure) {
  const auto handler = [](const HttpRequest&) { return HttpResponse{}; };
  const auto server = server_of(handler);
  const auto second = HttpServer::listen("127.0.0.1", server->port(), 4, handler);
  ASSERT_TRUE(second);
  EXPECT_EQ(*second, nullptr);
  EXPECT_FALSE(HttpServer::listen("203.0.113.7", 0, 4, handler));
  EXPECT_FALSE(HttpServer::listen("no.such.host.invalid", 8000, 4, handler));
}

TEST(Http, StreamsAreToldOfSavesAndEndFirst) {
  SmallPreview preview;
  preview.make();
  const auto server = server_of([&](const HttpRequest& request) { return answer_request(preview.live, {}, request); });
  Client stream(server->port(), "GET /-/events?page=%2Ftalk%2Froots%2F&known=-x HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_NE(stream.read_until("event: reload").find("Content-Type: text/event-stream"), std::string::npos);
  preview.put("content/talk/01-roots.md", "---\ntitle: Roots\ndate: 2026-05-01\n---\nA second word.\n");
  preview.live.show_faults("<aside></aside>");
  stream.read_until("event: faults");
  preview.make({"content/talk/01-roots.md"});
  EXPECT_NE(get(server->port(), "/talk/roots/").find("A second word."), std::string::npos);
  preview.live.end();
  stream.read_all();
}

TEST(Http, ThirtyTwoStreamsAreServedAndPagesBesideThem) {
  SmallPreview preview;
  preview.make();
  const auto server = server_of([&](const HttpRequest& request) { return answer_request(preview.live, {}, request); });
  constexpr std::string_view events = "GET /-/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
  std::vector<std::unique_ptr<Client>> streams;
  for (int i = 0; i < most_streams; ++i) {
    streams.push_back(std::make_unique<Client>(server->port(), events));
    EXPECT_NE(streams.back()->read_until("event: ").find(" 200 "), std::string::npos) << i;
  }
  EXPECT_NE(get(server->port(), "/-/events").find("HTTP/1.1 503 "), std::string::npos);
  EXPECT_NE(get(server->port(), "/talk/roots/").find(" 200 "), std::string::npos);
  // One that has gone leaves its seat within a second or so.
  streams.pop_back();
  std::string said;
  for (int i = 0; i < 30 && said.find(" 200 ") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    said = Client(server->port(), events).read_until("\r\n\r\n");
  }
  EXPECT_NE(said.find(" 200 "), std::string::npos);
  preview.live.end();
}

}  // namespace
}  // namespace causerie
