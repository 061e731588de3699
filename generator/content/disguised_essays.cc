#include "content/disguised_essays.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "base/paths.h"
#include "base/text.h"

namespace causerie {
namespace {

constexpr std::size_t most_bytes = 4096;

// True for `title: …`: a word, a colon, and a space or the end of the line.
bool is_key_line(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return false;
  return line.substr(0, colon).find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-") ==
         std::string_view::npos;
}

bool begins_with_front_matter(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  bool is_first = true, has_key = false;
  for (std::string_view line : lines_of(text)) {
    line = trim(line);
    if (is_first && line != "---") return false;
    if (!is_first && line == "---") return has_key;
    has_key = has_key || is_key_line(line);
    is_first = false;
  }
  return false;
}

}  // namespace

Result<std::vector<TreeFile>> take_disguised_essays(Files& files, std::vector<TreeFile>& copied,
                                                    Diagnostics& diagnostics) {
  std::vector<TreeFile> taken;
  for (const TreeFile& file : copied) {
    if (ascii_lower(extension_of(name_of(file.name))) != ".txt") continue;
    const auto begin = files.read_part(file.path, 0, most_bytes);
    if (!begin) return begin.failure();
    if (!begins_with_front_matter(*begin)) continue;
    diagnostics
        .warning("unread-file", {file.path, {}},
                 "this file is not published: it begins with front matter, as essays do")
        .hint(fmt::format("to make it an essay, rename it to {}.md; else remove the lines between '---'",
                          stem_of(name_of(file.name))));
    taken.push_back(file);
  }
  std::erase_if(copied, [&](const TreeFile& file) {
    return std::ranges::find(taken, file.path, &TreeFile::path) != taken.end();
  });
  return taken;
}

}  // namespace causerie
