// tests/examples/threads.md: who answers whom, in what order, and what stays of what is gone. Below, what is too large
// for prose.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "example_sites.h"

namespace causerie {
namespace {

TEST(ThreadExamples, AllHold) { EXPECT_GE(run_site_examples("threads.md"), 20); }

}  // namespace
}  // namespace causerie
