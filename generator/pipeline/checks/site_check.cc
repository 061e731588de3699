#include "pipeline/checks/site_check.h"

#include <algorithm>

#include "base/text.h"
#include "content/front_matter.h"
#include "content/source_text.h"
#include "system/parallel.h"

namespace causerie {

extern const SiteCheck plans_check;
extern const SiteCheck borrowed_words_check;
extern const SiteCheck outside_requests_check;
extern const SiteCheck markup_check;
extern const SiteCheck pictures_check;
extern const SiteCheck own_addresses_check;
extern const SiteCheck ordinals_check;
extern const SiteCheck lists_check;
extern const SiteCheck orphans_check;
extern const SiteCheck policy_check;

namespace {

constexpr const SiteCheck* table[] = {&plans_check,    &borrowed_words_check, &outside_requests_check, &markup_check,
                                      &pictures_check, &own_addresses_check,  &ordinals_check,         &lists_check,
                                      &orphans_check,  &policy_check};

void check_text(CheckedSite& checked, EssayId id, Diagnostics& diagnostics) {
  const Essay& essay = checked.site().source(id);
  if (!essay.is_sound) return;
  Diagnostics said_before;
  const auto text = read_text(checked.files, essay.source, said_before);
  if (!text || !*text) return;  // it was readable when the site was read
  const FrontMatter parts = split_front_matter(**text, essay.source, said_before);
  const PlainText plain = read_plain_text(parts.body);
  checked.has_more[static_cast<std::size_t>(id.index)] = plain.has_more ? 1 : 0;
  for (const SiteCheck* check : table) {
    if (check->run_on_text != nullptr) check->run_on_text({checked, id, parts.body, plain, parts.map}, diagnostics);
  }
}

}  // namespace

SourceLocation location_in(const Passage& passage, std::string_view text, std::size_t offset, std::size_t end) {
  end = std::min({end, text.find('\n', offset), text.size()});
  return passage.location(position_at(text, offset),
                          static_cast<int>(count_code_points(text.substr(offset, end - offset))));
}

void run_site_checks(Files& files, const PreparedSite& prepared, int jobs, Diagnostics& diagnostics) {
  const std::size_t count = prepared.site.essays.size();
  CheckedSite checked{files, prepared, std::vector<char>(count)};
  std::vector<Diagnostics> said(count);
  for_each_index(count, jobs, [&](std::size_t i, int) { check_text(checked, {static_cast<int>(i)}, said[i]); });
  for (Diagnostics& of_one : said) diagnostics.merge(std::move(of_one));
  for (const SiteCheck* check : table) {
    if (check->run != nullptr) check->run(checked, diagnostics);
  }
}

void for_each_passage(const Site& site, const References& references, const PassageVisit& visit) {
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    const Essay& essay = *site.content->essays[i];
    visit(essay.body, references.bodies[i]);
    if (essay.summary) visit(*essay.summary, references.summaries[i]);
  }
  for (std::size_t s = 0; s < site.series.size(); ++s) visit(site.content->series[s].description, references.series[s]);
  for (const auto& [passage, resolved] : references.passages) visit(*passage, resolved);
}

SourceLocation place_of_link(const Passage& passage, const ProseLink& link) {
  return passage.location(link.position, static_cast<int>(count_code_points(link.destination)) + 2);
}

}  // namespace causerie
