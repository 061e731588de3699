// Only our own files are ever changed or removed; what somebody else made or edited is never lost.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "base/paths.h"
#include "faulty_files.h"
#include "pipeline/own_files.h"
#include "pipeline/publish.h"
#include "published_site.h"

namespace causerie {
namespace {

using Wrap = std::function<std::unique_ptr<Files>(MemoryFiles&)>;

FaultCounter never;  // no faults in these tests

const Wrap sound = [](MemoryFiles& files) { return std::make_unique<FaultyFiles>(files, never); };

struct World {
  MemoryFiles site, destination{FollowLinks::no}, internal;
  BuildCache cache;

  World() { put_sources(site); }
  Result<Published> build_site(const Plan& plan) { return build({site, destination, internal, cache}, plan); }
  Result<Published> build_site(const Plan& plan, const Wrap& wrap) {
    const auto wrapped = wrap(destination);
    return build({site, *wrapped, internal, cache}, plan);
  }
};

// Builds a plan, edits some of its files by hand, and builds another.
std::string keeps_edits(unsigned seeds, const Wrap& wrap) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Random random(seed);
    const Plan first = random_plan(random);
    const Plan second = random_plan(random);
    World world;
    if (!world.build_site(first)) return "the first build failed";
    const auto wrapped = wrap(world.destination);
    std::set<std::string> edited;
    for (const Output& output : first.outputs) {
      if (random() % 3 != 0) continue;
      world.destination.put(output.path, "edited by hand");
      edited.insert(output.path);
    }
    if (random() % 2 == 0) world.cache.store().remove_all("manifest");
    const auto published = build({world.site, *wrapped, world.internal, world.cache}, second);
    const Contents made = clean_build(second);
    const Contents found = world.destination.contents();
    for (const std::string& path : edited) {
      if (published && made.contains(path) && found.at(path) != made.at(path))
        return fmt::format("{}: {} not made anew", seed, path);
      if (made.contains(path)) continue;
      if (!found.contains(path) || found.at(path) != "edited by hand") return fmt::format("{}: {} is lost", seed, path);
    }
    for (const auto& [path, bytes] : found) {
      if (published && !made.contains(path) && !edited.contains(path)) return fmt::format("{}: orphan {}", seed, path);
    }
  }
  return "";
}

TEST(Ownership, FilesOfOursThatSomebodyChangedAreNeverRemoved) { EXPECT_EQ(keeps_edits(300, sound), ""); }

// Broken on purpose: shows every file as it was when this object was created.
class SeesNoEdits : public FaultyFiles {
 public:
  explicit SeesNoEdits(MemoryFiles& files) : FaultyFiles(files, never), contents_(files.contents()) {
    for (const auto& [path, bytes] : contents_) stats_[path] = **files.stat_entry(path);
  }
  Result<std::string> read(std::string_view path) override {
    const auto known = contents_.find(std::string(path));
    return known == contents_.end() ? FaultyFiles::read(path) : Result<std::string>(known->second);
  }
  Result<std::optional<FileStat>> stat_entry(std::string_view path) override {
    const auto known = stats_.find(std::string(path));
    return known == stats_.end() ? FaultyFiles::stat_entry(path) : std::optional(known->second);
  }

 private:
  Contents contents_;
  std::map<std::string, FileStat> stats_;
};

TEST(Ownership, TheTestOfEditsCanFail) {
  EXPECT_NE(keeps_edits(300, [](MemoryFiles& files) { return std::make_unique<SeesNoEdits>(files); }), "");
}

