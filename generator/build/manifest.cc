#include "build/manifest.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace causerie {

namespace {

constexpr std::string_view first_line = "causerie manifest 1\n";
constexpr std::size_t hash_size = 16;

class Writer {
 public:
  void number32(std::size_t number) { little_endian(number, 4); }
  void number64(std::uint64_t number) { little_endian(number, 8); }
  void text(std::string_view text) {
    number32(text.size());
    bytes.append(text);
  }
  void hash(Hash hash) {
    number64(hash.high);
    number64(hash.low);
  }
  void stat(const FileStat& stat) {
    number32(static_cast<std::size_t>(stat.kind));
    number64(stat.size);
    number64(static_cast<std::uint64_t>(stat.modified_ns));
    number64(static_cast<std::uint64_t>(stat.changed_ns));
    number64(stat.device);
    number64(stat.inode);
  }

  std::string bytes;

 private:
  void little_endian(std::uint64_t number, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>((number >> (8 * i)) & 255));
  }
};

// Reads as far as it goes; past the end everything is zero and `is_broken` is set.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number32() { return static_cast<std::uint32_t>(little_endian(4)); }
  std::uint64_t number64() { return little_endian(8); }
  std::string_view text() { return take(number32()); }
  Hash hash() {
    const std::uint64_t high = number64();
    return {high, number64()};
  }
  FileStat stat() {
    FileStat stat;
    stat.kind = static_cast<FileKind>(number32() & 3);
    stat.size = number64();
    stat.modified_ns = static_cast<std::int64_t>(number64());
    stat.changed_ns = static_cast<std::int64_t>(number64());
    stat.device = number64();
    stat.inode = number64();
    return stat;
  }
  // A count of things that take at least `least` bytes each, so that a broken one asks for no memory.
  std::size_t count(std::size_t least) {
    const std::size_t wanted = number32();
    if (wanted > rest_.size() / least) is_broken_ = true;
    return is_broken_ ? 0 : wanted;
  }
  bool is_broken() const { return is_broken_; }
  bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) {
      is_broken_ = true;
      size = 0;
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::uint64_t little_endian(std::size_t size) {
    std::uint64_t number = 0;
    const std::string_view taken = take(size);
    for (std::size_t i = taken.size(); i-- > 0;) number = (number << 8) | static_cast<unsigned char>(taken[i]);
    return number;
  }

  std::string_view rest_;
  bool is_broken_ = false;
};

}  // namespace

const Noted* Manifest::find(std::string_view path) const {
  const auto found = std::lower_bound(outputs.begin(), outputs.end(), path,
                                      [](const Noted& noted, std::string_view wanted) { return noted.path < wanted; });
  return found != outputs.end() && found->path == path ? &*found : nullptr;
}

std::string encode_manifest(const Manifest& manifest) {
  std::unordered_map<std::string_view, std::size_t> numbers;
  std::vector<std::string_view> names;
  for (const Noted& noted : manifest.outputs) {
    for (const Input& input : noted.inputs) {
      if (numbers.emplace(input.name, names.size()).second) names.push_back(input.name);
    }
  }
  Writer writer;
  writer.bytes = first_line;
  writer.number32(names.size());
  for (const std::string_view name : names) writer.text(name);
  writer.number32(manifest.outputs.size());
  for (const Noted& noted : manifest.outputs) {
    writer.text(noted.path);
    writer.hash(noted.bytes);
    writer.stat(noted.stat);
    writer.number32(noted.inputs.size());
    for (const Input& input : noted.inputs) {
      writer.number32(numbers.at(input.name));
      writer.hash(input.hash);
    }
  }
  writer.hash(hash_of(writer.bytes));
  return std::move(writer.bytes);
}

Manifest decode_manifest(std::string_view bytes) {
  if (!bytes.starts_with(first_line) || bytes.size() < first_line.size() + hash_size) return {};
  const std::string_view body = bytes.substr(0, bytes.size() - hash_size);
  if (Reader(bytes.substr(body.size())).hash() != hash_of(body)) return {};

  Reader reader(body.substr(first_line.size()));
  std::vector<std::string> names(reader.count(4));
  for (std::string& name : names) name = reader.text();
  Manifest manifest;
  manifest.outputs.resize(reader.count(64));
  for (Noted& noted : manifest.outputs) {
    noted.path = reader.text();
    noted.bytes = reader.hash();
    noted.stat = reader.stat();
    noted.inputs.resize(reader.count(4 + hash_size));
    for (Input& input : noted.inputs) {
      const std::size_t name = reader.number32();
      if (name >= names.size()) return {};
      input = {names[name], reader.hash()};
    }
  }
  const bool is_sorted = std::is_sorted(manifest.outputs.begin(), manifest.outputs.end(),
                                        [](const Noted& a, const Noted& b) { return a.path < b.path; });
  return reader.is_broken() || !reader.is_at_end() || !is_sorted ? Manifest() : manifest;
}

}  // namespace causerie
