#include "system/git_state.h"

#include "base/hash.h"
#include "base/paths.h"
#include "base/text.h"
#include "system/disk.h"

namespace causerie {
namespace {

constexpr std::string_view link_begin = "gitdir: ", reference_begin = "ref: ";
constexpr int most_references = 10;  // in a chain; git itself follows fewer

// Empty if the file cannot be read.
std::string bytes_at(const std::string& folder, std::string_view path) {
  const auto bytes = disk_files(folder, FollowLinks::yes)->read(path);
  return bytes ? *bytes : std::string();
}

std::string from(const std::string& folder, std::string_view path) {
  return path.starts_with('/') ? std::string(path) : folder + "/" + std::string(path);
}

// Git's folder for this one: `.git` in it or above it, or the folder that a file of that name points to; empty if there
// is none.
std::string find_repository(std::string folder) {
  for (;; folder = parent_of(folder)) {
    const auto found = disk_files(folder + "/", FollowLinks::yes)->stat(".git");
    if (found && *found) break;
    if (folder.empty()) return "";
  }
  const std::string link = bytes_at(folder + "/", ".git");
  if (!link.starts_with(link_begin)) return folder + "/.git";
  return from(folder, trim(std::string_view(link).substr(link_begin.size())));
}

}  // namespace

std::string git_state(const std::string& folder) {
  const std::string real = real_path(folder), own = find_repository(real);
  if (own.empty()) return "none";
  // A linked worktree has its own HEAD, and shares nearly everything else.
  const std::string common_path = bytes_at(own, "commondir");
  const std::string common = common_path.empty() ? own : from(own, trim(common_path));
  Hasher hasher;
  hasher.add(real).add(own).add(bytes_at(common, "config")).add(bytes_at(common, "shallow"));
  std::string reference = "HEAD";
  for (int i = 0; i < most_references && !reference.empty(); ++i) {
    std::string value = bytes_at(own, reference);
    if (value.empty()) value = bytes_at(common, reference);
    if (value.empty()) value = bytes_at(common, "packed-refs");
    hasher.add(value);
    reference = value.starts_with(reference_begin) ? trim(std::string_view(value).substr(reference_begin.size())) : "";
  }
  return hex(hasher.finish());
}

}  // namespace causerie
