#include "pipeline/site_cache.h"

#include "base/paths.h"
#include "system/disk.h"
#include "system/program.h"
#include "system/user_folders.h"

namespace causerie {

DiskParseCache disk_parse_cache(const std::string& site) {
  const auto cache = user_cache_folder();
  if (!cache) return {nullptr, {}};
  const std::string folder = join_path(*cache, "causerie/" + hex(hash_of(site)));
  return {disk_files(folder, FollowLinks::yes, Readers::owner), program_hash()};
}

}  // namespace causerie
