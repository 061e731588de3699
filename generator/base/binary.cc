#include "base/binary.h"

namespace causerie {
namespace {

constexpr std::size_t hash_size = 16;

}  // namespace

void BinaryWriter::number32(std::size_t number) { bytes_.append(to_little_endian(number).data(), 4); }

void BinaryWriter::number64(std::uint64_t number) { bytes_.append(to_little_endian(number).data(), 8); }

void BinaryWriter::text(std::string_view text) {
  number32(text.size());
  bytes_.append(text);
}

void BinaryWriter::hash(Hash hash) {
  number64(hash.high);
  number64(hash.low);
}

void BinaryWriter::stat(const FileStat& stat) {
  number32(static_cast<std::size_t>(stat.kind));
  number64(stat.size);
  number64(static_cast<std::uint64_t>(stat.modified_ns));
  number64(static_cast<std::uint64_t>(stat.changed_ns));
  number64(stat.device);
  number64(stat.inode);
}

std::string BinaryWriter::finish() && {
  hash(hash_of(bytes_));
  return std::move(bytes_);
}

BinaryReader::BinaryReader(std::string_view bytes, std::string_view first_line) {
  is_broken_ = !bytes.starts_with(first_line) || bytes.size() < first_line.size() + hash_size;
  if (is_broken_) return;
  const std::string_view body = bytes.substr(0, bytes.size() - hash_size);
  rest_ = bytes.substr(body.size());
  is_broken_ = hash() != hash_of(body);
  rest_ = is_broken_ ? std::string_view() : body.substr(first_line.size());
}

Hash BinaryReader::hash() {
  const std::uint64_t high = number64();
  return {high, number64()};
}

FileStat BinaryReader::stat() {
  FileStat stat;
  stat.kind = static_cast<FileKind>(number32() & 3);
  stat.size = number64();
  stat.modified_ns = static_cast<std::int64_t>(number64());
  stat.changed_ns = static_cast<std::int64_t>(number64());
  stat.device = number64();
  stat.inode = number64();
  return stat;
}

std::size_t BinaryReader::count(std::size_t least) {
  const std::size_t wanted = number32();
  if (wanted > rest_.size() / least) is_broken_ = true;
  return is_broken_ ? 0 : wanted;
}

void BinaryReader::give_up() {
  is_broken_ = true;
  rest_ = {};
}

std::string_view BinaryReader::take(std::size_t size) {
  if (size > rest_.size()) {
    is_broken_ = true;
    size = 0;
  }
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

// `from_little_endian` gets a constant size in both functions, so its copy compiles to a single load.
std::uint32_t BinaryReader::number32() {
  const std::string_view taken = take(4);
  return taken.size() == 4 ? static_cast<std::uint32_t>(from_little_endian({taken.data(), 4})) : 0;
}

std::uint64_t BinaryReader::number64() {
  const std::string_view taken = take(8);
  return taken.size() == 8 ? from_little_endian({taken.data(), 8}) : 0;
}

}  // namespace causerie
