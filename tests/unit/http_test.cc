// The HTTP server on a local port, with valid and invalid requests.
#include "system/http.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "raw_client.h"
#include "small_preview.h"

namespace causerie {
namespace {

std::unique_ptr<HttpServer> server_of(const HttpHandler& handler, int at_once = most_streams + 8) {
  auto server = HttpServer::listen("127.0.0.1", 0, at_once, handler);
  EXPECT_TRUE(server) << server.failure().reason;
  return *std::move(server);
}

TEST(Http, LongBytesAreSentPieceByPiece) {
  std::size_t longest = 0;
  const auto server = server_of([&](const HttpRequest& request) {
    HttpResponse response;
    response.content_type = "video/mp4";
    const std::size_t there = request.target == "/short" ? 300'000 : 1'000'000;
    response.pieces = HttpPieces{request.target == "/empty" ? 0U : 1'000'000U,
                                 [&longest, there](std::size_t offset, std::size_t count) -> Result<std::string> {
                                   longest = std::max(longest, count);
                                   return std::string(std::min(count, there - std::min(there, offset)), 'x');
                                 }};
    return response;
  });
  const std::string said = get(server->port(), "/");
  EXPECT_NE(said.find("Content-Length: 1000000\r\n"), std::string::npos);
  EXPECT_EQ(said.size() - said.find("\r\n\r\n") - 4, 1'000'000U);
  EXPECT_LE(longest, 256U * 1024);
  EXPECT_LT(get(server->port(), "/short").size(), 400'000U);
  EXPECT_NE(get(server->port(), "/empty").find("Content-Length: 0\r\n"), std::string::npos);
  const std::string head = RawClient(server->port(), "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n").read_all();
  EXPECT_NE(head.find("Content-Length: 1000000\r\n"), std::string::npos);
  EXPECT_TRUE(head.ends_with("\r\n\r\n"));
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
  const std::string said = RawClient(server->port(), "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n").read_all();
  EXPECT_NE(said.find("Content-Length: 4\r\n"), std::string::npos);
  EXPECT_TRUE(said.ends_with("\r\n\r\n"));
}

TEST(Http, WhatIsNoHttpIsRefused) {
  const auto server = server_of([](const HttpRequest&) { return HttpResponse{}; });
  for (const std::string& bytes : {std::string("hello\r\n\r\n"), std::string("GET / HTTP/9\r\n\r\n"),
                                   "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n"}) {
    const std::string said = RawClient(server->port(), bytes).read_all();
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
  RawClient stream(server->port(),
                   "GET /-/events?page=%2Ftalk%2Froots%2F&known=-x HTTP/1.1\r\nHost: localhost\r\n\r\n");
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
  std::vector<std::unique_ptr<RawClient>> streams;
  for (int i = 0; i < most_streams; ++i) {
    streams.push_back(std::make_unique<RawClient>(server->port(), events));
    EXPECT_NE(streams.back()->read_until("event: ").find(" 200 "), std::string::npos) << i;
  }
  EXPECT_NE(get(server->port(), "/-/events").find("HTTP/1.1 503 "), std::string::npos);
  EXPECT_NE(get(server->port(), "/talk/roots/").find(" 200 "), std::string::npos);
  // A closed stream frees its seat within about a second.
  streams.pop_back();
  std::string said;
  for (int i = 0; i < 30 && said.find(" 200 ") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    said = RawClient(server->port(), events).read_until("\r\n\r\n");
  }
  EXPECT_NE(said.find(" 200 "), std::string::npos);
  preview.live.end();
}

}  // namespace
}  // namespace causerie
