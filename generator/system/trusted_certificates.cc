#include "system/trusted_certificates.h"

#include <unistd.h>

#include <cstdlib>

namespace causerie {

std::string trusted_certificates(std::span<const char* const> defaults, std::span<const char* const> bundles) {
  for (const char* variable : {"SSL_CERT_FILE", "SSL_CERT_DIR"}) {
    if (std::getenv(variable) != nullptr) return {};
  }
  for (const char* path : defaults) {
    if (::access(path, R_OK) == 0) return {};
  }
  for (const char* path : bundles) {
    if (::access(path, R_OK) == 0) return path;
  }
  return {};
}

}  // namespace causerie
