// A server on the loopback interface, on a free port, that sends the bytes a test provides.
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
  // The bytes to send, and those to send repeatedly, at an interval in milliseconds, until the client closes the
  // connection.
  struct Answer {
    std::string bytes;
    std::string again = {};
    int milliseconds = 0;  // before each `again`; without `again`, before `bytes`
  };
  // Called with the head of a request, in a separate thread for each connection.
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

std::string http_head(int status, const std::string& headers = "");  // each header ends in its line end

}  // namespace causerie
