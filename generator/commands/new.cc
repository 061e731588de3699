// `causerie new`: starts a site, a series or an essay from the theme's archetypes. Never overwrites a file.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/locale.h"
#include "base/paths.h"
#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"
#include "commands/archetypes.h"
#include "commands/command.h"
#include "commands/new_site.h"
#include "commands/site_request.h"
#include "content/content.h"
#include "formats/yaml/writer.h"
#include "system/clock.h"
#include "system/disk.h"

namespace causerie {
namespace {

Answer failed(Failure failure) {
  Answer answer;
  answer.failure = std::move(failure);
  return answer;
}

Answer wrong(std::string message, std::string hint) {
  Answer answer;
  answer.wrong_usage = {std::move(message), std::move(hint)};
  return answer;
}

// The site that `new series` and `new essay` add to.
struct OpenSite {
  std::string root;
  std::unique_ptr<Files> files;
  Content content;
};

std::variant<OpenSite, Answer> open_site(const Arguments& arguments) {
  auto target = find_site(arguments);
  if (const auto* usage = std::get_if<WrongUsage>(&target)) return wrong(usage->message, usage->hint);
  OpenSite site{std::get<std::string>(target), disk_files(std::get<std::string>(target), FollowLinks::yes), {}};
  Diagnostics for_the_next_build;  // ignored here: errors in the site do not prevent adding to it
  auto content = read_content(*site.files, 0, for_the_next_build);
  if (!content) return failed(content.failure());
  site.content = *std::move(content);
  return site;
}

// Writes a new file and prints its path; fails if it already exists.
Answer write_new(OpenSite& site, const std::string& path, std::string_view archetype, const Fillings& fillings) {
  const auto theme = theme_of(*site.files, site.content.site);
  if (!theme) return failed(theme.failure());
  const auto text = theme->archetypes.find(archetype);
  if (text == theme->archetypes.end())
    return failed(
        {"cannot find", std::string(archetype), "the theme has no such archetype", "add one to its archetypes/"});
  if (auto done = site.files->replace(path, std::nullopt, filled(text->second, fillings)); !done) {
    if (done.failure().reason != exists_already) return failed(done.failure());
    return failed({"cannot write", path, std::string(exists_already), "edit that file, or choose another title"});
  }
  Answer answer;
  answer.output = path + "\n";
  return answer;
}

Answer new_series(const Arguments& arguments, const std::string& name) {
  auto opened = open_site(arguments);
  if (auto* answer = std::get_if<Answer>(&opened)) return std::move(*answer);
  OpenSite& site = std::get<OpenSite>(opened);
  const std::string folder = slug_of(name);
  if (folder.empty()) return wrong(fmt::format("'{}' has no letter or digit to make a folder name from", name), "");
  if (is_reserved_series_slug(folder)) {
    return wrong(fmt::format("a series cannot be called '{}': 'series:{}' has another meaning", folder, folder),
                 "choose another name");
  }
  return write_new(site, "content/" + folder + "/series.yaml", "series.yaml",
                   {{"{title}", yaml_scalar(capitalized(nfc(name), site.content.site.language))}});
}

// Where a new essay goes: the series or folder before the last `/`, if there is one of that name.
struct EssayTarget {
  std::string folder = "essays";
  const Series* series = nullptr;
  std::string title;
};

EssayTarget target_of(Files& files, const Content& content, const std::string& words) {
  EssayTarget target;
  target.title = words;
  const auto slash = words.rfind('/');
  if (slash == std::string::npos || slash == 0) return target;
  const std::string left = nfc(words.substr(0, slash));
  const auto is_named = [&](const Series& series) {
    return series.folder == left || name_of(series.folder) == left || (!series.slug.empty() && series.slug == left) ||
           slug_of(name_of(series.folder)) == slug_of(left) ||
           lower(series.title) == lower(shown_title(left, markdown_options(content.site)));
  };
  const auto series = std::find_if(content.series.begin(), content.series.end(), is_named);
  std::string inside;
  const bool is_path = resolve_relative("", left, inside) && inside == left;
  const auto stat =
      is_path ? files.stat("content/" + left) : Result<std::optional<FileStat>>(std::optional<FileStat>());
  const bool is_folder = stat && *stat && (*stat)->kind == FileKind::folder;
  if (series != content.series.end()) {
    target.series = &*series;
    target.folder = series->folder;
  } else if (is_folder || left == "essays") {
    target.folder = left;
  } else {
    return target;
  }
  target.title = words.substr(slash + 1);
  return target;
}

// The number of the part planned under this title, if it is not written yet; otherwise the next number that is neither
// written nor planned.
int next_part(const Content& content, const Series& series, const std::string& slug) {
  std::set<int> written;
  int part = 1;
  for (const auto& read : content.essays) {
    const Essay& essay = *read;
    if (essay.folder != series.folder) continue;
    if (essay.part) written.insert(*essay.part);
    // An essay without a number is placed by `order`.
    part = std::max(part, essay.part.value_or(static_cast<int>(series.order.size())) + 1);
  }
  std::set<int> planned;
  for (const PlannedPart& one : series.planned) {
    if (slug_of(one.title) == slug && !written.contains(one.part)) return one.part;
    planned.insert(one.part);
  }
  while (planned.contains(part)) ++part;
  return part;
}

Answer new_essay(const Arguments& arguments, const std::string& words) {
  auto opened = open_site(arguments);
  if (auto* answer = std::get_if<Answer>(&opened)) return std::move(*answer);
  OpenSite& site = std::get<OpenSite>(opened);
  EssayTarget target = target_of(*site.files, site.content, words);
  target.title = nfc(trim(target.title));
  const std::string slug = slug_of(target.title);
  if (slug.empty())
    return wrong(fmt::format("the title '{}' has no letter or digit to make a file name from", target.title), "");
  for (const auto& read : site.content.essays) {
    const Essay& essay = *read;
    if (essay.folder != target.folder || essay.slug != slug) continue;
    return failed({"cannot create an essay called", target.title,
                   fmt::format("{} already has that address", essay.source),
                   "edit that file, or choose another title"});
  }
  if (target.series == nullptr && slug == "index") {
    return wrong("an essay cannot be called 'index'",
                 "index.md is for the text above a folder's list; choose another title");
  }
  const std::string stem =
      target.series != nullptr ? fmt::format("{:02}-{}", next_part(site.content, *target.series, slug), slug) : slug;
  const std::string folder =
      target.series != nullptr && !target.series->slug.empty() ? target.series->slug : target.folder;
  const Day today = site.content.site.zone->day(now());
  Answer answer = write_new(
      site, fmt::format("content/{}/{}.md", target.folder, stem), "essay.md",
      {{"{title}", yaml_scalar(target.title)}, {"{date}", iso(today)}, {"{id}", fmt::format("/{}/{}/", folder, slug)}});
  if (const auto slash = target.title.find('/'); !answer.failure && slash != std::string::npos) {
    const std::string left = target.title.substr(0, slash);
    std::vector<std::string> known;
    for (const Series& series : site.content.series) known.push_back(series.folder);
    for (const auto& read : site.content.essays) known.push_back(read->folder);
    const std::string guess = did_you_mean(left, std::span<const std::string>(known));
    if (!guess.empty()) {
      answer.closing = fmt::format(
          "there is no series or folder '{}', so the title is '{}'; {} Then delete this file and run the command "
          "again\n",
          left, target.title, guess);
      return answer;
    }
    answer.closing = fmt::format(
        "there is no series '{0}', so the title is '{1}'; to write a part of a new series instead, delete this file "
        "and first run: causerie new series \"{0}\"\n",
        left, target.title);
  }
  return answer;
}

// Writes the workflow file by which a code host builds the site after each change, and daily for scheduled essays.
Answer new_workflow(const Arguments& arguments, const std::string& host) {
  if (host != "github" && host != "gitlab")
    return wrong(fmt::format("there is no workflow for '{}'", host), "it is one of: github, gitlab");
  auto opened = open_site(arguments);
  if (auto* answer = std::get_if<Answer>(&opened)) return std::move(*answer);
  const bool is_github = host == "github";
  Answer answer = write_new(std::get<OpenSite>(opened), is_github ? ".github/workflows/pages.yml" : ".gitlab-ci.yml",
                            host + ".yml", {});
  if (!answer.failure) answer.closing = "its first lines say what to do next\n";
  return answer;
}

Answer new_one(const Arguments& arguments) {
  const std::string& kind = arguments.words[0];
  const std::string& name = arguments.words[1];
  if (name.starts_with('-')) return wrong(fmt::format("'{}' is not a name", name), "");
  if (kind == "site") return new_site(name);
  if (kind == "series") return new_series(arguments, name);
  if (kind == "essay") return new_essay(arguments, name);
  if (kind == "workflow") return new_workflow(arguments, name);
  static constexpr std::string_view kinds[] = {"site", "series", "essay", "workflow"};
  const std::string hint = did_you_mean(kind, std::span<const std::string_view>(kinds));
  return wrong(
      fmt::format("'new {}' is not a command", kind),
      hint.empty() ? "write: causerie new site DIR, new series NAME, new essay TITLE or new workflow github" : hint);
}

}  // namespace

extern const Command new_command;
const Command new_command = {
    .name = "new",
    .words = "site|series|essay|workflow NAME",
    .summary = "create a site, a series, an essay or a workflow",
    .details =
        "new site DIR            a folder with a site in it, ready to build\n"
        "new series NAME         a series in content/\n"
        "new essay SERIES/TITLE  the next part of a series\n"
        "new essay TITLE         a stand-alone essay, in content/essays/\n"
        "new workflow github     a file that makes GitHub build and publish the site; 'new workflow gitlab' does it "
        "for GitLab\n\n"
        "Existing files are never overwritten.",
    .least_words = 2,
    .most_words = 2,
    .run = new_one,
};

}  // namespace causerie
