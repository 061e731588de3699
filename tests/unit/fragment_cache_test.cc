#include "pages/fragment_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

TEST(FragmentCache, ARecordIsMadeOnceForItsFingerprintAndAgainForEachLook) {
  const FragmentCache made;
  const Words words;
  const int one = 1, two = 2;
  int count = 0;
  const auto ask = [&](const int& thing) {
    return made.record(FragmentKind::feed_entry, &thing, words,
                       [&] { return ++count, Record().set("text", std::to_string(thing)); });
  };
  const Later first = ask(one), again = ask(one), other = ask(two);
  EXPECT_EQ(count, 2);
  EXPECT_EQ(first.fingerprint, again.fingerprint);
  EXPECT_NE(first.fingerprint, other.fingerprint);
  const Value looked = again.make();
  EXPECT_EQ(count, 3);
  EXPECT_EQ(std::get<std::string>(std::get<Record>(looked.state()).find("text")->state()), "1");
}

TEST(FragmentCache, ForgetsTheFieldsOfALargeSiteOnly) {
  const Words words;
  for (const int size : {100, 10'000}) {
    const FragmentCache made;
    const std::vector<int> things(static_cast<std::size_t>(size));
    int count = 0;
    const auto ask = [&](const int& thing) {
      return made.fields(FragmentKind::line, &thing, words, [&] { return ++count, Record().set("text", "same"); });
    };
    const auto first = ask(things[0]);
    for (const int& thing : things) ask(thing);
    EXPECT_EQ(count, size);
    made.forget_if_large();
    EXPECT_EQ(ask(things[0])->fingerprint, first->fingerprint);
    EXPECT_EQ(count, size == 100 ? size : size + 1);
    EXPECT_EQ(said_by(first), "same");  // what was given out stays
  }
}

}  // namespace
}  // namespace causerie