// There are foreign files at the paths of some outputs, with the same or other bytes.
std::string respects_foreign_files(unsigned seeds, const Wrap& wrap) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Random random(seed);
    const Plan plan = random_plan(random);
    const Contents made = clean_build(plan);
    World world;
    bool is_refusal_due = false;
    for (const Output& output : plan.outputs) {
      const unsigned dice = static_cast<unsigned>(random() % 8);
      const std::string folder(parent_of(output.path));
      if (dice == 0) world.destination.put(output.path, "somebody's");
      if (dice == 1) world.destination.put(output.path + "/x", "somebody's, in a folder");
      if (dice == 2) world.destination.put_link(output.path, "index.html");
      if (dice == 3 && !folder.empty() && !world.destination.stat_entry(folder)->has_value()) {
        world.destination.put(folder, "somebody's");
        is_refusal_due = true;
      }
      is_refusal_due = is_refusal_due || dice < 3;
      if (dice > 5) world.destination.put(output.path, made.at(output.path));
    }
    const Contents before = world.destination.contents();
    const auto published = world.build_site(plan, wrap);
    if (static_cast<bool>(published) == is_refusal_due) return fmt::format("{}: refused wrongly or not at all", seed);
    if (!published && (world.destination.contents() != before || !world.destination.writes().empty())) {
      return fmt::format("{}: something was written", seed);
    }
    if (!published) continue;
    for (const std::string& path : world.destination.writes()) {
      if (before.contains(path)) return fmt::format("{}: {} was written though its bytes were there", seed, path);
    }
    // An adopted file is ours: it is removed with its page.
    if (!world.build_site({})) return fmt::format("{}: cannot empty", seed);
    if (world.destination.contents().size() != 1) return fmt::format("{}: not all was taken over", seed);
  }
  return "";
}

TEST(Ownership, ForeignFilesInOurPlacesAreTakenOverOnlyIfEqual) { EXPECT_EQ(respects_foreign_files(400, sound), ""); }

// Broken on purpose: the list contains every file that is there.
class ClaimsEverything : public FaultyFiles {
 public:
  explicit ClaimsEverything(MemoryFiles& files) : FaultyFiles(files, never) {
    OwnFiles own;
    for (const auto& [path, bytes] : files.contents()) own.add(path, hash_of(bytes));
    own.sort();
    list_ = compose_own_files(own);
  }
  Result<std::string> read(std::string_view path) override {
    return path == own_files_path ? Result<std::string>(list_) : FaultyFiles::read(path);
  }
  Result<std::optional<FileStat>> stat_entry(std::string_view path) override {
    if (path == own_files_path) return std::optional<FileStat>(FileStat());
    return FaultyFiles::stat_entry(path);
  }

 private:
  std::string list_;
};

TEST(Ownership, TheTestOfForeignFilesCanFail) {
  EXPECT_NE(respects_foreign_files(400, [](MemoryFiles& files) { return std::make_unique<ClaimsEverything>(files); }),
            "");
}

TEST(Ownership, WithoutTheListNothingIsRemovedAndEqualFilesAreTakenOver) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Random random(seed);
    const Plan plan = random_plan(random);
    World world;
    ASSERT_TRUE(world.build_site(plan));
    const Contents before = world.destination.contents();
    ASSERT_TRUE(world.destination.remove(own_files_path));
    ASSERT_TRUE(world.build_site(plan));
    EXPECT_EQ(world.destination.contents(), before);
    ASSERT_TRUE(world.destination.remove(own_files_path));
    ASSERT_TRUE(world.build_site({}));
    EXPECT_EQ(world.destination.contents().size(), before.size());
  }
}

TEST(Ownership, WhatTheListNamesIsKnownWithoutOurNotes) {
  World world;
  Random random(3);
  const Plan plan = random_plan(random);
  ASSERT_TRUE(world.build_site(plan));
  world.cache.store().remove_all("manifest");
  const auto published = world.build_site({});
  ASSERT_TRUE(published);
  EXPECT_EQ(published->removed, plan.outputs.size());
  EXPECT_TRUE(world.destination.folders().empty());
}

TEST(Ownership, ACopyWhoseSourceChangedMeanwhileIsRefused) {
  World world;
  Plan plan;
  plan.outputs.push_back({"x.png", copy_of({"content/x.png", hash_of("as it was read")})});
  world.site.put("content/x.png", "as it is now");
  const auto published = world.build_site(plan);
  ASSERT_FALSE(published);
  EXPECT_EQ(published.failure().path, "content/x.png");
  EXPECT_FALSE(world.destination.contents().contains("x.png"));
}

TEST(Ownership, OneBuildAtATime) {
  World world;
  const auto held = lock_build({world.site, world.destination, world.internal, world.cache});
  ASSERT_TRUE(held);
  EXPECT_FALSE(world.build_site({}));
  MemoryFiles other_site, other_internal;
  BuildCache other_cache;
  EXPECT_FALSE(build({other_site, world.destination, other_internal, other_cache}, {}));
  EXPECT_EQ(world.internal.contents().at(".gitignore"), "*\n");
  EXPECT_TRUE(world.destination.contents().empty());
}

}  // namespace
}  // namespace causerie
