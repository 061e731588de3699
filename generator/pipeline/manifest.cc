#include "pipeline/manifest.h"

#include <algorithm>
#include <unordered_map>

#include "base/binary.h"

namespace causerie {

namespace {

constexpr std::string_view manifest_line = "causerie manifest 1\n";
constexpr std::size_t hash_size = 16;

}  // namespace

const Noted* Manifest::find(std::string_view path) const {
  const auto found = std::lower_bound(outputs.begin(), outputs.end(), path,
                                      [](const Noted& noted, std::string_view wanted) { return noted.path < wanted; });
  return found != outputs.end() && found->path == path ? &*found : nullptr;
}

std::string encode_manifest(const Manifest& manifest) {
  std::unordered_map<std::string_view, std::size_t> numbers;
  std::vector<std::string_view> names;
  std::vector<std::size_t> numbers_in_order;
  for (const Noted& noted : manifest.outputs) {
    for (const Input& input : noted.inputs) {
      const auto [found, is_new] = numbers.try_emplace(input.name, names.size());
      if (is_new) names.push_back(input.name);
      numbers_in_order.push_back(found->second);
    }
  }
  BinaryWriter writer(manifest_line);
  writer.number32(names.size());
  for (const std::string_view name : names) writer.text(name);
  writer.number32(manifest.outputs.size());
  auto number = numbers_in_order.begin();
  for (const Noted& noted : manifest.outputs) {
    writer.text(noted.path);
    writer.hash(noted.bytes);
    writer.stat(noted.stat);
    writer.number32(noted.inputs.size());
    for (const Input& input : noted.inputs) {
      writer.number32(*number++);
      writer.hash(input.hash);
    }
  }
  return std::move(writer).finish();
}

Manifest decode_manifest(std::string_view bytes) {
  BinaryReader reader(bytes, manifest_line);
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
  if (reader.is_broken() || !reader.is_at_end() || !is_sorted) return {};
  return manifest;
}

}  // namespace causerie
