#include "published_site.h"

#include <array>

namespace causerie {

namespace {

constexpr std::size_t small_share = 3;  // in outputs; most builds here have several

// A plan contains at most one path of each line: a path may be a file in one plan and a folder in another.
const std::vector<std::vector<std::string>> places = {
    {"index.html"},
    {"feed.xml"},
    {"a/index.html"},
    {"a/schema.png"},
    {"b", "b/index.html", "b/c/index.html"},
    {"d/e/f/index.html", "d/e/f", "d"},
    {"d2/x/index.html"},
    {".well-known/key"},
};

std::string source_of(int version) { return "content/source" + std::to_string(version) + ".png"; }
std::string source_bytes(int version) { return "picture " + std::to_string(version); }

const Links no_links("");

std::string render_text(std::string_view layout, const Record& record) {
  return std::string(layout) + ": " + std::get<std::string>(record.find("text")->state());
}

}  // namespace

Plan random_plan(Random& random) {
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  std::map<std::string, Output> outputs;
  for (const std::vector<std::string>& paths : places) {
    if (below(3) == 0) continue;
    const std::string& path = paths[below(paths.size())];
    const int version = static_cast<int>(below(2));
    Record record;
    record.set("text", path + " " + std::to_string(version));
    const auto add = [&](Output output) { outputs.insert_or_assign(path, std::move(output)); };
    if (path.ends_with(".png")) {
      add({path, copy_of({source_of(version), hash_of(source_bytes(version))})});
    } else if (path.ends_with(".xml")) {
      add({path, made_from([record] { return record; }, [](const Record& r) { return render_text("feed", r); })});
    } else {
      add({path, Page{"essay", [record] { return record; }, {no_links, {"/"}, LinkWriter::Way::relative}}});
    }
  }
  Plan plan;
  for (auto& [path, output] : outputs) plan.outputs.push_back(std::move(output));
  return plan;
}

std::vector<Plan> random_plans(std::size_t count, Random& random) {
  std::vector<Plan> plans;
  while (plans.size() < count) plans.push_back(random_plan(random));
  return plans;
}

void put(const Contents& contents, MemoryFiles& files) {
  for (const auto& [path, bytes] : contents) files.put(path, bytes);
}

void put_sources(MemoryFiles& site) {
  for (const int version : {0, 1}) site.put(source_of(version), source_bytes(version));
}

Result<Published> build(const BuildFolders& outputs, const Plan& plan, Trust trust, int jobs) {
  const auto lock = lock_build(outputs);
  if (!lock) return lock.failure();
  const Fingerprints wanted = fingerprints(
      plan, hash_of("program"), [](std::string_view l) { return hash_of(l); }, jobs);
  const auto state = scan_destination(*lock, wanted, trust, jobs);
  if (!state) return state.failure();
  const Changes changes = compare(wanted, *state, trust == Trust::stats ? Remake::changed : Remake::everything);
  Rendering rendering(
      plan, outputs.site, [] { return [](const Page& page) { return render_text(page.layout, page.record()); }; },
      jobs);
  return publish(*lock, plan, wanted, *state, changes, rendering, small_share);
}

Contents clean_build(const Plan& plan) {
  MemoryFiles site, destination, internal;
  BuildCache cache;
  put_sources(site);
  if (!build({site, destination, internal, cache}, plan)) return {{"a clean build", "failed"}};
  return destination.contents();
}

std::vector<std::string> clean_folders(const Plan& plan) {
  MemoryFiles site, destination, internal;
  BuildCache cache;
  put_sources(site);
  if (!build({site, destination, internal, cache}, plan)) return {"a clean build failed"};
  return destination.folders();
}

}  // namespace causerie
