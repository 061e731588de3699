// Reports for whose sake the Content-Security-Policy of the whole site (pages/content_policy.h) allows code inside
// pages. Other hosts that it allows are reported by outside_requests.cc.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "formats/html_tags.h"
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

bool is_code(std::string_view attribute) { return attribute == "style" || attribute.starts_with("on"); }

void note(std::string_view attribute, const SourceLocation& location, Diagnostics& diagnostics) {
  const bool is_style = attribute == "style";
  diagnostics
      .note(
          "loosened-policy", location,
          fmt::format("because of this '{}', the Content-Security-Policy lets every page of the site {} in attributes",
                      attribute, is_style ? "use styles" : "run scripts"))
      .hint(is_style
                ? "use a class here, and write its style in a stylesheet of your theme"
                : "put the script into a .js file, load it with <script src=\"…\">, and let it use addEventListener");
}

void check_body(const CheckedText& checked, Diagnostics& diagnostics) {
  if (!checked.checked.site().file().shows_raw_html) return;
  for (const std::size_t offset : checked.plain.inline_code) {
    const std::size_t end = std::min(checked.text.find_first_of("= \t\n>/", offset), checked.text.size());
    note(ascii_lower(checked.text.substr(offset, end - offset)), checked.location(offset, end), diagnostics);
  }
}

// HTML whose source has no locations: each kind of attribute is reported once.
void check_html(std::string_view html, const SourceLocation& location, Diagnostics& diagnostics) {
  std::set<std::string> seen;
  for (const HtmlTag& tag : html_tags(html)) {
    for (const auto& [name, value] : tag.attributes) {
      if (is_code(name) && seen.insert(name).second) note(name, location, diagnostics);
    }
  }
}

void check_passage(const Passage& passage, Diagnostics& diagnostics) {
  if (passage.prose.has_raw_html) check_html(passage.prose.body.html, passage.location(Position{}), diagnostics);
}

void check_templates(const CheckedSite& checked, Diagnostics& diagnostics) {
  const std::string folder = join_path(join_path("themes", checked.prepared.theme.name), "templates");
  const auto entries = checked.files.list(folder);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    const std::string file = join_path(folder, entry.name);
    if (extension_of(entry.name) != ".mustache") continue;
    if (const auto text = checked.files.read(file)) check_html(*text, {file, {}}, diagnostics);
  }
}

void check_policy(const CheckedSite& checked, Diagnostics& diagnostics) {
  const Content& content = *checked.site().content;
  for (const Series& series : content.series) check_passage(series.description, diagnostics);
  for (const auto& [passage, resolved] : checked.references().passages) check_passage(*passage, diagnostics);
  check_templates(checked, diagnostics);
  for (std::size_t i = 0; i < content.attachments.size(); ++i) {
    const std::string extension = ascii_lower(extension_of(content.attachments[i].name));
    const bool is_page = extension == ".html" || extension == ".htm" || extension == ".xhtml";
    if (!is_page || !checked.references().is_attachment_shown[i]) continue;
    diagnostics
        .note(
            "loosened-policy", {join_path("content", content.attachments[i].name), {}},
            "because of this page, the Content-Security-Policy lets every page of the site contain scripts and styles")
        .hint("its content is not inspected; to keep the policy of your own pages, publish it at another address");
  }
}

}  // namespace

extern const SiteCheck policy_check;
const SiteCheck policy_check = {.name = "policy", .run = check_policy, .run_on_text = check_body};

}  // namespace causerie
