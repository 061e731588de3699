#include "pipeline/prepare_site.h"

#include <set>
#include <string>

#include "pages/page_kind.h"
#include "pipeline/languages_without_words.h"
#include "pipeline/make_plan.h"
#include "pipeline/template_tags.h"
#include "system/clock.h"

namespace causerie {
namespace {

Result<Theme> theme_for(Files& files, const Content& content, Diagnostics& diagnostics) {
  const SiteFile& site = content.site;
  std::set<std::string> languages;
  for (const auto& essay : content.essays) languages.insert(essay->language);
  languages.erase("");
  const ThemeChoice choice{
      site.theme, {"site.yaml", site.theme_span}, site.language, &site.params, std::move(languages)};
  return load_theme(files, choice, layout_shapes(site), diagnostics);
}

}  // namespace

Diagnostics with_warnings_as_errors(const Diagnostics& diagnostics) {
  Diagnostics strict;
  for (const Diagnostic& one : diagnostics.items()) {
    Diagnostic& copy = one.severity == Severity::note ? strict.note(one.code, one.location, one.message)
                                                      : strict.error(one.code, one.location, one.message);
    copy.hints = one.hints;
  }
  return strict;
}

Result<std::unique_ptr<PreparedSite>> prepare_site(Files& files, const SiteOptions& options, BuildCache& cache,
                                                   StepTimes& times, Diagnostics& diagnostics) {
  auto content = read_content(files, cache, options.jobs, diagnostics);
  if (!content) return content.failure();
  times.end("read");
  if (options.base_url) content->site.base_url = *options.base_url;
  if (!options.origin.empty() && !content->site.base_url.empty()) content->site.base_url = options.origin;
  auto theme = theme_for(files, *content, diagnostics);
  if (!theme) return theme.failure();
  times.end("load the theme");
  History history;
  if (content->site.has_history) history = read_history(files, *content, cache.store(), options.jobs, diagnostics);
  times.end("read the history");

  const Day day = options.day ? *options.day : content->site.zone->day(now());
  auto prepared = std::make_unique<PreparedSite>(PreparedSite{*std::move(theme), {}, {}});
  prepared->site =
      make_site(*std::move(content), std::move(history), {day, options.drafts, options.future}, diagnostics);
  warn_of_languages_without_words(prepared->site, prepared->theme, diagnostics);
  times.end("make the site");
  prepared->plan = make_plan(prepared->site, prepared->theme, options.jobs, diagnostics);
  times.end("plan");
  note_template_tags(*prepared, diagnostics);
  diagnostics.remove_notes(prepared->site.file().quiet);
  if (options.strict) diagnostics = with_warnings_as_errors(diagnostics);
  return prepared;
}

}  // namespace causerie
