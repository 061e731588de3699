// Rules of the whole site: tests/examples/front_matter.md, and below what is no prose.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "example_sites.h"

namespace causerie {
namespace {

TEST(FrontMatterExamples, AllHold) { EXPECT_GE(run_site_examples("front_matter.md"), 20); }

}  // namespace
}  // namespace causerie
