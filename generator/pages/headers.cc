// The file `_headers`: what a host should send with each file, in the format that Netlify and Cloudflare Pages read.
#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "formats/mustache/placeholders.h"
#include "pages/content_policy.h"
#include "pages/page_kind.h"

namespace causerie {
namespace {

constexpr std::string_view assets_folder = "assets/";
constexpr std::size_t most_rules = 99;  // Cloudflare Pages reads 100

std::vector<Route> routes(const Site&) { return {{.path = {"/_headers"}}}; }

void allow_images(const Passage& passage, ContentPolicy& policy) {
  for (const ProseImage& image : passage.prose.images) policy.allow_address("img-src", image.destination);
}

// The HTML that we generate requests nothing but images.
void allow_passage(const Passage& passage, ContentPolicy& policy) {
  if (passage.prose.has_raw_html) policy.allow_html(passage.prose.body.html);
  allow_images(passage, policy);
}

void allow_texts(const PageContext& context, ContentPolicy& policy) {
  const Site& site = context.site;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const Essay& essay = site.source(EssayId{i});
    if (!site.view(EssayId{i}).is_shown) continue;
    if (essay.body.prose.has_raw_html) policy.allow_html(html_of(essay)->body.html);
    allow_images(essay.body, policy);
    if (essay.summary) allow_passage(*essay.summary, policy);
  }
  for (int i = 0; i < static_cast<int>(site.series.size()); ++i) {
    if (site.view(SeriesId{i}).is_shown()) allow_passage(site.source(SeriesId{i}).description, policy);
  }
  for (const auto& [passage, resolved] : context.references.passages) allow_passage(*passage, policy);
}

void allow_theme(const Theme& theme, ContentPolicy& policy) {
  for (const auto& [name, layout] : theme.layouts) {
    std::string html = layout.flat.code;
    std::replace(html.begin(), html.end(), placeholder_space, ' ');
    std::replace(html.begin(), html.end(), placeholder_line_end, '\n');
    std::replace(html.begin(), html.end(), placeholder_tab, '\t');
    policy.allow_html(html);
  }
  for (const Asset& asset : theme.assets) {
    const std::string extension = ascii_lower(extension_of(asset.path));
    if (extension == ".css") policy.allow_stylesheet(asset.bytes);
    if (extension != ".js" && extension != ".mjs") continue;
    policy.allow("script-src", "'self'");
    policy.allow("connect-src", "'self'");
  }
}

// HTML files that the writer made by other means get the same policy, and they are not inspected.
void allow_copied_pages(const PageContext& context, ContentPolicy& policy) {
  const auto& attachments = context.site.content->attachments;
  for (std::size_t i = 0; i < attachments.size(); ++i) {
    const std::string extension = ascii_lower(extension_of(attachments[i].name));
    const bool is_page = extension == ".html" || extension == ".htm" || extension == ".xhtml";
    if (!is_page || !context.references.is_attachment_shown[i]) continue;
    for (const char* directive : {"script-src", "style-src"}) {
      policy.allow(directive, "'self'");
      policy.allow(directive, "'unsafe-inline'");
    }
    policy.allow("connect-src", "'self'");
  }
}

// The theme's files never change under their names. The writer's files in the same folder may.
List assets_for_ever(const PageContext& context) {
  const auto& attachments = context.site.content->attachments;
  const bool is_shared = std::any_of(attachments.begin(), attachments.end(),
                                     [](const Attachment& one) { return one.name.starts_with(assets_folder); });
  List paths;
  if (!is_shared) paths.emplace_back(context.links.rooted({"/assets/"}) + "*");
  for (const Asset& asset : context.theme.assets) {
    if (is_shared && paths.size() < most_rules) paths.emplace_back(context.links.rooted({"/" + asset.output}));
  }
  return paths;
}

Record inputs(const PageContext& context, const Route&) {
  ContentPolicy policy;
  allow_texts(context, policy);
  allow_theme(context.theme, policy);
  allow_copied_pages(context, policy);
  return Record()
      .set("all", context.links.rooted({"/"}) + "*")
      .set("policy", policy.text())
      .set("assets", assets_for_ever(context));
}

std::string write(const Record& record) {
  const auto text = [&](std::string_view name) { return std::get<std::string>(record.find(name)->state()); };
  std::string lines = fmt::format(
      "{}\n  Content-Security-Policy: {}\n  Referrer-Policy: strict-origin-when-cross-origin\n"
      "  X-Content-Type-Options: nosniff\n",
      text("all"), text("policy"));
  for (const Value& path : std::get<List>(record.find("assets")->state())) {
    lines += fmt::format("\n{}\n  Cache-Control: public, max-age=31536000, immutable\n",
                         std::get<std::string>(path.state()));
  }
  return lines;
}

}  // namespace

extern const PageKind headers_file;
const PageKind headers_file = {.name = "headers",
                               .routes = routes,
                               .inputs = inputs,
                               .write = write,
                               .description = "the Content-Security-Policy and how long browsers may keep assets"};

}  // namespace causerie
