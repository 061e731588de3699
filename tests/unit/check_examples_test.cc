// What `check` reports in addition to a build, by examples in prose.
#include <gtest/gtest.h>

#include "example_sites.h"

namespace causerie {
namespace {

TEST(CheckExamples, AllHold) { EXPECT_GE(run_site_examples("check.md").size(), 9u); }
TEST(CheckExamples, OrdinalsHold) { EXPECT_GE(run_site_examples("check_ordinals.md").size(), 7u); }
TEST(CheckExamples, OutsideLinksHold) { EXPECT_GE(run_site_examples("check_external.md").size(), 9u); }

}  // namespace
}  // namespace causerie
