// The handbook's page of names is what the program prints. UPDATE_GOLDEN=1 rewrites it.
#include "pages/shape_reference.h"

#include <gtest/gtest.h>

#include "support/golden.h"
#include "theme/shape.h"

namespace causerie {
namespace {

TEST(ShapeReference, StandsInTheHandbook) {
  const std::string path = CAUSERIE_SOURCE_DIR "/content/what-each-layout-may-name.md";
  const std::string fence = "\n```text\n";
  const std::string page = read_file(path);
  const auto begin = page.find(fence);
  const auto end = page.rfind("```\n");
  ASSERT_NE(begin, std::string::npos);
  ASSERT_GT(end, begin + 1);
  const std::string wanted = page.substr(0, begin) + fence + shape_reference() + page.substr(end);
  if (is_updating()) return write_file(path, wanted);
  EXPECT_EQ(difference(page, wanted), "") << "write it anew: UPDATE_GOLDEN=1 causerie_tests --folder=unit";
}

// A forest's layout is listed once, however many pages use it; so are the forests inside it.
TEST(ShapeReference, ForestsHaveAParagraph) {
  static constexpr Field leaf[] = {{"name", {}, "the name"}};
  static constexpr Field tree[] = {{"leaves", {ShapeKind::forest, leaf, "leaf"}, "its leaves"}};
  static constexpr Field page[] = {{"trees", {ShapeKind::forest, tree, "tree"}, "its trees"}};
  const LayoutShape pages[] = {{"one", {ShapeKind::record, page}}, {"two", {ShapeKind::record, page}}};
  std::string names;
  for (const LayoutShape& shape : with_forests(pages)) names += std::string(shape.layout) + ' ';
  EXPECT_EQ(names, "one two tree leaf ");
}

}  // namespace
}  // namespace causerie
