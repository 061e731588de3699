// Numbers as bytes, the lowest first, so that notes and fingerprints are the same on every machine.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace causerie {

using LittleEndian = std::array<char, 8>;

inline LittleEndian to_little_endian(std::uint64_t number) {
  auto bytes = std::bit_cast<LittleEndian>(number);
  if constexpr (std::endian::native == std::endian::big) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

// At most 8 bytes.
inline std::uint64_t from_little_endian(std::string_view taken) {
  LittleEndian bytes{};
  std::copy(taken.begin(), taken.end(), bytes.begin());
  if constexpr (std::endian::native == std::endian::big) std::reverse(bytes.begin(), bytes.end());
  return std::bit_cast<std::uint64_t>(bytes);
}

}  // namespace causerie
