// Checks outside links over real connections, all of them to a server on this machine.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

#include "pipeline/outside/ask_all.h"
#include "support/loopback_server.h"
#include "support/made_up_web.h"

namespace causerie {
namespace {

// Resolves names in `.example` to this machine; connections are real.
class LoopbackWeb : public HttpClient {
 public:
  bool has_network() override { return true; }
  std::vector<MachineAddress> machines(const std::string& host) override {
    if (host.ends_with(".example")) return {machine("127.0.0.1")};
    return client_->machines(host);
  }
  HttpReply ask(const HttpQuestion& question) override {
    const int at_once = ++asked_now_;
    int most = most_at_once_;
    while (at_once > most && !most_at_once_.compare_exchange_weak(most, at_once)) {
    }
    HttpReply reply = client_->ask(question);
    --asked_now_;
    return reply;
  }
  // Counted here, since a server notices late that a client has disconnected.
  int most_at_once() const { return most_at_once_; }

 private:
  std::atomic<int> asked_now_ = 0;
  std::atomic<int> most_at_once_ = 0;
  std::unique_ptr<HttpClient> client_ = *http_client();
};

ProbeLimits manner_of_tests() {
  ProbeLimits limits;
  limits.pause = 0;
  limits.timeout = 2;
  limits.why_not = [](const MachineAddress& m) { return m.text == "127.0.0.1" ? "" : why_private(m); };
  return limits;
}

LinkFinding ask_one(const std::string& address, HttpClient& web, const ProbeLimits& limits = manner_of_tests()) {
  return ask_all({*parse_web_address(address)}, web, limits).front();
}

std::string at(const LoopbackServer& server, const std::string& path, const std::string& host = "a.example") {
  return fmt::format("http://{}:{}{}", host, server.port(), path);
}

double seconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(Asking, SaysWhoAsksAndForWhat) {
  std::string heard;
  LoopbackServer server([&](const std::string& head) {
    heard = head;
    return LoopbackServer::Answer{http_head(200)};
  });
  LoopbackWeb web;
  EXPECT_EQ(ask_one(at(server, "/a%20b?c#d"), web), LinkFinding());
  EXPECT_TRUE(heard.starts_with("HEAD /a%20b?c HTTP/1.1\r\n")) << heard;
  EXPECT_NE(heard.find(fmt::format("\r\nHost: a.example:{}\r\n", server.port())), std::string::npos) << heard;
  EXPECT_NE(heard.find("\r\nUser-Agent: Causerie/"), std::string::npos) << heard;
}

TEST(Asking, WhereHeadIsUnknownGetIsAskedAndItsBodyLeft) {
  LoopbackServer server([](const std::string& head) {
    if (head.starts_with("HEAD")) return LoopbackServer::Answer{http_head(405)};
    return LoopbackServer::Answer{http_head(200), std::string(65'536, 'x'), 1};
  });
  LoopbackWeb web;
  EXPECT_EQ(ask_one(at(server, "/"), web), LinkFinding());
  EXPECT_LT(server.bytes_sent(), 20'000'000u);
}

TEST(Asking, ASlowOrSilentServerIsNotWaitedFor) {
  LoopbackServer silent([](const std::string&) { return LoopbackServer::Answer{"", " ", 3'000}; });
  LoopbackServer dripping([](const std::string&) { return LoopbackServer::Answer{"HTTP/1.1 200 OK\r\nX: ", "x", 20}; });
  LoopbackWeb web;
  ProbeLimits limits = manner_of_tests();
  limits.timeout = 1;
  for (const LoopbackServer* server : {&silent, &dripping}) {
    LinkFinding finding;
    EXPECT_LT(seconds_of([&] { finding = ask_one(at(*server, "/"), web, limits); }), 4.5);
    EXPECT_EQ(finding.verdict, LinkVerdict::unreachable) << finding.detail;
  }
}

TEST(Asking, WhatIsNoAnswerIsUnreachable) {
  LoopbackServer odd([](const std::string&) { return LoopbackServer::Answer{"What?\r\n\r\n"}; });
  LoopbackWeb web;
  EXPECT_EQ(ask_one(at(odd, "/"), web).verdict, LinkVerdict::unreachable);
  EXPECT_EQ(ask_one(fmt::format("https://a.example:{}/", odd.port()), web),
            (LinkFinding{LinkVerdict::unreachable, "no secure connection"}));
}

TEST(Asking, ARedirectToAPrivatePlaceIsNotFollowed) {
  LoopbackServer inner([](const std::string&) { return LoopbackServer::Answer{http_head(200)}; });
  std::string location;
  LoopbackServer server(
      [&](const std::string&) { return LoopbackServer::Answer{http_head(302, "Location: " + location + "\r\n")}; });
  LoopbackWeb web;
  ProbeLimits limits = manner_of_tests();
  limits.why_not = [](const MachineAddress& m) { return m.text == "127.0.0.1" ? "" : why_private(m); };
  for (const std::string to : {"http://169.254.169.254/", "http://[::1]/", "http://2130706434/", "http://localhost/"}) {
    location = to;
    EXPECT_EQ(ask_one(at(server, "/"), web, limits).verdict, LinkVerdict::unasked) << to;
  }
  EXPECT_EQ(inner.count(), 0);
}

TEST(Asking, WithoutATestsOwnRuleThisMachineIsNeverConnectedTo) {
  LoopbackServer server([](const std::string&) { return LoopbackServer::Answer{http_head(200)}; });
  LoopbackWeb web;
  ProbeLimits limits;
  for (const char* host : {"a.example", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "localhost", "0"}) {
    EXPECT_EQ(ask_one(at(server, "/", host), web, limits).verdict, LinkVerdict::unasked) << host;
  }
  EXPECT_EQ(server.count(), 0);
}

TEST(Asking, TwoAtATimeOfAHostAndEightInAll) {
  const auto slowly = [](const std::string&) { return LoopbackServer::Answer{http_head(200), {}, 60}; };
  LoopbackServer one(slowly), many(slowly);
  LoopbackWeb web_of_one, web_of_many;
  std::vector<WebAddress> of_one, of_many;
  for (int i = 0; i < 8; ++i) of_one.push_back(*parse_web_address(at(one, fmt::format("/{}", i))));
  for (int i = 0; i < 40; ++i) of_many.push_back(*parse_web_address(at(many, "/", fmt::format("h{}.example", i))));
  for (const LinkFinding& finding : ask_all(of_one, web_of_one, manner_of_tests())) EXPECT_EQ(finding, LinkFinding());
  EXPECT_EQ(one.count(), 8);
  EXPECT_EQ(web_of_one.most_at_once(), 2);
  for (const LinkFinding& finding : ask_all(of_many, web_of_many, manner_of_tests())) EXPECT_EQ(finding, LinkFinding());
  EXPECT_LE(web_of_many.most_at_once(), 8);
  EXPECT_GT(web_of_many.most_at_once(), 2);
}

TEST(Asking, AHostIsGivenAPauseBetweenQuestions) {
  LoopbackServer server([](const std::string&) { return LoopbackServer::Answer{http_head(200)}; });
  LoopbackWeb web;
  ProbeLimits limits = manner_of_tests();
  limits.pause = 0.1;
  std::vector<WebAddress> addresses;
  for (int i = 0; i < 5; ++i) addresses.push_back(*parse_web_address(at(server, fmt::format("/{}", i))));
  EXPECT_GT(seconds_of([&] { ask_all(addresses, web, limits); }), 0.39);
}

TEST(Asking, AHostThatFailsTwiceIsNotAskedForTheRest) {
  MadeUpWeb web;
  std::vector<WebAddress> addresses;
  for (int i = 0; i < 20; ++i) addresses.push_back(*parse_web_address(fmt::format("https://a.example/{}", i)));
  for (const LinkFinding& finding : ask_all(addresses, web, manner_of_tests()))
    EXPECT_EQ(finding, (LinkFinding{LinkVerdict::unreachable, "no connection"}));
  EXPECT_LE(web.asked.size(), 4u);
}

TEST(Asking, TheMachineThatWasJudgedIsTheOneThatIsAsked) {
  // A name that resolves to a different address from the second lookup on.
  class Turncoat : public MadeUpWeb {
   public:
    std::vector<MachineAddress> machines(const std::string&) override {
      return {machine(lookups++ == 0 ? "93.184.215.14" : "127.0.0.1")};
    }
    int lookups = 0;
  } web;
  web.read("HEAD https://a.example/ 302 /b\nHEAD https://a.example/b 200");
  EXPECT_EQ(ask_one("https://a.example/", web, ProbeLimits()), LinkFinding());
  EXPECT_EQ(web.lookups, 1);
  EXPECT_EQ(web.asked, (std::vector<std::string>{"HEAD https://a.example/ 93.184.215.14",
                                                 "HEAD https://a.example/b 93.184.215.14"}));
}

}  // namespace
}  // namespace causerie
