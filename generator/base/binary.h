// Reads and writes values as bytes, for the files that Causerie caches on disk.
//
// Numbers are little-endian; a text is preceded by its length in 32 bits. Reading never fails half-way: past the end
// every value is zero, so it is enough to check `is_broken` at the end.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/files.h"
#include "base/hash.h"

namespace causerie {

class BinaryWriter {
 public:
  // `first_line` names the format and its version.
  explicit BinaryWriter(std::string_view first_line) : bytes_(first_line) {}

  void number32(std::size_t number);
  void number64(std::uint64_t number);
  void text(std::string_view text);
  void hash(Hash hash);
  void stat(const FileStat& stat);

  // Returns the bytes, followed by a hash of them.
  std::string finish() &&;

  std::size_t size() const { return bytes_.size(); }

 private:
  std::string bytes_;
};

class BinaryReader {
 public:
  // Broken from the start if the first line or the hash at the end does not match. The bytes must outlive the reader.
  BinaryReader(std::string_view bytes, std::string_view first_line);

  std::uint32_t number32();
  std::uint64_t number64();
  std::string_view text() { return take(number32()); }
  Hash hash();
  FileStat stat();
  // Reads the count of items that take at least `least` bytes each. A count that cannot fit marks the reader as broken
  // and returns 0, so that corrupt data allocates no memory.
  std::size_t count(std::size_t least);

  // For values that make no sense: marks the reader as broken and skips the rest.
  void give_up();

  bool is_broken() const { return is_broken_; }
  bool is_at_end() const { return rest_.empty(); }
  std::size_t size_left() const { return rest_.size(); }

 private:
  std::string_view take(std::size_t size);

  std::string_view rest_;
  bool is_broken_ = false;
};

// Numbers as bytes, lowest first, so that caches and fingerprints are the same on every machine.
using LittleEndian = std::array<char, 8>;

inline LittleEndian to_little_endian(std::uint64_t number) {
  auto bytes = std::bit_cast<LittleEndian>(number);
  if constexpr (std::endian::native == std::endian::big) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

// REQUIRES: at most 8 bytes.
inline std::uint64_t from_little_endian(std::string_view taken) {
  LittleEndian bytes{};
  std::copy(taken.begin(), taken.end(), bytes.begin());
  if constexpr (std::endian::native == std::endian::big) std::reverse(bytes.begin(), bytes.end());
  return std::bit_cast<std::uint64_t>(bytes);
}

}  // namespace causerie
