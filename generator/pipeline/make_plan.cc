#include "pipeline/make_plan.h"

#include <algorithm>
#include <memory>

#include "pages/frame.h"
#include "pages/page_kind.h"
#include "pipeline/host_limits.h"
#include "site/routes.h"

namespace causerie {
namespace {

Routes make_routes(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::vector<Route> routes;
  for (const PageKind* kind : page_kinds()) {
    for (Route& route : kind->routes(site)) {
      route.name = kind->name;
      route.kind = kind;
      routes.push_back(std::move(route));
    }
  }
  for (int i = 0; i < static_cast<int>(theme.assets.size()); ++i) {
    routes.push_back({{"/" + theme.assets[static_cast<std::size_t>(i)].output}, AssetId{i}, {}, "asset"});
  }
  for (int i = 0; i < static_cast<int>(site.content->attachments.size()); ++i) {
    const Attachment& attachment = site.content->attachments[static_cast<std::size_t>(i)];
    routes.push_back({{"/" + attachment.name}, AttachmentId{i}, {attachment.source, {}}});
  }
  return Routes(std::move(routes), diagnostics);
}

// The route must outlive the output.
Output make_output(const PageContext& context, const Route& route) {
  if (const PageKind* kind = route.kind; kind != nullptr) {
    const MakeRecord inputs = [context, kind, &route] { return kind->inputs(context, route); };
    if (kind->write != nullptr) return {route.path.file(), made_from(inputs, kind->write)};
    return {route.path.file(), Page{std::string(kind->layout), inputs, links_on(context, route)}};
  }
  if (const auto* id = std::get_if<AssetId>(&route.subject)) {
    const Asset& asset = context.theme.assets[static_cast<std::size_t>(id->index)];
    const auto record = [&asset] {
      return Record().set("bytes", Later{asset.hash, [&asset] { return Value(asset.bytes); }});
    };
    return {route.path.file(), made_from(record, [&asset](const Record&) { return asset.bytes; })};
  }
  const auto id = std::get<AttachmentId>(route.subject);
  const Attachment& attachment = context.site.content->attachments[static_cast<std::size_t>(id.index)];
  return {route.path.file(), copy_of({attachment.source, attachment.hash})};
}

std::shared_ptr<const PlanData> make_plan_data(const Site& site, const Theme& theme, int jobs,
                                               Diagnostics& diagnostics) {
  Routes routes = make_routes(site, theme, diagnostics);
  warn_of_coming_collisions(site, routes, diagnostics);
  References references = resolve_references(site, routes, jobs, diagnostics);
  Links links(site.file().base_url);
  warn_of_host_limits(site, links, diagnostics);
  return std::make_shared<const PlanData>(std::move(routes), std::move(references), std::move(links));
}

}  // namespace

Plan make_plan(const Site& site, const Theme& theme, int jobs, Diagnostics& diagnostics) {
  Plan plan;
  plan.data = make_plan_data(site, theme, jobs, diagnostics);
  const PageContext context{site, plan.data->references, plan.data->links, theme, plan.data->fragments};
  for (const Route& route : plan.data->routes.all()) {
    const auto* attachment = std::get_if<AttachmentId>(&route.subject);
    const auto& is_shown = context.references.is_attachment_shown;
    if (attachment != nullptr && !is_shown[static_cast<std::size_t>(attachment->index)]) continue;  // not shown yet
    plan.outputs.push_back(make_output(context, route));
  }
  std::sort(plan.outputs.begin(), plan.outputs.end(), [](const Output& a, const Output& b) { return a.path < b.path; });
  return plan;
}

}  // namespace causerie
