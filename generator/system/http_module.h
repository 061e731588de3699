// The interface of the HTTP module. Its library takes longer to load than most runs take.
#pragma once

#include "system/http.h"
#include "system/http_client.h"

namespace causerie {

struct HttpModule {
  Result<std::unique_ptr<HttpServer>> (*listen)(const std::string& address, int port, int most_at_once, HttpHandler);
  std::unique_ptr<HttpClient> (*client)();
};

}  // namespace causerie

extern "C" __attribute__((visibility("default"))) const causerie::HttpModule causerie_http;
