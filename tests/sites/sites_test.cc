// Builds every folder of tests/sites/ and compares the output with the expected one.
#include <gtest/gtest.h>

#include <algorithm>

#include "sites/site_case.h"
#include "support/golden.h"

namespace causerie::sites {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> site_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(CAUSERIE_SOURCE_DIR "/tests/sites")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& site) {
  std::string name = site.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class Sites : public testing::TestWithParam<std::string> {};

TEST_P(Sites, ComeOutAsExpected) {
  const fs::path folder = fs::path(CAUSERIE_SOURCE_DIR "/tests/sites") / GetParam();
  SiteCase site = read_site_case(folder);
  std::string again;
  const SiteOutcome outcome = build_site_case(site, again);
  EXPECT_EQ(again, "") << "a second build of the same is not the same";
  if (is_updating()) {
    rewrite(site, outcome);
    site = read_site_case(folder);
  }
  for (const std::string& fault : faults(site, outcome)) ADD_FAILURE() << "tests/sites/" << GetParam() << ": " << fault;
}

INSTANTIATE_TEST_SUITE_P(All, Sites, testing::ValuesIn(site_names()), test_name);

}  // namespace
}  // namespace causerie::sites
