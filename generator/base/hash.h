// Fingerprints: 128-bit XXH3 (Yann Collet, xxHash 0.8). They do not protect against forgery; nothing here needs that.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace causerie {

struct Hash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Hash&) const = default;
};

Hash hash_of(std::string_view bytes);
std::string hex(Hash);  // 32 lower-case hexadecimal digits
std::optional<Hash> parse_hash(std::string_view text);

// One fingerprint of several values. Each value is delimited, so ("ab","c") and ("a","bc") differ: a text follows its
// size, and a number is self-delimiting, with seven bits per byte (LEB128).
class Hasher {
 public:
  Hasher() { buffer_.reserve(240); }
  Hasher& add(std::string_view bytes);
  Hasher& add(Hash);
  Hasher& add(std::int64_t);
  Hash finish() const;

 private:
  std::string buffer_;  // inputs are small: names, numbers, and hashes of large data
};

}  // namespace causerie

template <>
struct std::hash<causerie::Hash> {
  std::size_t operator()(const causerie::Hash& h) const noexcept { return static_cast<std::size_t>(h.low); }
};
