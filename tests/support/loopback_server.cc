#include "support/loopback_server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace causerie {

std::string http_head(int status, const std::string& headers) {
  return "HTTP/1.1 " + std::to_string(status) + " Said\r\n" + headers + "Connection: close\r\n\r\n";
}

LoopbackServer::LoopbackServer(Answering answering) : answering_(std::move(answering)) {
  listening_ = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  listen(listening_, 64);
  socklen_t size = sizeof address;
  getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  accepting_ = std::thread([this] {
    pollfd waiting{listening_, POLLIN, 0};
    while (!is_over_) {
      if (poll(&waiting, 1, 50) <= 0) continue;
      const int connection = accept(listening_, nullptr, nullptr);
      if (connection >= 0) connections_.emplace_back([this, connection] { serve(connection); });
    }
  });
}

LoopbackServer::~LoopbackServer() {
  is_over_ = true;
  accepting_.join();
  for (std::thread& connection : connections_) connection.join();
  close(listening_);
}

void LoopbackServer::serve(int connection) {
  const int now = ++at_once_;
  for (int most = most_at_once_; most < now && !most_at_once_.compare_exchange_weak(most, now);) {
  }
  ++count_;
  std::string head;
  std::array<char, 4096> buffer{};
  pollfd waiting{connection, POLLIN, 0};
  while (!is_over_ && head.find("\r\n\r\n") == std::string::npos) {
    if (poll(&waiting, 1, 50) <= 0) continue;
    const ssize_t size = recv(connection, buffer.data(), buffer.size(), 0);
    if (size <= 0) break;
    head.append(buffer.data(), static_cast<std::size_t>(size));
    if (!head.empty() && head.front() == 0x16) break;  // the start of a TLS handshake
  }
  const Answer answer = answering_(head);
  const auto say = [&](const std::string& bytes) {
    const ssize_t size = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size > 0) bytes_sent_ += static_cast<std::size_t>(size);
    return size > 0;
  };
  const auto rest = std::chrono::milliseconds(answer.milliseconds);
  if (answer.again.empty()) std::this_thread::sleep_for(rest);
  --at_once_;  // once it has the answer, the client may send another request before this thread continues
  say(answer.bytes);
  while (!answer.again.empty() && !is_over_) {
    std::this_thread::sleep_for(rest);
    if (!say(answer.again)) break;
  }
  close(connection);
}

}  // namespace causerie
