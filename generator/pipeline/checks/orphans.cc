// Reports files that are copied although nothing refers to them.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

constexpr std::size_t most_named = 5;  // per folder

// Files at the top level or in `.well-known` are for robots, browsers and hosts, which request them by name.
bool is_asked_for(std::string_view name) { return parent_of(name).empty() || name.starts_with(".well-known/"); }

// True if files with this extension may refer to other files.
bool is_shown_text(std::string_view name) {
  static constexpr std::string_view kinds[] = {".css", ".html", ".htm", ".js",  ".mjs",        ".json",
                                               ".svg", ".xml",  ".txt", ".vtt", ".webmanifest"};
  return std::find(std::begin(kinds), std::end(kinds), ascii_lower(extension_of(name))) != std::end(kinds);
}

// Collects the files below a folder whose extension marks them as text or as the writer's or a theme's.
void list_texts(Files& files, const std::string& folder, std::vector<std::string>& found) {
  std::vector<std::string> folders{folder};
  while (!folders.empty() && found.size() < 100'000) {
    const std::string one = std::move(folders.back());
    folders.pop_back();
    const auto entries = files.list(one);
    if (!entries) continue;
    for (const FolderEntry& entry : *entries) {
      if (entry.name.starts_with('.')) continue;
      const std::string path = join_path(one, entry.name);
      const std::string extension = ascii_lower(extension_of(entry.name));
      const bool is_ours = extension == ".md" || extension == ".yaml" || extension == ".mustache";
      if (entry.kind == FileKind::folder) folders.push_back(path);
      if (entry.kind == FileKind::file && (is_ours || is_shown_text(entry.name))) found.push_back(path);
    }
  }
}

// Drops those whose name occurs in any text of the site: in CSS and scripts, in `params`, in a theme, in code. It may
// mean something else there, but it may also be a reference.
void drop_named_in_texts(Files& files, std::vector<const Attachment*>& orphans) {
  std::vector<std::string> texts{"site.yaml"};
  for (const char* folder : {"content", "themes"}) list_texts(files, folder, texts);
  for (const std::string& path : texts) {
    if (orphans.empty()) return;
    const auto bytes = files.read(path);
    if (!bytes) continue;
    std::erase_if(orphans, [&](const Attachment* orphan) {
      const std::string_view name = name_of(orphan->name);
      if (orphan->source == path) return false;
      return bytes->find(name) != std::string::npos || bytes->find(percent_escape_path(name)) != std::string::npos;
    });
  }
}

// The files that replace a page of ours: whatever links to that page refers to them.
std::set<int> replacing_files(const Routes& routes) {
  std::set<int> files;
  for (const ReplacedRoute& replaced : routes.replaced()) {
    if (const auto file = routes.find(replaced.by.text)->attachment) files.insert(file->index);
  }
  return files;
}

void check_orphans(const CheckedSite& checked, Diagnostics& diagnostics) {
  std::vector<const Attachment*> orphans;
  const std::vector<Attachment>& attachments = checked.site().content->attachments;
  const std::set<int> replacing = replacing_files(checked.prepared.plan.data->routes);
  for (std::size_t i = 0; i < attachments.size(); ++i) {
    const bool is_named = checked.references().is_attachment_named[i] || replacing.contains(static_cast<int>(i));
    if (!is_named && !is_asked_for(attachments[i].name)) orphans.push_back(&attachments[i]);
  }
  if (!orphans.empty()) drop_named_in_texts(checked.files, orphans);
  std::map<std::string_view, std::size_t> counts;  // by folder
  for (const Attachment* orphan : orphans) ++counts[parent_of(orphan->name)];
  std::map<std::string_view, std::size_t> said;
  for (const Attachment* orphan : orphans) {
    const std::size_t count = counts[parent_of(orphan->name)];
    const std::size_t number = ++said[parent_of(orphan->name)];
    if (number > most_named) continue;
    const std::string more = number == most_named && count > most_named
                                 ? fmt::format(", or {} more in this folder", count - most_named)
                                 : "";
    diagnostics
        .note("orphan-file", {orphan->source, {}},
              fmt::format("nothing links to this file{}: it is published anyway", more))
        .hint("link to it from a text, or move it out of content/");
  }
}

}  // namespace

extern const SiteCheck orphans_check;
const SiteCheck orphans_check = {.name = "orphans", .run = check_orphans};

}  // namespace causerie
