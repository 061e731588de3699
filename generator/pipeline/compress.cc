#include "pipeline/compress.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"
#include "formats/compression.h"

namespace causerie {
namespace {

bool is_text(std::string_view path) {
  static constexpr std::string_view extensions[] = {".html", ".htm", ".xhtml", ".css", ".js",  ".mjs",        ".json",
                                                    ".xml",  ".svg", ".txt",   ".csv", ".map", ".webmanifest"};
  return std::ranges::find(extensions, ascii_lower(extension_of(path))) != std::end(extensions);
}

Made compressed_from(const std::string& path, Compression compression) {
  return {{.outputs = {path}}, [compression](const MadeSources& sources) -> Result<std::string> {
            const auto bytes = sources.output(0);
            if (!bytes) return bytes.failure();
            return compressed(compression, *bytes);
          }};
}

void report(const Output& taken, const std::string& source, Diagnostics& diagnostics) {
  const WriterFile* copied = taken.copied();
  diagnostics
      .error("collision", {copied != nullptr ? copied->path : taken.path, {}},
             fmt::format("'/{}' would be written twice: --compress makes it from '/{}'", taken.path, source))
      .hint("rename it, or build without --compress");
}

}  // namespace

Plan with_compressed(Plan plan, Diagnostics& diagnostics) {
  std::unordered_map<std::string, std::size_t> taken;  // lower-case paths, including those of folders
  for (std::size_t i = 0; i < plan.outputs.size(); ++i) {
    const std::string path = lower(plan.outputs[i].path);
    for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      taken.emplace(path.substr(0, slash), i);
    }
    taken.emplace(path, i);
  }
  std::vector<Output> made;
  for (const Output& output : plan.outputs) {
    if (!is_text(output.path)) continue;
    for (const Compression compression : {Compression::brotli, Compression::gzip}) {
      std::string path = output.path + std::string(extension_of(compression));
      if (const auto other = taken.find(lower(path)); other != taken.end()) {
        report(plan.outputs[other->second], output.path, diagnostics);
      } else {
        made.push_back({std::move(path), compressed_from(output.path, compression)});
      }
    }
  }
  std::move(made.begin(), made.end(), std::back_inserter(plan.outputs));
  std::ranges::sort(plan.outputs, {}, &Output::path);
  return plan;
}

}  // namespace causerie
