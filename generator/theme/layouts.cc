#include "theme/layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "content/source_text.h"
#include "theme/check.h"

namespace causerie {
namespace {

constexpr std::string_view folder_of_templates = "templates/";
constexpr std::string_view ending = ".mustache";

using Templates = std::map<std::string, TemplateFile, std::less<>>;  // by name

std::optional<std::string> template_name(std::string_view path) {
  if (!path.starts_with(folder_of_templates) || !path.ends_with(ending)) return std::nullopt;
  return std::string(path.substr(folder_of_templates.size(), path.size() - folder_of_templates.size() - ending.size()));
}

TemplateFile unreadable(const std::string& file) { return {.file = file, .text = {}, .tags = {}, .is_sound = false}; }

// A conversation whose replies the template forgets would lose them.
void check_replies(const LayoutShape& shape, const FlatTemplate& flat, const std::string& file,
                   Diagnostics& diagnostics) {
  const auto& fields = shape.shape.fields;
  const bool has_replies =
      std::any_of(fields.begin(), fields.end(), [](const Field& field) { return field.name == "replies"; });
  const bool shows = std::any_of(flat.tags.begin(), flat.tags.end(), [](const FlatTag& tag) {
    return tag.name == "replies" && tag.kind == TagKind::unescaped;
  });
  if (!has_replies || shows) return;
  diagnostics.error("no-replies", {file, {}}, fmt::format("the template '{}' does not show the replies", shape.layout))
      .hint("write '{{{replies}}}' where they go");
}

void warn_of_unused(const ThemeFolder& chosen, const std::set<std::string, std::less<>>& used,
                    Diagnostics& diagnostics) {
  for (const auto& [path, file] : chosen.files) {
    if (!path.starts_with(folder_of_templates)) continue;
    const std::optional<std::string> name = template_name(path);
    if (!name) {
      diagnostics.warning("unknown-file", {file.file, {}}, "a template's name ends in '.mustache'");
    } else if (!used.contains(*name)) {
      diagnostics.warning("unused-template", {file.file, {}}, fmt::format("nothing uses the template '{}'", *name))
          .hint(did_you_mean(*name, std::vector<std::string>(used.begin(), used.end())));
    }
  }
}

}  // namespace

std::map<std::string, Layout, std::less<>> read_layouts(const ThemeFiles& files, const ThemeFolder& chosen,
                                                        std::span<const LayoutShape> shapes,
                                                        const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  Templates templates;
  std::vector<std::string> names;
  bool is_sound = true;
  for (const auto& [path, file] : files) {
    const std::optional<std::string> name = template_name(path);
    if (!name) continue;
    std::optional<std::string> text = text_from_bytes(file.bytes, file.file, diagnostics);
    TemplateFile read = text ? read_template(file.file, std::move(*text), diagnostics) : unreadable(file.file);
    is_sound = is_sound && read.is_sound;
    templates.emplace(*name, std::move(read));
    names.push_back(*name);
  }
  const FindTemplate find = [&](std::string_view name) {
    const auto found = templates.find(name);
    return found == templates.end() ? nullptr : &found->second;
  };

  const std::vector<LayoutShape> all = with_forests(shapes);
  std::map<std::string, Layout, std::less<>> result;
  std::set<std::string, std::less<>> used;
  std::set<Place> reported;
  for (const LayoutShape& shape : all) {
    used.emplace(shape.layout);
    const TemplateFile* file = find(shape.layout);
    if (file == nullptr) {
      const auto settings = chosen.files.find("theme.yaml");
      diagnostics
          .error("missing-template", {settings == chosen.files.end() ? "" : settings->second.file, {}},
                 fmt::format("the theme '{}' has no template '{}'", chosen.name, shape.layout))
          .hint(fmt::format("write templates/{}.mustache, or 'extends: default' in theme.yaml", shape.layout));
      continue;
    }
    std::optional<FlatTemplate> flat = flatten(*file, find, names, diagnostics);
    is_sound = is_sound && flat;
    if (!flat) continue;
    check_layout(shape.layout, *flat, shape.shape, vocabulary, reported, diagnostics);
    check_replies(shape, *flat, file->file, diagnostics);
    used.insert(flat->partials.begin(), flat->partials.end());
    result.emplace(shape.layout, Layout{std::move(*flat), {}});
  }
  for (const LayoutShape& shape : all) {
    const auto layout = result.find(shape.layout);
    if (layout == result.end()) continue;
    Hasher hasher;
    hasher.add(layout->second.flat.code);
    for (const LayoutShape& forest : with_forests(std::span(&shape, 1))) {
      const auto of_forest = result.find(forest.layout);
      if (of_forest != result.end()) hasher.add(forest.layout).add(of_forest->second.flat.code);
    }
    layout->second.fingerprint = hasher.finish();
  }
  // A broken template hides what it would have used.
  if (is_sound && !chosen.is_embedded) warn_of_unused(chosen, used, diagnostics);
  return result;
}

}  // namespace causerie
