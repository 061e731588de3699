#include "support/golden.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "base/text.h"

namespace causerie {
namespace {

constexpr std::size_t most_lines = 12;  // shown of each side

std::string marked(char mark, const std::vector<std::string_view>& lines, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < std::min(to, from + most_lines); ++i) {
    text += std::string(1, mark) + std::string(lines[i].substr(0, 400)) + "\n";
  }
  if (to > from + most_lines) text += std::string(1, mark) + "… " + std::to_string(to - from - most_lines) + " more\n";
  return text;
}

}  // namespace

bool is_updating() {
  const char* wish = std::getenv("UPDATE_GOLDEN");
  return wish != nullptr && std::string_view(wish) == "1";
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::map<std::string, std::string> read_tree(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_directory())
      files[entry.path().lexically_relative(folder).generic_string()] = read_file(entry.path());
  }
  return files;
}

std::string difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return "";
  const std::vector<std::string_view> wanted = split(expected, '\n');
  const std::vector<std::string_view> found = split(actual, '\n');
  const auto [wanted_from, found_from] = std::mismatch(wanted.begin(), wanted.end(), found.begin(), found.end());
  const auto begin = static_cast<std::size_t>(wanted_from - wanted.begin());
  const std::size_t least = std::min(wanted.size(), found.size()) - begin;
  std::size_t same_end = 0;
  while (same_end < least && wanted[wanted.size() - 1 - same_end] == found[found.size() - 1 - same_end]) ++same_end;
  std::string text = "line " + std::to_string(begin + 1) + ":\n";
  if (begin > 0) text += marked(' ', wanted, begin - 1, begin);
  return text + marked('-', wanted, begin, wanted.size() - same_end) +
         marked('+', found, begin, found.size() - same_end);
}

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return path.empty();
  if (pattern[0] == '*') {
    const bool is_deep = pattern.starts_with("**");
    const std::string_view rest = pattern.substr(is_deep ? 2 : 1);
    for (std::size_t taken = 0; taken <= path.size(); ++taken) {
      if (matches_glob(rest, path.substr(taken))) return true;
      if (taken < path.size() && path[taken] == '/' && !is_deep) return false;
    }
    return false;
  }
  if (path.empty() || (pattern[0] != path[0] && (pattern[0] != '?' || path[0] == '/'))) return false;
  return matches_glob(pattern.substr(1), path.substr(1));
}

}  // namespace causerie
