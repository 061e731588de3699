#include "pipeline/template_tags.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "pipeline/checks/site_check.h"
#include "pipeline/make_plan.h"

namespace causerie {
namespace {

struct Kind {
  std::string_view tag;
  std::string_view hint;
};

// In the order of TemplateTagKind.
constexpr Kind kinds[] = {
    {"this tag '{% … %}'", "write in Markdown what the tag would have made, or delete it"},
    {"this tag '{{ … }}'", "write what the tag would have put here; to show braces, put '`' around them"},
    {"this shortcode of Hugo", "write a picture as '![words](file.jpg)', anything else as Markdown or HTML"},
    {"these attributes '{: … }'", "delete it; the id of a heading is written behind its words: '## Words {#id}'"},
    {"this link '[[ … ]]'", "write '[words](file.md)' with the name of the file that it leads to"},
    {"this shortcode of WordPress", "write a picture as '![words](file.jpg)', anything else as a link or as HTML"},
    {"this line of MDX", "delete it: Causerie runs no code in texts"},
};

}  // namespace

void note_template_tags(const PreparedSite& prepared, Diagnostics& diagnostics) {
  for_each_passage(prepared.site, prepared.plan.data->references, [&](const Passage& passage, const ResolvedText&) {
    for (const ProseTemplateTag& tag : passage.prose.template_tags) {
      const Kind& kind = kinds[static_cast<std::size_t>(tag.kind)];
      diagnostics
          .note("template-tag", passage.location(tag.position, static_cast<int>(count_code_points(tag.written))),
                fmt::format("readers see {} as written", kind.tag))
          .hint(std::string(kind.hint));
    }
  });
}

}  // namespace causerie
