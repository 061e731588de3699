#include "pipeline/manifest.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

#include "base/encoding.h"

namespace causerie {

namespace {

// In the store: by destination and number, the outputs in rows of a size that SQLite and we copy cheaply.
constexpr std::string_view manifest_kind = "manifest";
constexpr std::size_t outputs_in_row = 512;

std::string row_key(const std::string& destination, std::size_t number) {
  return std::to_string(number) + " " + destination;
}

// Each name of an input is written once, where it first occurs in the row; after that its number is enough.
std::string packed(std::span<const ManifestEntry> outputs) {
  BinaryWriter writer;
  std::unordered_map<std::string_view, std::size_t> numbers;
  writer.number(outputs.size());
  for (const auto& [path, inputs, bytes, stat] : outputs) {
    encode(writer, path);
    writer.number(inputs.size());
    for (const auto& [name, hash] : inputs) {
      const auto [found, is_new] = numbers.try_emplace(name.text(), numbers.size());
      writer.number(found->second);
      if (is_new) writer.text(name.text());
      writer.hash(hash);
    }
    writer.hash(bytes);
    encode(writer, stat);
  }
  return std::move(writer).bytes();
}

InternedName read_name(BinaryReader& reader, std::vector<InternedName>& names) {
  const std::uint64_t number = reader.number();
  if (number < names.size()) return names[number];
  if (number > names.size()) reader.give_up();
  return names.emplace_back(reader.text());
}

// Adds the outputs of a row. False if the bytes are not one.
bool unpack(std::string_view row, std::vector<ManifestEntry>& outputs) {
  BinaryReader reader(row);
  std::vector<InternedName> names;
  for (std::size_t left = reader.count(); left > 0 && !reader.is_broken(); --left) {
    auto& [path, inputs, bytes, stat] = outputs.emplace_back();
    decode(reader, path);
    const std::size_t count = reader.count();
    inputs.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const InternedName name = read_name(reader, names);
      inputs.push_back({name, reader.hash()});
    }
    bytes = reader.hash();
    decode(reader, stat);
  }
  return !reader.is_broken() && reader.is_at_end();
}

}  // namespace

const ManifestEntry* Manifest::find(std::string_view path) const {
  const auto found =
      std::lower_bound(outputs.begin(), outputs.end(), path,
                       [](const ManifestEntry& noted, std::string_view wanted) { return noted.path < wanted; });
  return found != outputs.end() && found->path == path ? &*found : nullptr;
}

Manifest load_manifest(Store& store, const std::string& destination) {
  Manifest manifest;
  for (std::size_t number = 0;; ++number) {
    const auto row = store.find(manifest_kind, row_key(destination, number));
    if (!row) break;
    if (!unpack(*row, manifest.outputs)) return {};
  }
  if (!std::ranges::is_sorted(manifest.outputs, {}, &ManifestEntry::path)) return {};
  return manifest;
}

void store_manifest(Store& store, const std::string& destination, const Manifest& manifest) {
  std::size_t number = 0;
  for (std::span<const ManifestEntry> rest = manifest.outputs; !rest.empty(); ++number) {
    const std::size_t count = std::min(rest.size(), outputs_in_row);
    store.put(manifest_kind, row_key(destination, number), packed(rest.first(count)));
    rest = rest.subspan(count);
  }
  for (; store.find(manifest_kind, row_key(destination, number)); ++number) {  // of a larger manifest
    store.remove(manifest_kind, row_key(destination, number));
  }
}

}  // namespace causerie
