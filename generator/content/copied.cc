#include "content/copied.h"

#include <algorithm>
#include <array>

#include "base/paths.h"
#include "base/text.h"

namespace causerie {
namespace {

constexpr std::array text_extensions = std::to_array<std::string_view>({"md", "markdown", "yaml", "yml"});
constexpr std::array mail_and_databases =
    std::to_array<std::string_view>({".wpcomment", ".eml", ".mbox", ".db", ".db-wal", ".db-shm", ".db-journal"});
constexpr std::array leavings = std::to_array<std::string_view>({"~", ".bak", ".bck", ".orig", ".rej", ".swp", ".tmp"});

bool ends_in_one_of(std::string_view name, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

bool is_leftover(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return lower == "4913" || lower == "thumbs.db" || lower == "desktop.ini" || lower.starts_with("~$") ||
         (lower.starts_with('#') && lower.ends_with('#') && lower.size() > 1) ||
         lower.find("conflicted copy") != std::string::npos || ends_in_one_of(lower, leavings);
}

bool lies_in(std::string_view name, std::span<const Placed> comment_folders) {
  const std::string path = "content/" + ascii_lower(name) + "/";
  return std::any_of(comment_folders.begin(), comment_folders.end(),
                     [&](const Placed& folder) { return path.starts_with(ascii_lower(folder.text) + "/"); });
}

bool is_copied(std::string_view name, std::span<const Placed> comment_folders) {
  const std::string lower = ascii_lower(name);
  if (lower.find(".comments") != std::string::npos) return false;
  const std::string_view last = name_of(lower);
  const auto parts = split(last, '.');
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (std::find(text_extensions.begin(), text_extensions.end(), parts[i]) != text_extensions.end()) return false;
  }
  if (is_leftover(last) || ends_in_one_of(last, mail_and_databases)) return false;
  if (last.find(".sqlite") != std::string_view::npos) return false;
  return !lies_in(name, comment_folders);
}

}  // namespace causerie
