#include "pipeline/build_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/paths.h"
#include "base/recording_files.h"
#include "content/build_cache.h"
#include "pages/article.h"
#include "pipeline/compare.h"
#include "pipeline/compress.h"
#include "pipeline/destination_state.h"
#include "pipeline/fingerprints.h"
#include "pipeline/last_build.h"
#include "pipeline/make_plan.h"
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
  plan.data->fragments.forget_if_large();
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
  Rendering rendering(plan, folders.site, renderers_of(prepared.theme), options.jobs);
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

// Reads, plans, compares, renders and publishes.
Result<Built> make_and_publish(const BuildFolders& folders, const BuildOptions& options, Diagnostics& diagnostics) {
  Built built;
  // Taken before the site is read, so that the next build notices a commit made meanwhile.
  const std::string git = git_state(folders.site.name_of("content"));
  RecordingFiles recorded(folders.site, wall_nanoseconds());
  auto prepared = prepare_site(recorded, options, folders.cache, built.times, diagnostics);
  if (!prepared) return prepared.failure();
  const std::shared_ptr<PreparedSite> site = *std::move(prepared);
  built.held = site;
  if (options.compress) site->plan = with_compressed(std::move(site->plan), diagnostics);

  // If there are errors, nothing is rendered and the destination is not touched.
  if (!diagnostics.has_errors()) {
    auto written = write_site(folders, *site, options, built, diagnostics);
    if (!written) return written.failure();
  }
  built.summary = summary_of(site->site);
  if (built.is_published) record_build(folders, options, site->site, git, recorded, built, diagnostics);
  folders.cache.store().commit();  // the manifest and the record; if that fails, the next build does more
  built.times.end("save the build record");
  return built;
}

}  // namespace

Result<Built> build_site(const BuildFolders& folders, const BuildOptions& options, Diagnostics& diagnostics) {
  if (options.clean) {
    folders.cache.forget_parse_results();
  } else {
    auto last = repeat_last_build(folders, options, diagnostics);
    if (!last) return last.failure();
    if (*last) return **std::move(last);
  }
  const Diagnostics before = diagnostics;
  auto built = make_and_publish(folders, options, diagnostics);
  if (!folders.cache.is_html_lost()) return built;
  // The cache was damaged or replaced during this build, so build again without it.
  folders.cache.recover();
  diagnostics = before;
  return make_and_publish(folders, options, diagnostics);
}

}  // namespace causerie
