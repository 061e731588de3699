// Whatever interrupts a build, pages stay complete, the next build repairs the output, and foreign files are not
// touched.
//
// Each property is a function that returns how it was violated ("" if not at all), so that it can also be run against a
// variant that is broken on purpose.
#include "pipeline/publish.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <functional>

#include "faulty_files.h"
#include "foreign_files.h"
#include "pipeline/own_files.h"
#include "published_site.h"

namespace causerie {
namespace {

using Wrap = std::function<std::unique_ptr<Files>(MemoryFiles&, FaultCounter&)>;

const Wrap sound = [](MemoryFiles& files, FaultCounter& counter) {
  return std::make_unique<FaultyFiles>(files, counter);
};

// The three folders of a site, in memory.
struct World {
  MemoryFiles site, destination{FollowLinks::no}, internal;
  BuildCache cache;

  World() {
    put_sources(site);
    put_foreign_files(destination);
  }

  // True if the build succeeds.
  bool build_at_risk(const Plan& plan, FaultCounter& counter, const Wrap& wrap) {
    const auto risky_destination = wrap(destination, counter);
    FaultyFiles risky_internal(internal, counter);
    try {
      return static_cast<bool>(build({site, *risky_destination, risky_internal, cache}, plan));
    } catch (const Killed&) {
      return false;
    }
  }
  std::string build_well(const Plan& plan) {
    const auto published = build({site, destination, internal, cache}, plan);
    return published ? "" : published.failure().path + ": " + published.failure().reason;
  }
};

// Each page must have its old or its new bytes, and exist if both plans have it. Returns the violation, or "".
std::string torn_page(const Contents& found, const Contents& before, const Contents& after) {
  for (const auto& [path, bytes] : found) {
    if (path == own_files_path || foreign_files.contains(path) || path.ends_with(".tmp")) continue;
    const auto old = before.find(path);
    const auto made = after.find(path);
    if ((old != before.end() && old->second == bytes) || (made != after.end() && made->second == bytes)) continue;
    return fmt::format("{} holds '{}'", path, bytes);
  }
  for (const auto& [path, bytes] : before) {
    if (after.contains(path) && !found.contains(path)) return fmt::format("{} vanished for a while", path);
  }
  return "";
}

enum class Cache { kept, lost };

// Builds the first plan, is interrupted at the n-th change of the second, then builds the third undisturbed. `was_hit`
// is set to whether there was an n-th change.
std::string interrupted(const std::vector<Plan>& plans, FaultCounter counter, Cache cache, const Wrap& wrap,
                        bool& was_hit) {
  World world;
  if (const std::string fault = world.build_well(plans[0]); !fault.empty()) return fault;
  was_hit = !world.build_at_risk(plans[1], counter, wrap);
  const Contents before = clean_build(plans[0]);
  if (std::string torn = torn_page(world.destination.contents(), before, clean_build(plans[1])); !torn.empty())
    return torn;
  if (cache == Cache::lost) world.cache.store().remove_all("manifest");
  if (const std::string fault = world.build_well(plans[2]); !fault.empty()) return fault;
  return difference_from_clean_build(world.destination, plans[2]);
}

std::string survives_interruption(unsigned seeds, const Wrap& wrap) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    Random random(seed);
    const std::vector<Plan> plans = random_plans(3, random);
    for (const Fault fault : {Fault::failure, Fault::kill, Fault::kill_leaving_a_temporary}) {
      for (const Cache cache : {Cache::kept, Cache::lost}) {
        const std::string violated = violated_at_some_change(fault, [&](FaultCounter counter, bool& was_hit) {
          return interrupted(plans, counter, cache, wrap, was_hit);
        });
        if (!violated.empty()) return fmt::format("seed {}, fault {}, {}", seed, static_cast<int>(fault), violated);
      }
    }
  }
  return "";
}

TEST(Publish, SurvivesInterruptionAtEveryChange) { EXPECT_EQ(survives_interruption(25, sound), ""); }

// Broken on purpose: the list is not saved before the first write.
class WithoutUnion : public FaultyFiles {
 public:
  using FaultyFiles::FaultyFiles;
  Result<FileStat> write(std::string_view path, std::string_view bytes) override {
    if (path == own_files_path && parse_own_files(bytes).is_unfinished()) return FileStat();
    return FaultyFiles::write(path, bytes);
  }
};

