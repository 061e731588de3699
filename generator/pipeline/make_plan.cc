#include "pipeline/make_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <any>
#include <memory>

#include "pages/frame.h"
#include "pages/page_kind.h"
#include "pipeline/host_limits.h"
#include "site/routes.h"

namespace causerie {
namespace {

struct AssetId {
  std::size_t index = 0;  // index into the theme's assets
};

Routes make_routes(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::vector<Route> routes;
  for (const PageKind* kind : page_kinds()) {
    for (Route& route : kind->routes(site)) {
      route.kind = kind;
      route.title = kind->title;
      routes.push_back(std::move(route));
    }
  }
  for (std::size_t i = 0; i < theme.assets.size(); ++i) {
    routes.push_back({.path = {"/" + theme.assets[i].output}, .subject = AssetId{i}});
  }
  for (int i = 0; i < static_cast<int>(site.content->attachments.size()); ++i) {
    const Attachment& attachment = site.content->attachments[static_cast<std::size_t>(i)];
    routes.push_back(
        {.path = {"/" + attachment.name}, .source = {attachment.source, {}}, .attachment = AttachmentId{i}});
  }
  return Routes(std::move(routes), diagnostics);
}

// The route must outlive the output.
Output make_output(const PageContext& context, const Route& route) {
  std::string path = route.path.file();
  if (const PageKind* kind = route.kind; kind != nullptr) {
    const MakeRecord inputs = [context, kind, &route] { return kind->inputs(context, route); };
    if (kind->write != nullptr) return {std::move(path), made_from(inputs, kind->write), kind};
    return {std::move(path), Page{std::string(kind->layout), inputs, links_on(context, route)}, kind};
  }
  if (route.attachment) {
    const Attachment& attachment = context.site.content->attachments[static_cast<std::size_t>(route.attachment->index)];
    return {std::move(path), copy_of({attachment.source, attachment.hash})};
  }
  const Asset& asset = context.theme.assets[std::any_cast<AssetId>(route.subject).index];
  const auto record = [&asset] {
    return Record().set("bytes", Later{asset.hash, [&asset] { return Value(asset.bytes); }});
  };
  return {std::move(path), made_from(record, [&asset](const Record&) { return asset.bytes; })};
}

// False for a file to which only hidden texts refer.
bool is_shown(const References& references, const Route& route) {
  return !route.attachment || references.is_attachment_shown[static_cast<std::size_t>(route.attachment->index)];
}

void note_replaced(const Route& ours, const Route& by, Diagnostics& diagnostics) {
  const std::string_view description = ours.kind != nullptr ? ours.kind->description : "a file of the theme";
  diagnostics
      .note("replaced-page", by.source,
            fmt::format("this replaces Causerie's own '{}', {}", ours.path.text, description))
      .hint("links to it lead here; if you want Causerie's, rename this file or give it a different 'slug'");
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
  const Routes& routes = plan.data->routes;
  plan.outputs.reserve(routes.all().size() + routes.replaced().size());
  for (const Route& route : routes.all()) {
    if (is_shown(context.references, route)) plan.outputs.push_back(make_output(context, route));
  }
  for (const ReplacedRoute& replaced : routes.replaced()) {
    const Route& by = *routes.find(replaced.by.text);
    if (is_shown(context.references, by)) {
      note_replaced(replaced.ours, by, diagnostics);
    } else {
      plan.outputs.push_back(make_output(context, replaced.ours));
    }
  }
  std::sort(plan.outputs.begin(), plan.outputs.end(), [](const Output& a, const Output& b) { return a.path < b.path; });
  return plan;
}

}  // namespace causerie
