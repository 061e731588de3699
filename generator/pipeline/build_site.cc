#include "pipeline/build_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>

#include "base/paths.h"
#include "base/recording_files.h"
#include "content/build_cache.h"
#include "pages/article.h"
#include "pipeline/compare.h"
#include "pipeline/compress.h"
#include "pipeline/destination_state.h"
#include "pipeline/fingerprints.h"
#include "pipeline/last_build.h"
#include "pipeline/render.h"
#include "system/clock.h"
#include "system/git_state.h"
#include "system/program.h"

namespace causerie {
namespace {

// A promise that is gone from a page's inputs was kept or withdrawn; both are reported as kept. All other reasons are
// passed on as the comparison wrote them.
std::string reason_in_words(const std::string& reason) {
  const std::string begin = fmt::format("input '{}", promise_input);
  const std::string end = "' is gone";
  if (!reason.starts_with(begin) || !reason.ends_with(end)) return reason;
  return fmt::format("the promise '{}' is kept",
                     reason.substr(begin.size(), reason.size() - begin.size() - end.size()));
}

std::vector<Explanation> explain(const Plan& plan, const Changes& changes) {
  std::vector<Explanation> made;
  for (const Change& change : changes.make) {
    Explanation& explanation = made.emplace_back(Explanation{plan.outputs[change.output].path, {}});
    for (const std::string& reason : change.reasons) explanation.reasons.push_back(reason_in_words(reason));
  }
  return made;
}

// Empty folders and temporary files of a killed build are removed too, but not reported.
bool is_page_or_file(const std::string& path) { return !path.ends_with('/') && !is_temporary(name_of(path)); }

// Returns a destination file's name for diagnostics: its path relative to the site's folder if it is below that.
std::string name_in_site(const BuildFolders& folders, const std::string& path) {
  const std::string site = folders.site.name_of("") + "/";
  const std::string name = folders.destination.name_of(path);
  return name.starts_with(site) ? name.substr(site.size()) : name;
}

// The second half of the pipeline: compares, renders and publishes.
Result<void> write_site(const BuildFolders& folders, const PreparedSite& prepared, const BuildOptions& options,
                        Built& built, Diagnostics& diagnostics) {
  const Plan& plan = prepared.plan;
  const auto lock = lock_build(folders);
  if (!lock) return lock.failure();
  const auto layout_hash = [&](std::string_view layout) { return prepared.theme.fingerprint(layout); };
  Fingerprints wanted = fingerprints(plan, program_hash(), layout_hash, options.jobs);
  built.times.end("fingerprint");
  const auto state = scan_destination(*lock, wanted, options.clean ? Trust::nothing : Trust::stats, options.jobs);
  if (!state) return state.failure();

  const Changes changes = compare(wanted, *state, options.clean ? Remake::everything : Remake::changed);
  built.times.end("compare");
  for (const std::string& path : changes.kept) {
    diagnostics
        .warning(
            "changed-by-somebody", {name_in_site(folders, path), {}},
            "this file is no longer part of the site, but it was changed since it was built, so it was not removed")
        .hint("delete it yourself if you do not need it");
  }
  if (options.strict && !changes.kept.empty()) {
    diagnostics = with_warnings_as_errors(diagnostics);
    return {};
  }
  Rendering rendering(plan, renderers_of(prepared.theme), options.jobs);
  const auto published = publish(*lock, plan, std::move(wanted), *state, changes, rendering);
  if (!published) return published.failure();
  built.times.end("render and write");

  built.is_published = true;
  built.published = *published;
  built.made = explain(plan, changes);
  for (const auto& paths : {changes.remove_first, changes.remove}) {
    std::copy_if(paths.begin(), paths.end(), std::back_inserter(built.removed), is_page_or_file);
  }
  return {};
}

// Returns a hash of everything that decides what a build does, apart from the files it reads.
Hash conditions_of(const BuildFolders& folders, const BuildOptions& options) {
  Hasher hasher;
  hasher.add(program_hash()).add(folders.destination.name_of(""));
  hasher.add(options.base_url ? "base_url" : "").add(options.base_url.value_or("")).add(options.origin);
  hasher.add(options.day ? iso(*options.day) : "");
  for (const bool flag : {options.drafts, options.future, options.strict, options.compress}) hasher.add(flag ? 1 : 0);
  return hasher.finish();
}

Built as_the_last_build(LastBuild last, Diagnostics& diagnostics) {
  for (Diagnostic& one : last.said) diagnostics.add(std::move(one));
  Built built;
  built.is_published = true;
  built.summary = std::move(last.summary);
  built.published.unchanged = last.left.size() - 1;  // not counting the list of our files
  built.published.list = last.list;
  built.published.left = std::move(last.left);
  return built;
}

// Records what a later build needs to know that it would have nothing to do.
void record_build(const BuildFolders& folders, Hash conditions, const Site& site, const BuildOptions& options,
                  const std::string& git, const RecordingFiles& files, const Built& built,
                  const Diagnostics& diagnostics) {
  auto recorded = files.recorded();
  // Nothing records the state of a changed file that was kept in the destination, or of a history that git could not
  // provide: the next build has to look again.
  const auto is_unwatched = [](const Diagnostic& one) {
    return one.code.name() == "changed-by-somebody" || one.code.name() == "no-history";
  };
  const auto& said = diagnostics.items();
  if (!recorded || std::any_of(said.begin(), said.end(), is_unwatched)) return;
  LastBuild last;
  last.conditions = conditions;
  const Zone& zone = *site.file().zone;
  last.begin = options.day ? Instant{std::numeric_limits<std::int64_t>::min()} : zone.instant(site.edition.day, 0);
  last.end =
      options.day ? Instant{std::numeric_limits<std::int64_t>::max()} : zone.instant(day_after(site.edition.day), 0);
  last.recorded = *std::move(recorded);
  if (site.file().has_history) last.past = git;
  last.left = built.published.left;
  last.list = built.published.list;
  last.said = said;
  last.summary = built.summary;
  store_last_build(folders, last);
}

// Everything but the question whether there is anything to do.
Result<Built> make_and_publish(const BuildFolders& folders, const BuildOptions& options, Hash conditions,
                               Diagnostics& diagnostics) {
  Built built;
  // From before the site is read: a commit made in the meantime is left to the next build.
  const std::string git = git_state(folders.site.name_of("content"));
  RecordingFiles recorded(folders.site, wall_nanoseconds());
  auto prepared = prepare_site(recorded, options, folders.cache, built.times, diagnostics);
  if (!prepared) return prepared.failure();
  const std::shared_ptr<PreparedSite> site = *std::move(prepared);
  built.held = site;
  if (options.compress) site->plan = with_compressed(std::move(site->plan), diagnostics);

  // The only gate: if there are errors, nothing is rendered and the destination is not touched.
  if (!diagnostics.has_errors()) {
    auto written = write_site(folders, *site, options, built, diagnostics);
    if (!written) return written.failure();
  }
  built.summary = summary_of(site->site);
  if (built.is_published) record_build(folders, conditions, site->site, options, git, recorded, built, diagnostics);
  built.times.end("save the build record");
  return built;
}

}  // namespace

Result<Built> build_site(const BuildFolders& folders, const BuildOptions& options, Diagnostics& diagnostics) {
  const Hash conditions = conditions_of(folders, options);
  if (options.clean) {
    folders.cache.forget_parse_results();
  } else {
    auto last = find_last_build(folders, conditions, now(), options.jobs);
    if (!last) return last.failure();
    if (*last) return as_the_last_build(**std::move(last), diagnostics);
  }
  const Diagnostics before = diagnostics;
  auto built = make_and_publish(folders, options, conditions, diagnostics);
  if (!folders.cache.is_html_lost()) return built;
  // The cache was damaged or replaced during this build: once more without it.
  folders.cache.recover();
  diagnostics = before;
  return make_and_publish(folders, options, conditions, diagnostics);
}

}  // namespace causerie
