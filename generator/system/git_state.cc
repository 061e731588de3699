#include "system/git_state.h"

#include "base/hash.h"
#include "base/paths.h"
#include "base/text.h"
#include "system/disk.h"

namespace causerie {
namespace {

constexpr std::string_view link_begin = "gitdir: ", reference_begin = "ref: ";
constexpr int most_references = 10;  // that lead to one another; git itself follows fewer

// Of a file that cannot be read, nothing.
std::string bytes_at(const std::string& folder, std::string_view path) {
  const auto bytes = disk_files(folder, FollowLinks::yes)->read(path);
  return bytes ? *bytes : std::string();
}

std::string from(const std::string& folder, std::string_view path) {
  return path.starts_with('/') ? std::string(path) : folder + "/" + std::string(path);
}

// Where git keeps what it knows of the folder: below it or above, or where a file of that name says.
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
  const std::string own = find_repository(real_path(folder));
  if (own.empty()) return "none";
  // A linked worktree has its own HEAD, and shares nearly all else.
  const std::string common_path = bytes_at(own, "commondir");
  const std::string common = common_path.empty() ? own : from(own, trim(common_path));
  Hasher hasher;
  hasher.add(own).add(bytes_at(common, "config")).add(bytes_at(common, "shallow"));
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
