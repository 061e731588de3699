// SHA-256 (FIPS 180-4), for hashes that browsers and hosts verify. For internal fingerprints see base/hash.h.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

std::string sha256_base64(std::string_view bytes);

}  // namespace causerie
