#include "theme/layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "content/source_text.h"

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

bool is_shown(const FlatTemplate& flat, std::string_view name) {
  return std::any_of(flat.tags.begin(), flat.tags.end(), [&](const FlatTag& tag) {
    const bool ends_so = tag.name == name || tag.name.ends_with("." + std::string(name));
    return ends_so && (tag.kind == TagKind::unescaped || tag.kind == TagKind::variable);
  });
}

// Reports what a template does not show and readers would miss: a page's text, its comments, the replies to a comment.
void check_shown(const LayoutShape& shape, const FlatTemplate& flat, const std::string& file,
                 Diagnostics& diagnostics) {
  const std::string wrong = fmt::format("the template '{}' does not show the ", shape.layout);
  for (const Field& field : shape.shape.fields) {
    if (field.name == "replies" && !is_shown(flat, "replies")) {
      diagnostics.error("no-replies", {file, {}}, wrong + "replies").hint("write '{{{replies}}}' where they belong");
    }
    if (field.name == "body" && !is_shown(flat, "body")) {
      diagnostics.warning("not-shown", {file, {}}, wrong + "text").hint("write '{{{body}}}' where it belongs");
    }
    if (field.name == "conversation" && !is_shown(flat, "threads")) {
      diagnostics.warning("not-shown", {file, {}}, wrong + "comments")
          .hint("write '{{#conversation}}{{{threads}}}{{/conversation}}' where they belong");
    }
  }
}

// Reports all missing templates in one error.
void report_missing(const ThemeFolder& chosen, const std::vector<std::string>& layouts, Diagnostics& diagnostics) {
  if (layouts.empty()) return;
  const auto settings = chosen.files.find("theme.yaml");
  diagnostics
      .error("missing-template", {settings == chosen.files.end() ? "" : settings->second.file, {}},
             fmt::format("the theme '{}' has no template '{}'", chosen.name, join(layouts, "', '")))
      .hint(fmt::format("write templates/{}.mustache{}, or add 'extends: default' to theme.yaml", layouts[0],
                        layouts.size() > 1 ? " and the others" : ""))
      .hint("'causerie theme shapes' lists the names that each can use");
}

void warn_of_unused(const ThemeFolder& chosen, const std::set<std::string, std::less<>>& used,
                    Diagnostics& diagnostics) {
  for (const auto& [path, file] : chosen.files) {
    if (!path.starts_with(folder_of_templates)) continue;
    const std::optional<std::string> name = template_name(path);
    if (!name) {
      diagnostics.warning("unknown-file", {file.file, {}}, "a template's name must end in '.mustache'");
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
  std::set<SourceLocation> reported;
  std::vector<std::string> missing;
  for (const LayoutShape& shape : all) {
    used.emplace(shape.layout);
    const TemplateFile* file = find(shape.layout);
    if (file == nullptr) {
      if (shape.is_needed) missing.emplace_back(shape.layout);
      continue;
    }
    std::optional<FlatTemplate> flat = flatten(*file, find, names, diagnostics);
    is_sound = is_sound && flat && flat->is_sound;
    if (!flat) continue;
    check_layout(shape.layout, *flat, shape.shape, vocabulary, reported, diagnostics);
    if (!flat->is_sound) continue;
    check_shown(shape, *flat, file->file, diagnostics);
    used.insert(flat->partials.begin(), flat->partials.end());
    result.emplace(shape.layout, Layout{std::move(*flat), {}});
  }
  report_missing(chosen, missing, diagnostics);
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
  // A broken template hides what it uses.
  if (is_sound && !chosen.is_embedded) warn_of_unused(chosen, used, diagnostics);
  return result;
}

}  // namespace causerie
