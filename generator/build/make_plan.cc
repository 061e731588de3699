#include "build/make_plan.h"

#include <algorithm>
#include <memory>

#include "build/host_limits.h"
#include "pages/page_kind.h"
#include "site/routes.h"
#include "system/parallel.h"

namespace causerie {
namespace {

constexpr std::string_view attachment_kind = "attachment";
constexpr std::string_view asset_kind = "asset";

Routes make_routes(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::vector<Route> routes;
  for (const PageKind* kind : page_kinds()) {
    std::vector<Route> own = kind->routes(site);
    std::move(own.begin(), own.end(), std::back_inserter(routes));
  }
  for (int i = 0; i < static_cast<int>(theme.assets.size()); ++i) {
    routes.push_back({{"/" + theme.assets[static_cast<std::size_t>(i)].output}, asset_kind, AssetId{i}, {}});
  }
  for (int i = 0; i < static_cast<int>(site.content->attachments.size()); ++i) {
    const Attachment& attachment = site.content->attachments[static_cast<std::size_t>(i)];
    routes.push_back({{"/" + attachment.name}, attachment_kind, AttachmentId{i}, {attachment.source, {}}});
  }
  return Routes(std::move(routes), diagnostics);
}

Output make_output(const PageContext& context, const Route& route) {
  if (const auto* id = std::get_if<AttachmentId>(&route.subject)) {
    const Attachment& attachment = context.site.content->attachments[static_cast<std::size_t>(id->index)];
    return {route.path.file(), Copy{attachment.source, attachment.hash}};
  }
  if (const auto* id = std::get_if<AssetId>(&route.subject)) {
    const Asset& asset = context.theme.assets[static_cast<std::size_t>(id->index)];
    Record record;
    record.set("bytes", Later{asset.hash, [&asset] { return Value(asset.bytes); }});
    return {route.path.file(), Text{std::move(record), [&asset](const Record&) { return asset.bytes; }}};
  }
  const PageKind& kind = page_kind(route.kind);
  Record inputs = kind.inputs(context, route);
  if (kind.write != nullptr) return {route.path.file(), Text{std::move(inputs), kind.write}};
  return {route.path.file(), Page{std::string(kind.layout), std::move(inputs)}};
}

}  // namespace

Plan make_plan(const Site& site, const Theme& theme, int jobs, Diagnostics& diagnostics) {
  const Routes routes = make_routes(site, theme, diagnostics);
  warn_of_coming_collisions(site, routes, diagnostics);
  const auto ground = std::make_shared<const Ground>(
      Ground{resolve_references(site, routes, diagnostics), Links(site.file().base_url)});
  warn_of_host_limits(site, ground->links, diagnostics);

  std::vector<const Route*> shown;
  for (const Route& route : routes.all()) {
    const auto* attachment = std::get_if<AttachmentId>(&route.subject);
    const bool waits =
        attachment != nullptr && !ground->references.is_attachment_shown[static_cast<std::size_t>(attachment->index)];
    if (!waits) shown.push_back(&route);
  }
  const PageContext context{site, ground->references, ground->links, theme};
  Plan plan;
  plan.outputs.resize(shown.size());
  for_each_index(shown.size(), jobs, [&](std::size_t i, int) { plan.outputs[i] = make_output(context, *shown[i]); });
  std::sort(plan.outputs.begin(), plan.outputs.end(), [](const Output& a, const Output& b) { return a.path < b.path; });
  plan.ground = ground;
  return plan;
}

}  // namespace causerie
