#include "content/front_matter.h"

#include "base/text.h"

namespace causerie {
namespace {

bool is_fence(std::string_view line) {
  if (!line.starts_with("---")) return false;
  return line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

}  // namespace

FrontMatter split_front_matter(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  FrontMatter result;
  result.body = text;
  const auto first_end = text.find('\n');
  if (!is_fence(text.substr(0, first_end))) {
    result.map = Node{};
    result.map->span = {{1, 1}, {1, 1}};
    return result;
  }
  int line = 2;
  for (std::size_t begin = first_end; begin != std::string_view::npos; ++line) {
    ++begin;
    const auto end = text.find('\n', begin);
    const std::string_view current = text.substr(begin, end == std::string_view::npos ? end : end - begin);
    if (is_fence(current)) {
      result.map = parse_yaml(text.substr(first_end + 1, begin - first_end - 1), file, {2, 1}, false, diagnostics);
      result.body = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
      result.body_line = line + 1;
      return result;
    }
    begin = end;
  }
  diagnostics.error("open-front-matter", {file, {{1, 1}, {1, 4}}}, "the front matter opened here is never closed")
      .hint("put a line '---' below the last key");
  result.body = {};
  return result;
}

}  // namespace causerie
