// Suggests the file that a broken link may have meant (part of the resolver).
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "site/resolver_question.h"

namespace causerie {

// Returns a hint with links that work from the question's file: to files of the same name elsewhere, or else of similar
// names; empty if there are none.
std::string Resolver::nearest_file(const Question& question, std::string_view name) const {
  const std::string& here = question.origin.folder;
  const std::string_view written = question.written;
  // A name that contains '#' or '%' has to be escaped in a link.
  std::string literal;
  const bool has_literal = resolve_relative(here, written, literal);
  std::vector<std::string> wanted{std::string(name_of(name)), std::string(name_of(written))};
  std::vector<std::string> paths;
  const auto add_all = [&](auto&& is_meant) {
    for (const std::string& path : source_paths_) {
      if (is_meant(path)) paths.push_back(path);
    }
  };
  if (has_literal) add_all([&](const std::string& path) { return path == literal; });
  if (paths.empty()) add_all([&](const std::string& path) { return ascii_iequals(name_of(path), wanted[0]); });
  if (paths.empty()) {
    std::vector<std::string> names;
    for (const std::string& path : source_paths_) names.emplace_back(name_of(path));
    for (const std::string& one : wanted) {
      for (const std::string& near : nearest(one, std::span<const std::string>(names)))
        add_all([&](const std::string& path) { return name_of(path) == near; });
      if (!paths.empty()) break;
    }
  }
  std::string text;
  int count = 0;
  for (const std::string& path : paths) {
    const std::string link = relative_link({"/" + join_path(here, "x")}, {"/" + path});
    if (link == written || count == 3) continue;
    text += fmt::format("{}'{}'", count++ == 0 ? "did you mean " : " or ", link);
  }
  return text.empty() ? text : text + "?";
}

}  // namespace causerie
