#include "deploy/built_files.h"

#include <algorithm>

#include "base/paths.h"
#include "deploy/walk.h"
#include "pipeline/own_files.h"

namespace causerie {

Result<BuiltSite> read_built_site(Files& files) {
  auto list = files.read(own_files_path);
  if (!list) return list.failure();
  BuiltSite site;
  const OwnFiles own = parse_own_files(*list);
  site.list = *std::move(list);
  const auto there = walk(files, OnError::stop);
  if (!there) return there.failure();
  for (const WalkedFile& file : there->files) {
    const Hash path = hash_of(file.path);
    const auto line = std::lower_bound(own.lines().begin(), own.lines().end(), OwnFiles::Line{path, Hash()});
    if (line == own.lines().end() || line->path != path || file.kind != FileKind::file) {
      site.strangers.push_back(file.path);
      continue;
    }
    const auto stat = files.stat_entry(file.path);
    if (!stat) return stat.failure();
    if (*stat) site.files.push_back({file.path, line->bytes, (*stat)->size});
  }
  if (site.files.size() == own.lines().size()) return site;
  return Failure{"cannot deploy from", files.name_of(""), "a file that was built is gone", "deploy again"};
}

Result<std::string> read_built_file(Files& files, const BuiltFile& file) {
  auto bytes = files.read(file.path);
  if (!bytes) return bytes.failure();
  if (hash_of(*bytes) == file.bytes) return bytes;
  return Failure{"cannot deploy", files.name_of(file.path), "it was changed since it was built", "deploy again"};
}

}  // namespace causerie
