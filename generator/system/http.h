// A web server for browsers on the same machine. Its requests and responses are values; what they mean is decided
// elsewhere.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace causerie {

struct HttpRequest {
  std::string method;  // "GET"
  std::string target;  // exactly as it was sent: "/a%20b/?c=d"
  std::vector<std::pair<std::string, std::string>> headers;

  // The value of the header with that name, ignoring case; the first if there are several, empty if there is none.
  std::string_view header(std::string_view name) const;
  std::size_t count(std::string_view name) const;
};

// A connection to which a response is written piece by piece.
class HttpConnection {
 public:
  virtual ~HttpConnection() = default;
  virtual bool is_open() = 0;  // whether the other end still reads
  virtual bool send(std::string_view bytes) = 0;
};

// A body that is read in pieces while it is sent: a film is not needed all at once. If `read` returns fewer bytes than
// requested, there are no more, and the connection ends.
struct HttpPieces {
  std::size_t size = 0;
  std::function<Result<std::string>(std::size_t offset, std::size_t count)> read;
};

struct HttpResponse {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string content_type;
  std::string body;
  std::optional<HttpPieces> pieces = std::nullopt;  // instead of the body
  // Instead of the body: called on the connection's own thread, which it may block. The response ends when it returns.
  // Not called for HEAD.
  std::function<void(HttpConnection&)> stream = nullptr;
};

// Called from several threads at once.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

class HttpServer {
 public:
  // Listens at the address (numeric or a name) and the port; port 0 means any free one. The handler answers every
  // request as it is, except those that are not HTTP at all. At most `most_at_once` connections are served at a time,
  // streams included; others wait. Null if another program uses the port; a failure for every other reason.
  static Result<std::unique_ptr<HttpServer>> listen(const std::string& address, int port, int most_at_once,
                                                    HttpHandler);
  // Accepts no new connections and waits for the open ones: the caller must end its streams first.
  virtual ~HttpServer() = default;

  virtual int port() const = 0;
};

}  // namespace causerie
