#include "theme/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "formats/css.h"
#include "theme/theme_files.h"

namespace causerie {
namespace {

constexpr std::string_view folder_of_assets = "assets/";

std::string field_of(std::string_view path) {
  std::string field(path.substr(folder_of_assets.size()));
  for (char& c : field) {
    const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (!stays) c = '_';
  }
  return field;
}

std::string hashed(std::string_view path, Hash hash) {
  const std::string_view name = name_of(path);
  const std::string own = fmt::format("{}.{}{}", stem_of(name), hex(hash).substr(0, 8), extension_of(name));
  return join_path(parent_of(path), own);
}

// Makes each asset after those that its stylesheet refers to, so that its own hash covers theirs.
class Maker {
 public:
  Maker(const ThemeFiles& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {
    for (auto at = files.lower_bound(folder_of_assets); at != files.end() && at->first.starts_with(folder_of_assets);
         ++at) {
      paths_.push_back(at->first);
    }
  }

  std::vector<Asset> run() {
    for (const std::string& path : paths_) made(path);
    std::vector<Asset> result;
    std::map<std::string, std::string> paths_by_field;
    for (auto& [path, asset] : made_) {
      const auto [other, is_new] = paths_by_field.emplace(asset.field, path);
      if (!is_new) {
        diagnostics_.error(
            "same-asset-name", {files_.find(path)->second.file, {}},
            fmt::format("this and {} would have the same name in templates, asset.{}", other->second, asset.field));
        continue;
      }
      result.push_back(std::move(asset));
    }
    return result;
  }

 private:
  // Recurses along `@import`s between stylesheets; the depth is limited.
  const Asset& made(const std::string& path) {
    const auto found = made_.find(path);
    if (found != made_.end()) return found->second;
    const ThemeFile& file = files_.find(path)->second;
    Asset asset{.path = path, .field = field_of(path), .output = {}, .bytes = file.bytes, .hash = {}};
    if (ascii_lower(extension_of(path)) == ".css") {
      under_way_.insert(path);
      rewrite(file, asset);
      under_way_.erase(path);
    }
    asset.hash = hash_of(asset.bytes);
    asset.output = hashed(path, asset.hash);
    return made_.emplace(path, std::move(asset)).first->second;
  }

  void rewrite(const ThemeFile& file, Asset& asset) {
    const LineIndex lines(file.bytes);
    std::string bytes;
    std::size_t copied = 0;
    for (const CssAddress& address : css_addresses(file.bytes)) {
      if (!is_relative(address.text)) continue;
      const std::size_t behind = std::min(address.text.find_first_of("?#"), address.text.size());
      const std::string target = percent_decode(address.text.substr(0, behind));
      const SourceLocation location{file.file, {lines.at(address.begin), lines.at(address.end)}};
      std::string path;
      if (!resolve_relative(parent_of(asset.path), target, path) || !files_.contains(path)) {
        diagnostics_.warning("missing-asset", location, fmt::format("the theme has no asset '{}'", target))
            .hint(did_you_mean(path, paths_));
        continue;
      }
      if (under_way_.contains(path) || under_way_.size() > 50) {
        diagnostics_.error("import-circle", location, fmt::format("'{}' imports this stylesheet again", target))
            .hint("remove one of the two imports");
        continue;
      }
      const std::string written = address.text.substr(0, behind);
      const std::string name = percent_escape_path(name_of(made(path).output));
      bytes += file.bytes.substr(copied, address.begin - copied);
      bytes += written.substr(0, written.rfind('/') + 1) + name;
      copied = address.begin + behind;
    }
    asset.bytes = bytes + file.bytes.substr(copied);
  }

  // True if the address has no scheme or host, and is not a path from the root, a query or a fragment.
  static bool is_relative(std::string_view address) {
    return !address.empty() && address[0] != '/' && address[0] != '#' && address[0] != '?' &&
           address.substr(0, address.find('/')).find(':') == std::string_view::npos;
  }

  const ThemeFiles& files_;
  Diagnostics& diagnostics_;
  std::vector<std::string> paths_;
  std::map<std::string, Asset> made_;
  std::set<std::string> under_way_;
};

}  // namespace

std::vector<Asset> make_assets(const ThemeFiles& files, Diagnostics& diagnostics) {
  return Maker(files, diagnostics).run();
}

Record asset_record(const std::vector<Asset>& assets) {
  Record record;
  for (const Asset& asset : assets) record.set(asset.field, SiteAddress{{"/" + asset.output}});
  return record;
}

}  // namespace causerie
