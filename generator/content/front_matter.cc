#include "content/front_matter.h"

#include <fmt/format.h>

#include "base/hidden_character.h"
#include "base/text.h"
#include "content/yaml_recovery.h"

namespace causerie {
namespace {

bool is_bare_fence(std::string_view line) {
  if (!line.starts_with("---")) return false;
  return line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

// Also true for a fence with a character that cannot be seen, which is reported.
bool is_fence(std::string_view line, const std::string& file, int number, Diagnostics& diagnostics) {
  if (is_bare_fence(line)) return true;
  if (line.size() > 20 || is_ascii(line) || !is_bare_fence(without_hidden_characters(line))) return false;
  const auto hidden = hidden_character(line);
  const int column = static_cast<int>(count_code_points(line.substr(0, hidden->begin))) + 1;
  diagnostics
      .warning("hidden-character", {file, {{number, column}, {number, column + 1}}},
               fmt::format("this line '---' contains {}", hidden->name))
      .hint("delete it");
  return true;
}

}  // namespace

FrontMatter split_front_matter(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  FrontMatter result;
  result.body = text;
  const auto first_end = text.find('\n');
  if (trim(text.substr(0, first_end)) == "+++") {
    diagnostics
        .error("foreign-front-matter", {file, {{1, 1}, {1, 4}}},
               "this front matter is TOML; it must be YAML between '---' lines")
        .hint("write '---' instead of '+++', and 'title: …' instead of 'title = …'");
    return {.map = {}, .is_broken = true, .body = {}, .body_line = 1};
  }
  if (!is_fence(text.substr(0, first_end), file, 1, diagnostics)) {
    result.map.span = {{1, 1}, {1, 1}};
    return result;
  }
  int line = 2;
  for (std::size_t begin = first_end; begin != std::string_view::npos; ++line) {
    ++begin;
    const auto end = text.find('\n', begin);
    const std::string_view current = text.substr(begin, end == std::string_view::npos ? end : end - begin);
    if (is_fence(current, file, line, diagnostics)) {
      const std::string_view keys = text.substr(first_end + 1, begin - first_end - 1);
      auto map = parse_yaml(keys, file, {2, 1}, false, diagnostics);
      result.is_broken = !map;
      result.map = map ? *std::move(map) : readable_keys(keys, file, 2);
      result.body = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
      result.body_line = line + 1;
      return result;
    }
    begin = end;
  }
  diagnostics.error("open-front-matter", {file, {{1, 1}, {1, 4}}}, "the front matter opened here is never closed")
      .hint("add a line '---' below the last key");
  result.is_broken = true;
  if (first_end != std::string_view::npos) result.map = readable_keys(text.substr(first_end + 1), file, 2);
  result.body = {};
  return result;
}

}  // namespace causerie
