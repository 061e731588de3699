#include "commands/new_site.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/locale.h"
#include "base/paths.h"
#include "base/text.h"
#include "commands/archetypes.h"
#include "formats/yaml/writer.h"
#include "system/disk.h"
#include "system/git.h"

namespace causerie {
namespace {

Answer failed(Failure failure) {
  Answer answer;
  answer.failure = std::move(failure);
  return answer;
}

std::string title_from_name(std::string_view name) {
  std::string title(name);
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return capitalized(title, "en");
}

// Quotes a path for a shell.
std::string quoted(const std::string& path) {
  const bool is_plain =
      path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-") == std::string::npos;
  return is_plain ? path : "'" + replace_all(path, "'", "'\\''") + "'";
}

}  // namespace

Answer new_site(const std::string& given) {
  const std::string root = real_path(given);
  const auto files = disk_files(root, FollowLinks::yes);
  const auto stat = files->stat("");
  if (!stat) return failed(stat.failure());
  if (*stat) {
    if ((*stat)->kind != FileKind::folder)
      return failed({"cannot create a site in", given, "it is a file", "name a folder that does not exist yet"});
    const auto entries = files->list("");
    if (!entries) return failed(entries.failure());
    if (!entries->empty())
      return failed({"cannot create a site in", given, "the folder is not empty",
                     "name a folder that is empty or does not exist yet"});
  }
  const auto theme = theme_of(*files, SiteFile());
  if (!theme) return failed(theme.failure());
  const Fillings fillings{{"{title}", yaml_scalar(title_from_name(name_of(root)))}};
  static constexpr std::pair<std::string_view, std::string_view> written[] = {
      {"site.yaml", "site.yaml"},
      {"index.md", "content/index.md"},
      {"about.md", "content/about.md"},
      {"gitignore", ".gitignore"},
  };
  for (const auto& [archetype, path] : written) {
    const auto text = theme->archetypes.find(archetype);
    if (text == theme->archetypes.end()) continue;
    if (auto done = files->replace(path, std::nullopt, filled(text->second, fillings)); !done)
      return failed(done.failure());
  }
  if (!is_in_repository(root)) {
    if (auto done = make_repository(root); !done) return failed(done.failure());
  }
  Answer answer;
  answer.closing = fmt::format(
      "{0}: a new site; you write in its folder content, and site.yaml has its settings\n"
      "next, type: cd {1}; causerie new essay \"My first essay\"; causerie serve --open\n"
      "to read on: causerie help\n",
      given, quoted(given));
  return answer;
}

}  // namespace causerie
