#include "base/paths.h"

#include <algorithm>

namespace causerie {

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  if (name.empty()) return std::string(folder);
  std::string path(folder);
  if (!path.ends_with('/')) path += '/';
  return path.append(name);
}

std::string_view parent_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem_of(std::string_view name) { return name.substr(0, name.size() - extension_of(name).size()); }

std::string_view extension_of(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

bool resolve_relative(std::string_view folder, std::string_view relative, std::string& result) {
  std::string path(folder);
  while (!relative.empty()) {
    const std::string_view name = relative.substr(0, relative.find('/'));
    relative.remove_prefix(std::min(relative.size(), name.size() + 1));
    if (name.empty() || name == ".") continue;
    if (name == ".." && path.empty()) return false;
    path = name == ".." ? std::string(parent_of(path)) : join_path(path, name);
  }
  result = std::move(path);
  return true;
}

}  // namespace causerie
