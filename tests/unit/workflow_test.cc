// The workflow files that make code hosts build a site.
#include <gtest/gtest.h>

#include "commands/archetypes.h"
#include "example_sites.h"
#include "formats/yaml/yaml.h"

namespace causerie {
namespace {

TEST(Workflows, AreYamlAndTellWhatIsLeftToDo) {
  MemoryFiles files(FollowLinks::yes);
  const auto theme = theme_of(files, SiteFile());
  ASSERT_TRUE(theme);
  for (const char* name : {"github.yml", "gitlab.yml"}) {
    const auto text = theme->archetypes.find(name);
    ASSERT_NE(text, theme->archetypes.end()) << name;
    Diagnostics diagnostics;
    EXPECT_TRUE(parse_yaml(text->second, name, {1, 1}, false, diagnostics)) << name;
    EXPECT_TRUE(diagnostics.empty()) << name << ": " << diagnostics.items()[0].message;
    EXPECT_NE(text->second.find("\n# Do this once:\n"), std::string::npos) << name;
    EXPECT_EQ(filled(text->second, {{"{title}", "changed"}}), text->second) << name;
  }
}

}  // namespace
}  // namespace causerie
