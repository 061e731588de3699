// A web server for one machine's own browsers. Its requests and responses are values; what they mean is decided
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
  std::string target;  // what was asked for, exactly as it was sent: "/a%20b/?c=d"
  std::vector<std::pair<std::string, std::string>> headers;

  // Of the header with that name, letter case ignored; the first if there are several, empty if there is none.
  std::string_view header(std::string_view name) const;
  std::size_t count(std::string_view name) const;
};

// A connection that is written to piece by piece.
class HttpConnection {
 public:
  virtual ~HttpConnection() = default;
  virtual bool is_open() = 0;  // whether anybody is still there to read
  virtual bool send(std::string_view bytes) = 0;
};

// Bytes that are asked for while they are sent: of a film nobody needs all at once. Fewer than asked: there are no
// more, and the connection ends.
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
  // Instead of the body: called on the connection's own thread, and free to stay there. The response ends when it
  // returns. Not called for HEAD.
  std::function<void(HttpConnection&)> stream = nullptr;
};

// Called from several threads at once.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

class HttpServer {
 public:
  // Listens at the address (a number or a name) and the port; 0: any that is free. Every request is answered by the
  // handler as it is, but for those that are no HTTP at all. `most_at_once` connections are served at a time, streams
  // included; others wait. Null where another program has the port; a failure for every other reason.
  static Result<std::unique_ptr<HttpServer>> listen(const std::string& address, int port, int most_at_once,
                                                    HttpHandler);
  // Takes no new connections and waits for those that are there: whoever answers with streams ends them before.
  virtual ~HttpServer() = default;

  virtual int port() const = 0;
};

}  // namespace causerie
