#include "pipeline/template_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "pipeline/checks/site_check.h"
#include "pipeline/make_plan.h"

namespace causerie {
namespace {

struct Kind {
  std::string_view tags;
  std::string_view tag;
  std::string_view hint;
};

// In the order of TemplateTagKind.
constexpr Kind kinds[] = {
    {"tags '{% … %}'", "this tag", "write in Markdown what the tag would have made, or delete it"},
    {"tags '{{ … }}'", "this tag", "write what the tag would have put here; to show braces, put '`' around them"},
    {"Hugo's shortcodes", "this shortcode of Hugo",
     "write a picture as '![words](file.jpg)', anything else as Markdown or HTML"},
    {"attributes '{: … }'", "this list of attributes",
     "delete it; the id of a heading is written behind its words: '## Words {#id}'"},
    {"links '[[ … ]]'", "this link", "write '[words](file.md)' with the name of the file that it leads to"},
    {"shortcodes of WordPress", "this shortcode of WordPress",
     "write a picture as '![words](file.jpg)', anything else as a link or as HTML"},
    {"imports and exports of MDX", "this line of MDX", "delete it: Causerie runs no code in texts"},
};
constexpr std::size_t places_shown = 3;

using Places = std::vector<SourceLocation>;

template <class Use>
void for_each_tag(const PreparedSite& prepared, const Use& use) {
  for_each_passage(prepared.site, prepared.plan.data->references, [&](const Passage& passage, const ResolvedText&) {
    for (const ProseTemplateTag& tag : passage.prose.template_tags) {
      use(tag, passage.location(tag.position, static_cast<int>(count_code_points(tag.written))));
    }
  });
}

std::string in_words(const SourceLocation& place) {
  return fmt::format("{}:{}:{}", place.file, place.span.begin.line, place.span.begin.column);
}

}  // namespace

void note_kinds_of_template_tags(const PreparedSite& prepared, Diagnostics& diagnostics) {
  std::array<Places, std::size(kinds)> places;
  for_each_tag(prepared, [&](const ProseTemplateTag& tag, SourceLocation place) {
    places[static_cast<std::size_t>(tag.kind)].push_back(std::move(place));
  });
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Places& all = places[i];
    if (all.empty()) continue;
    std::vector<std::string> others;
    for (std::size_t place = 1; place < std::min(all.size(), places_shown); ++place)
      others.push_back(in_words(all[place]));
    std::string message = fmt::format("{} are shown as text", kinds[i].tags);
    if (all.size() > 1) message += fmt::format(", in {} places: here, {}", all.size(), join(others, ", "));
    if (all.size() > places_shown) message += ", …";
    Diagnostic& note =
        diagnostics.note("template-tag", all.front(), std::move(message)).hint(std::string(kinds[i].hint));
    if (all.size() > places_shown) note.hint("'causerie check' shows each place");
  }
}

void note_template_tags(const PreparedSite& prepared, Diagnostics& diagnostics) {
  for_each_tag(prepared, [&](const ProseTemplateTag& tag, SourceLocation place) {
    const Kind& kind = kinds[static_cast<std::size_t>(tag.kind)];
    diagnostics.note("template-tag", std::move(place), fmt::format("readers see {} as it is written", kind.tag))
        .hint(std::string(kind.hint));
  });
}

}  // namespace causerie
