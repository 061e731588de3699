#include "base/hash.h"

#include <xxhash.h>

#include <charconv>

#include "base/binary.h"

namespace causerie {

Hash hash_of(std::string_view bytes) {
  const XXH128_hash_t h = XXH3_128bits(bytes.data(), bytes.size());
  return {h.high64, h.low64};
}

std::string hex(Hash hash) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text(32, '0');
  for (int i = 0; i < 16; ++i) {
    text[15 - i] = digits[(hash.high >> (4 * i)) & 15];
    text[31 - i] = digits[(hash.low >> (4 * i)) & 15];
  }
  return text;
}

std::optional<Hash> parse_hash(std::string_view text) {
  if (text.size() != 32) return std::nullopt;
  Hash hash;
  const auto half = [](std::string_view digits, std::uint64_t& value) {
    const char* end = digits.data() + digits.size();
    return std::from_chars(digits.data(), end, value, 16).ptr == end;
  };
  if (!half(text.substr(0, 16), hash.high) || !half(text.substr(16), hash.low)) return std::nullopt;
  return hash;
}

Hasher& Hasher::add(std::string_view bytes) {
  add(static_cast<std::int64_t>(bytes.size()));
  buffer_.append(bytes);
  return *this;
}

Hasher& Hasher::add(Hash hash) {
  buffer_.append(to_little_endian(hash.high).data(), 8);
  buffer_.append(to_little_endian(hash.low).data(), 8);
  return *this;
}

Hasher& Hasher::add(std::int64_t number) {
  auto rest = static_cast<std::uint64_t>(number);
  for (; rest >= 128; rest >>= 7) buffer_ += static_cast<char>(rest | 128);
  buffer_ += static_cast<char>(rest);
  return *this;
}

Hash Hasher::finish() const { return hash_of(buffer_); }

}  // namespace causerie