// Broken on purpose: files are overwritten in place.
class InPlace : public FaultyFiles {
 public:
  using FaultyFiles::FaultyFiles;
  Result<FileStat> write(std::string_view path, std::string_view bytes) override {
    if (counter_.changes == counter_.fatal) files_.put(path, bytes.substr(0, bytes.size() / 2));
    return FaultyFiles::write(path, bytes);
  }
};

// Broken on purpose: the list is saved, but not marked as unfinished.
class WithoutMark : public FaultyFiles {
 public:
  using FaultyFiles::FaultyFiles;
  Result<FileStat> write(std::string_view path, std::string_view bytes) override {
    const std::string marked = " unfinished\n";
    std::string text(bytes);
    if (const auto mark = text.find(marked); path == own_files_path && mark != std::string::npos) {
      text.replace(mark, marked.size(), "\n");
    }
    return FaultyFiles::write(path, text);
  }
};

template <class Broken>
Wrap broken() {
  return [](MemoryFiles& files, FaultCounter& counter) { return std::make_unique<Broken>(files, counter); };
}

TEST(Publish, TheTestOfInterruptionsCanFail) {
  EXPECT_NE(survives_interruption(60, broken<WithoutUnion>()), "");
  EXPECT_NE(survives_interruption(60, broken<InPlace>()), "");
  EXPECT_NE(survives_interruption(60, broken<WithoutMark>()), "");
}

TEST(Publish, SurvivesMisfortuneUponMisfortune) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Random random(seed);
    World world;
    for (int round = 0; round < 6; ++round) {
      FaultCounter counter{.fatal = static_cast<int>(random() % 20), .fault = static_cast<Fault>(random() % 3)};
      world.build_at_risk(random_plan(random), counter, sound);
    }
    const Plan last = random_plan(random);
    ASSERT_EQ(world.build_well(last), "") << seed;
    ASSERT_EQ(difference_from_clean_build(world.destination, last), "") << seed;
  }
}

TEST(Publish, WhatDidNotChangeIsNotWrittenAgain) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Random random(seed);
    const Plan plan = random_plan(random);
    World world;
    ASSERT_EQ(world.build_well(plan), "");
    for (const bool is_cache_there : {true, false}) {
      if (!is_cache_there) world.cache.store().remove_all("manifest");
      world.destination.forget_records();
      ASSERT_EQ(world.build_well(plan), "");
      EXPECT_TRUE(world.destination.writes().empty()) << seed << " " << world.destination.writes().front();
      EXPECT_TRUE(world.destination.removals().empty()) << seed;
    }
    // With the manifest, files are not even read.
    world.destination.forget_records();
    ASSERT_EQ(world.build_well(plan), "");
    EXPECT_EQ(world.destination.reads(), std::vector<std::string>{std::string(own_files_path)});
  }
}

// At whatever write the disk is full, the failure names the path and the reason.
TEST(Publish, AFullDiskIsNamedWithThePath) {
  Random random(1);
  const Plan plan = random_plan(random);
  int refused = 0;
  for (bool was_hit = true; was_hit; ++refused) {
    World world;
    FaultCounter counter{.fatal = refused};
    FaultyFiles destination(world.destination, counter), internal(world.internal, counter);
    const auto published = build({world.site, destination, internal, world.cache}, plan);
    was_hit = !published;
    if (published) break;
    EXPECT_EQ(published.failure().action, "cannot write");
    EXPECT_NE(published.failure().path, "");
    EXPECT_EQ(published.failure().reason, "no space is left on the device");
    EXPECT_NE(published.failure().hint, "");
  }
  EXPECT_GT(refused, 5);
}

TEST(Publish, SeveralWorkersMakeTheSame) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Random random(seed);
    World world;
    for (int round = 0; round < 3; ++round) {
      const Plan plan = random_plan(random);
      ASSERT_TRUE(build({world.site, world.destination, world.internal, world.cache}, plan, Trust::stats, 4));
      ASSERT_EQ(difference_from_clean_build(world.destination, plan), "") << seed;
    }
  }
}

}  // namespace
}  // namespace causerie
