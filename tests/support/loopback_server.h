// A server of this machine, on a port that the machine chooses, which says whatever bytes a test wants said.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace causerie {

class LoopbackServer {
 public:
  // What is sent, and whether the server goes on with it until the client hangs up: the bytes again and again, so many
  // milliseconds apart.
  struct Answer {
    std::string bytes;
    std::string again = {};
    int milliseconds = 0;  // before each `again`; alone: before `bytes`
  };
  // Called with the head of a request, in a thread of its own.
  using Answering = std::function<Answer(const std::string& head)>;

  explicit LoopbackServer(Answering answering);
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  int port() const { return port_; }
  int most_at_once() const { return most_at_once_; }
  int count() const { return count_; }
  std::size_t bytes_sent() const { return bytes_sent_; }

 private:
  void serve(int connection);

  Answering answering_;
  int listening_ = -1;
  int port_ = 0;
  std::atomic<bool> is_over_ = false;
  std::atomic<int> at_once_ = 0, most_at_once_ = 0, count_ = 0;
  std::atomic<std::size_t> bytes_sent_ = 0;
  std::vector<std::thread> connections_;
  std::thread accepting_;
};

std::string http_head(int status, const std::string& headers = "");  // each header with its line end

}  // namespace causerie
