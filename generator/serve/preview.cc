#include "serve/preview.h"

#include <algorithm>

#include "base/hash.h"
#include "base/paths.h"

namespace causerie {

Preview::Preview(Files& files, std::unique_ptr<PreparedSite> prepared)
    : files_(files),
      prepared_(std::move(prepared)),
      rendering_(prepared_->plan, files, renderers_of(prepared_->theme), 1) {}

std::optional<std::size_t> Preview::output(std::string_view file) const { return prepared_->plan.find(file); }

std::optional<Preview::Found> Preview::find(std::string_view path) const {
  if (!path.starts_with('/')) return std::nullopt;
  if (const auto found = output(UrlPath{std::string(path)}.file())) return Found{*found};
  if (path.ends_with('/')) return std::nullopt;
  if (const auto found = output(UrlPath{std::string(path) + "/"}.file())) return Found{*found, true};
  return std::nullopt;
}

bool Preview::is_page(std::size_t output) const { return prepared_->plan.outputs[output].is_page(); }

const std::string* Preview::copied(std::size_t output) const {
  const WriterFile* file = prepared_->plan.outputs[output].copied();
  return file == nullptr ? nullptr : &file->path;
}

Result<std::string> Preview::bytes(std::size_t output) const {
  if (const std::string* source = copied(output)) return files_.read(*source);
  const std::lock_guard lock(mutex_);
  return rendering_.bytes(output, 0);
}

std::string Preview::hash_of_page(std::string_view path) const {
  const auto found = find(path);
  const auto shown = found ? std::optional(found->output) : output("404.html");
  if (!shown) return {};
  const auto made = bytes(*shown);
  return made ? hex(hash_of(*made)) : std::string();
}

std::string Preview::address_of_source(std::string_view file) const {
  const Site& site = prepared_->site;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const std::string& source = site.source(EssayId{i}).source;
    const bool is_its_own =
        file == source ||
        (source.ends_with(".md") && file.starts_with(std::string_view(source).substr(0, source.size() - 2)) &&
         file.substr(source.size() - 3).starts_with(".comments"));
    if (is_its_own && site.view(EssayId{i}).is_shown) return site.view(EssayId{i}).path.text;
  }
  return {};
}

std::optional<std::vector<MovedStylesheet>> Preview::stylesheets_since(const Preview& before) const {
  const auto& now = prepared_->theme.assets;
  const auto& then = before.prepared_->theme.assets;
  if (!std::ranges::equal(now, then, {}, &Asset::path, &Asset::path)) return std::nullopt;
  std::vector<MovedStylesheet> moved;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (now[i].output != then[i].output) moved.push_back({then[i].output, now[i].output});
  }
  return moved;
}

}  // namespace causerie
