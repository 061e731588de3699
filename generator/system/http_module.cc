#include "system/http_module.h"

#include <algorithm>

#include "base/text.h"
#include "system/http.h"
#include "system/module.h"

namespace causerie {
namespace {

Result<const HttpModule*> http() {
  const auto entry = module_entry("http", "causerie_http");
  if (!entry) return entry.failure();
  return static_cast<const HttpModule*>(*entry);
}

}  // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const std::string& address, int port, int most_at_once,
                                                       HttpHandler handler) {
  const auto module = http();
  if (!module) return module.failure();
  return (*module)->listen(address, port, most_at_once, std::move(handler));
}

Result<std::unique_ptr<HttpClient>> http_client() {
  const auto module = http();
  if (!module) return module.failure();
  return (*module)->client();
}

std::string_view HttpRequest::header(std::string_view name) const {
  for (const auto& [own, value] : headers) {
    if (ascii_iequals(own, name)) return value;
  }
  return {};
}

std::size_t HttpRequest::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(headers.begin(), headers.end(), [&](const auto& one) { return ascii_iequals(one.first, name); }));
}

}  // namespace causerie
