// The complete preview, with a changing date and a moving folder.
#include "serve/serve_site.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "raw_client.h"
#include "support/temporary_folder.h"
#include "system/clock.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

class ServedSite : public testing::Test {
 protected:
  void SetUp() override {
    options.site = (folder.path() / "letters").string();
    options.between_looks = 0.02;
    write("site.yaml", "title: Letters\ntimezone: Europe/Paris\n");
    write("content/essays/naps.md", "---\ntitle: Naps\ndate: 2001-06-02\n---\nSleep.\n");
  }

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories((fs::path(options.site) / path).parent_path());
    std::ofstream(fs::path(options.site) / path) << text;
  }

  bool shows(std::string_view words) const { return get(port, "/essays/naps/").find(words) != std::string::npos; }

  // Serves until the round after the last step. Each step runs at the second check after the previous round; `told` has
  // a line for each round.
  void serve(std::vector<std::function<void()>> steps) {
    const double end = steady_seconds() + 20;
    std::size_t rounds = 0, looks = 0;
    const ServeTalk talk{
        .remark = [](const std::string&) {},
        .is_there = [&](const std::string& address) { port = std::stoi(address.substr(address.rfind(':') + 1)); },
        .round =
            [&](const Round& round) {
              static constexpr std::string_view names[] = {"first", "saved", "another day", "gone", "back"};
              told += names[static_cast<std::size_t>(round.reason)];
              for (const std::string& path : round.saved) told += " " + path;
              told += round.failure ? ": " + round.failure->reason + "\n" : "\n";
              ++rounds;
              looks = 0;
              return std::string("<p>wrong</p>");
            },
        .goes_on =
            [&] {
              if (++looks == 2 && rounds <= steps.size()) steps[rounds - 1]();
              return rounds <= steps.size() && steady_seconds() < end;
            },
    };
    const auto done = serve_site(options, talk);
    ASSERT_TRUE(done) << done.failure().reason;
  }

  TemporaryFolder folder;
  ServeOptions options;
  Instant time{991'431'600};  // 2001-06-01, 23:40 in Paris
  int port = 0;
  std::string told;
};

TEST_F(ServedSite, WhatIsScheduledIsDueAtMidnight) {
  options.clock = [this] { return time; };
  serve({[] {},  // the site's zone is known now, and the day in it differs from today
         [this] {
           EXPECT_TRUE(shows("Scheduled for"));
           time.seconds += 20 * 60 - 1;
           write("content/essays/naps.md", "---\ntitle: Naps\ndate: 2001-06-02\n---\nSleep well.\n");
         },
         [this] {
           EXPECT_TRUE(shows("Sleep well.") && shows("Scheduled for"));
           time.seconds += 1;
         },
         [this] {
           EXPECT_TRUE(shows("Sleep well.") && !shows("Scheduled for"));
           write("content/essays/naps.md", "---\ntitle: Naps\ndate: 2001-06-02\n---\nSleep.\n");
         }});
  EXPECT_EQ(told, "first\nanother day\nsaved content/essays/naps.md\nanother day\nsaved content/essays/naps.md\n");
}

TEST_F(ServedSite, AFolderThatWasMovedIsMissedUntilItIsBack) {
  const fs::path here = options.site, away = folder.path() / "elsewhere";
  serve({[&] { fs::rename(here, away); },
         [&] {
           EXPECT_TRUE(shows("Sleep.") && shows("wrong"));
           std::ofstream(away / "content/essays/naps.md", std::ios::app) << "Well.\n";
           fs::rename(away, here);
         },
         [&] {
           EXPECT_TRUE(shows("Well.") && !shows("wrong"));
           write("content/essays/naps.md", "---\ntitle: Naps\n---\nSleep again.\n");
         }});
  EXPECT_EQ(told, "first\ngone: the site's folder was moved or deleted\nback\nsaved content/essays/naps.md\n");
}

TEST_F(ServedSite, AnotherFolderInItsPlaceIsReadAnew) {
  const fs::path here = options.site, other = folder.path() / "other";
  serve({[&] {
           fs::copy(here, other, fs::copy_options::recursive);
           std::ofstream(other / "content/essays/naps.md", std::ios::app) << "Copied.\n";
           fs::rename(here, folder.path() / "before");
           fs::rename(other, here);
         },
         [&] {
           EXPECT_TRUE(shows("Copied."));
           write("content/essays/naps.md", "---\ntitle: Naps\n---\nSleep again.\n");
         }});
  EXPECT_TRUE(told.ends_with("back\nsaved content/essays/naps.md\n")) << told;
}

}  // namespace
}  // namespace causerie
