// Values as bytes and back, for our own notes on the disk.
//
// Numbers are little-endian, texts are preceded by their length, 32 bits each. Reading never fails half-way: past the
// end everything is zero, and `is_broken` says so when all is read.
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
  // The first line names the format and its version.
  explicit BinaryWriter(std::string_view first_line) : bytes_(first_line) {}

  void number32(std::size_t number);
  void number64(std::uint64_t number);
  void text(std::string_view text);
  void hash(Hash hash);
  void stat(const FileStat& stat);

  // With a hash of everything before it.
  std::string finish() &&;

  std::size_t size() const { return bytes_.size(); }

 private:
  std::string bytes_;
};

class BinaryReader {
 public:
  // Broken from the start where the first line or the hash at the end is another. The bytes must outlive it.
  BinaryReader(std::string_view bytes, std::string_view first_line);

  std::uint32_t number32();
  std::uint64_t number64();
  std::string_view text() { return take(number32()); }
  Hash hash();
  FileStat stat();
  // A count of things that take at least `least` bytes each, so that a broken one asks for no memory.
  std::size_t count(std::size_t least);

  // What was read makes no sense: the rest is not read.
  void give_up();

  bool is_broken() const { return is_broken_; }
  bool is_at_end() const { return rest_.empty(); }
  std::size_t size_left() const { return rest_.size(); }

 private:
  std::string_view take(std::size_t size);

  std::string_view rest_;
  bool is_broken_ = false;
};

// Numbers as bytes, the lowest first, so that notes and fingerprints are the same on every machine.

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
