#include "content/copied.h"

#include <algorithm>
#include <array>

#include "base/paths.h"
#include "base/text.h"

namespace causerie {
namespace {

constexpr std::array text_extensions = std::to_array<std::string_view>({"md", "markdown", "yaml", "yml"});
constexpr std::array endings = std::to_array<std::string_view>(
    {".wpcomment", ".eml", ".mbox", ".db", "~", ".bak", ".bck", ".orig", ".rej", ".swp", ".tmp"});

bool is_leaving(std::string_view name) {
  if (name == "4913" || (name.starts_with('#') && name.ends_with('#') && name.size() > 1)) return true;
  if (name.find("conflicted copy") != std::string_view::npos) return true;
  if (name.find(".sqlite") != std::string_view::npos) return true;
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

bool is_copied(std::string_view name, std::span<const std::string> comment_folders) {
  const std::string lower = ascii_lower(name);
  if (lower.find(".comments") != std::string::npos) return false;
  const std::string_view last = name_of(lower);
  const auto parts = split(last, '.');
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (std::find(text_extensions.begin(), text_extensions.end(), parts[i]) != text_extensions.end()) return false;
  }
  if (is_leaving(last)) return false;
  return std::none_of(comment_folders.begin(), comment_folders.end(), [&](const std::string& folder) {
    return ("content/" + lower + "/").starts_with(ascii_lower(folder) + "/");  // it may be a file itself
  });
}

}  // namespace causerie
