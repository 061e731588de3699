// Sends raw HTTP to a server on this machine.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>

namespace causerie {

// A client that sends the given bytes and then reads.
class RawClient {
 public:
  RawClient(int port, std::string_view bytes) {
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
  ~RawClient() { ::close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // Reads until the words occur or the connection ends.
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

inline std::string get(int port, std::string_view target, std::string_view headers = "") {
  return RawClient(port,
                   "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(headers) + "\r\n")
      .read_all();
}

}  // namespace causerie
