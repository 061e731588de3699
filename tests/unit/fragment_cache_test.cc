#include "pages/fragment_cache.h"

#include <gtest/gtest.h>

#include "theme/words.h"

namespace causerie {
namespace {

std::string said_by(const std::shared_ptr<const SharedFields>& fields) {
  return std::get<std::string>(fields->record.find("text")->state());
}

TEST(FragmentCache, EachSayingOfAThingInALanguageIsMadeOnce) {
  const FragmentCache made;
  const Words english, german;
  const int one = 1, two = 2;
  int count = 0;
  const auto ask = [&](FragmentKind kind, const int& thing, const Words& words) {
    return said_by(made.fields(kind, &thing, words, [&] { return Record().set("text", std::to_string(++count)); }));
  };
  EXPECT_EQ(ask(FragmentKind::line, one, english), "1");
  EXPECT_EQ(ask(FragmentKind::feed_entry, one, english), "2");
  EXPECT_EQ(ask(FragmentKind::line, two, english), "3");
  EXPECT_EQ(ask(FragmentKind::line, one, german), "4");
  EXPECT_EQ(ask(FragmentKind::line, one, english), "1");
  EXPECT_EQ(ask(FragmentKind::feed_entry, one, english), "2");
}

}  // namespace
}  // namespace causerie
