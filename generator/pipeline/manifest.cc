#include "pipeline/manifest.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/encoding.h"

namespace causerie {

namespace {

constexpr std::string_view manifest_kind = "manifest";  // in the store, by destination: a StoredManifest

// A manifest in which each name of an input is there once.
struct StoredOutput {
  std::string path;
  std::vector<std::pair<std::uint32_t, Hash>> inputs;  // the first is an index into the names
  Hash bytes;
  FileStat stat;
};
struct StoredManifest {
  std::vector<std::string> names;
  std::vector<StoredOutput> outputs;
};

StoredManifest packed(const Manifest& manifest) {
  StoredManifest stored;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  stored.outputs.reserve(manifest.outputs.size());
  for (const ManifestEntry& noted : manifest.outputs) {
    StoredOutput& output = stored.outputs.emplace_back(StoredOutput{noted.path, {}, noted.bytes, noted.stat});
    for (const Input& input : noted.inputs) {
      const auto [found, is_new] = numbers.try_emplace(input.name, static_cast<std::uint32_t>(stored.names.size()));
      if (is_new) stored.names.push_back(input.name);
      output.inputs.emplace_back(found->second, input.hash);
    }
  }
  return stored;
}

Manifest unpacked(StoredManifest stored) {
  Manifest manifest;
  manifest.outputs.reserve(stored.outputs.size());
  for (StoredOutput& output : stored.outputs) {
    ManifestEntry& noted =
        manifest.outputs.emplace_back(ManifestEntry{std::move(output.path), {}, output.bytes, output.stat});
    for (const auto& [name, hash] : output.inputs) {
      if (name >= stored.names.size()) return {};
      noted.inputs.push_back({stored.names[name], hash});
    }
  }
  return manifest;
}

}  // namespace

const ManifestEntry* Manifest::find(std::string_view path) const {
  const auto found =
      std::lower_bound(outputs.begin(), outputs.end(), path,
                       [](const ManifestEntry& noted, std::string_view wanted) { return noted.path < wanted; });
  return found != outputs.end() && found->path == path ? &*found : nullptr;
}

Manifest load_manifest(Store& store, const std::string& destination) {
  const auto bytes = store.find(manifest_kind, destination);
  auto stored = bytes ? decoded<StoredManifest>(*bytes) : std::nullopt;
  if (!stored) return {};
  Manifest manifest = unpacked(*std::move(stored));
  return std::ranges::is_sorted(manifest.outputs, {}, &ManifestEntry::path) ? manifest : Manifest();
}

void store_manifest(Store& store, const std::string& destination, const Manifest& manifest) {
  store.put(manifest_kind, destination, encoded(packed(manifest)));
}

}  // namespace causerie
