// SHA-256 (FIPS 180-4), for what others check: browsers and hosts. Fingerprints of our own are base/hash.h.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

std::string sha256_base64(std::string_view bytes);

}  // namespace causerie
