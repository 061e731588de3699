#include "foreign_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace causerie {

const Contents foreign_files = {
    {"CNAME", "example.org\n"}, {"uploads/me.jpg", "me"}, {"a/notes.txt", "mine"}, {"d2/mine/.keep", ""}};

namespace {

constexpr const char* empty_folder = "uploads/empty";

std::string file_difference(const Contents& found, Contents expected) {
  expected.insert(foreign_files.begin(), foreign_files.end());
  for (const auto& [path, bytes] : found) {
    if (!expected.contains(path)) return fmt::format("orphan {}", path);
    if (expected[path] != bytes) return fmt::format("{} holds '{}', not '{}'", path, bytes, expected[path]);
  }
  for (const auto& [path, bytes] : expected) {
    if (!found.contains(path)) return fmt::format("{} is missing", path);
  }
  return "";
}

std::string folder_difference(const std::vector<std::string>& found, std::vector<std::string> expected) {
  expected.insert(expected.end(), {"a", "d2", "d2/mine", "uploads", empty_folder});
  for (const std::string& folder : found) {
    if (std::find(expected.begin(), expected.end(), folder) == expected.end()) return "orphan folder " + folder;
  }
  return "";
}

}  // namespace

void put_foreign_files(MemoryFiles& location) {
  put(foreign_files, location);
  location.put_folder(empty_folder);
}

std::string difference_from_clean_build(const MemoryFiles& location, const Plan& plan) {
  std::string difference = file_difference(location.contents(), clean_build(plan));
  return difference.empty() ? folder_difference(location.folders(), clean_folders(plan)) : difference;
}

}  // namespace causerie
