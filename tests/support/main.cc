// Runs all tests, or with `--folder=NAME` those whose files are in tests/NAME/.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "support/test_folder.h"

namespace causerie {
namespace {

// GoogleTest filters by name, this program by folder; a test knows its source file. No suite is in two folders
// (tests/house/ checks that).
std::string filter_of(std::string_view folder) {
  std::string filter;
  const auto& all = *testing::UnitTest::GetInstance();
  for (int i = 0; i < all.total_test_suite_count(); ++i) {
    const testing::TestSuite& suite = *all.GetTestSuite(i);
    if (suite.total_test_count() == 0 || test_folder(suite.GetTestInfo(0)->file()) != folder) continue;
    filter += std::string(suite.name()) + ".*:";
  }
  return filter;
}

}  // namespace
}  // namespace causerie

// libgit2 1.5 leaks a compiled pattern for names of settings if a repository uses a git extension.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer requires this name
extern "C" const char* __lsan_default_suppressions() { return "leak:libpcre2\n"; }

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  constexpr std::string_view option = "--folder=";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (!word.starts_with(option)) {
      std::fprintf(stderr, "not known: '%s'; write --folder=NAME, or an option of GoogleTest\n", argv[i]);
      return 2;
    }
    const std::string filter = causerie::filter_of(word.substr(option.size()));
    if (filter.empty()) {
      std::fprintf(stderr, "no test stands in '%s'\n", argv[i] + option.size());
      return 2;
    }
    GTEST_FLAG_SET(filter, filter);
  }
  return RUN_ALL_TESTS();
}
