// Reports images without alternative text.
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

void note(const SourceLocation& location, std::string_view hint, Diagnostics& diagnostics) {
  diagnostics.note("no-alternative", location, "this picture has no description for people who cannot see it")
      .hint(std::string(hint));
}

void check_pictures(const CheckedSite& checked, Diagnostics& diagnostics) {
  for_each_passage(checked.site(), checked.references(), [&](const Passage& passage, const ResolvedText&) {
    for (const ProseImage& image : passage.prose.images) {
      if (!image.alternative.empty()) continue;
      note(passage.location(image),
           "between the brackets, write what it shows: ![a tower without a clock](…); if it is only decoration, write "
           "<img src=\"…\" alt=\"\">",
           diagnostics);
    }
  });
}

void check_raw_pictures(const CheckedText& checked, Diagnostics& diagnostics) {
  if (!checked.checked.site().file().shows_raw_html) return;
  for (const std::size_t offset : checked.plain.images_without_alt) {
    note(checked.location(offset, offset + 4), "write in alt=\"…\" what it shows, or alt=\"\" if it is only decoration",
         diagnostics);
  }
}

}  // namespace

extern const SiteCheck pictures_check;
const SiteCheck pictures_check = {.name = "pictures", .run = check_pictures, .run_on_text = check_raw_pictures};

}  // namespace causerie
