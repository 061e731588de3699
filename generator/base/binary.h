// Numbers and texts as bytes and back. What makes a struct of them is base/encoding.h.
//
// Numbers take one byte for each 7 bits, the lowest first (LEB128, as in DWARF 5, section 7.6); texts follow their
// size. Reading never fails halfway: past the end every number is zero and every text empty, and `is_broken` says so.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.h"

namespace causerie {

class BinaryWriter {
 public:
  void byte(unsigned char byte) { bytes_ += static_cast<char>(byte); }
  void number(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) byte(static_cast<unsigned char>(number | 0x80));
    byte(static_cast<unsigned char>(number));
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_.append(text);
  }
  void hash(Hash hash);

  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class BinaryReader {
 public:
  explicit BinaryReader(std::string_view bytes) : rest_(bytes) {}  // the bytes must outlive it

  unsigned char byte() {
    if (rest_.empty()) {
      is_broken_ = true;
      return 0;
    }
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::uint64_t number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const unsigned char next = byte();
      number |= static_cast<std::uint64_t>(next & 0x7F) << shift;
      if (next < 0x80) return number;
    }
    give_up();
    return 0;
  }
  std::string_view text() { return take(number()); }
  Hash hash();
  // A number of things that take at least one byte each: never more than there are bytes left.
  std::size_t count() {
    const std::uint64_t count = number();
    if (count > rest_.size()) give_up();
    return is_broken_ ? 0 : static_cast<std::size_t>(count);
  }

  // Marks what was read as meaningless.
  void give_up() {
    is_broken_ = true;
    rest_ = {};
  }

  bool is_broken() const { return is_broken_; }
  bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) {
      give_up();
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool is_broken_ = false;
};

// A member that is not encoded; decoding leaves it as it is.
template <class T>
struct NotStored {
  T value{};
  bool operator==(const NotStored&) const { return true; }
};

// A number in 8 bytes, the lowest first, so that hashes and encodings are the same on every machine.
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

inline void BinaryWriter::hash(Hash hash) {
  bytes_.append(to_little_endian(hash.high).data(), 8);
  bytes_.append(to_little_endian(hash.low).data(), 8);
}

inline Hash BinaryReader::hash() {
  const std::string_view bytes = take(16);
  if (bytes.empty()) return {};
  return {from_little_endian(bytes.substr(0, 8)), from_little_endian(bytes.substr(8))};
}

}  // namespace causerie
