// Values that outlive a run, whatever happens to their file.
#include "system/store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <functional>

#include "support/golden.h"
#include "support/temporary_folder.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

const Hash this_version = hash_of("this program");

class StoreTest : public testing::Test {
 protected:
  Store open(Hash program = this_version) { return {path.string(), program}; }
  bool put(Store& store, std::string_view key, std::string_view value) {
    store.put("kind", key, value);
    return store.commit();
  }

  TemporaryFolder folder;
  fs::path path = folder.path() / "cache" / "a.sqlite";
};

TEST_F(StoreTest, ValuesOutliveTheRun) {
  {
    Store store = open();
    EXPECT_EQ(store.find("kind", "a"), std::nullopt);
    EXPECT_FALSE(fs::exists(path));  // nothing is created to be read
    store.put("kind", std::string("a\0b", 3), std::string("x\0y", 3));
    store.put("kind", "", "");
    store.put("other", "a", std::string(100'000, 'z'));
    EXPECT_TRUE(store.commit());
  }
  Store store = open();
  EXPECT_EQ(store.find("kind", std::string_view("a\0b", 3)), std::string("x\0y", 3));
  EXPECT_EQ(store.find("kind", ""), "");
  EXPECT_EQ(store.find("other", "a"), std::string(100'000, 'z'));
  std::string keys;
  store.for_each("kind", [&](std::string_view key, std::string_view) { keys += std::string(key) + ";"; });
  EXPECT_EQ(keys, std::string(";a\0b;", 5));
  store.remove("kind", "");
  store.remove_all("other");
  EXPECT_TRUE(store.commit());
  EXPECT_EQ(store.find("kind", ""), std::nullopt);
  EXPECT_EQ(store.find("other", "a"), std::nullopt);
  EXPECT_EQ(store.fault(), "");
}

TEST_F(StoreTest, WhatIsNotCommittedIsNotKept) {
  {
    Store store = open();
    EXPECT_TRUE(put(store, "a", "1"));
    store.put("kind", "a", "2");
  }
  EXPECT_EQ(open().find("kind", "a"), "1");
}

TEST_F(StoreTest, OnlyTheUserMayReadIt) {
  Store store = open();
  ASSERT_TRUE(put(store, "a", "1"));
  struct stat stat {};
  ASSERT_EQ(::stat(path.c_str(), &stat), 0);
  EXPECT_EQ(stat.st_mode & 0777, 0600u);
}

TEST_F(StoreTest, AnotherProgramStartsAnew) {
  {
    Store store = open();
    ASSERT_TRUE(put(store, "a", "1"));
  }
  Store other = open(hash_of("another program"));
  EXPECT_EQ(other.find("kind", "a"), std::nullopt);
  EXPECT_TRUE(put(other, "b", "2"));
  EXPECT_EQ(other.find("kind", "b"), "2");
  EXPECT_EQ(open().find("kind", "b"), std::nullopt);
  EXPECT_EQ(other.fault(), "");
}

// A version that still has the file open when another one empties it cannot mix its values into it.
TEST_F(StoreTest, ValuesOfAProgramThatWasReplacedAreNotFound) {
  Store store = open();
  ASSERT_TRUE(put(store, "a", "1"));
  Store other = open(hash_of("another program"));
  ASSERT_TRUE(put(other, "b", "2"));
  put(store, "c", "3");
  EXPECT_EQ(open(hash_of("another program")).find("kind", "c"), std::nullopt);
}

// Damage at any place: what is found is what was stored, and the next run can store again.
TEST_F(StoreTest, ADamagedFileHasNoOtherValues) {
  std::map<std::string, std::string> values;
  {
    Store store = open();
    for (int i = 0; i < 200; ++i) {
      values[std::to_string(i)] = std::string(static_cast<std::size_t>(i) * 7, static_cast<char>('a' + i % 26));
      store.put("kind", std::to_string(i), values[std::to_string(i)]);
    }
    ASSERT_TRUE(store.commit());
  }
  const std::string good = read_file(path);
  int lost = 0;
  const auto expect_no_other = [&](const std::string& bytes) {
    fs::remove(path);
    write_file(path, bytes);
    Store store = open();
    for (const auto& [key, value] : values) {
      const auto found = store.find("kind", key);
      if (!found) ++lost;
      EXPECT_EQ(found.value_or(value), value);
    }
    store.for_each(
        "kind", [&](std::string_view key, std::string_view value) { EXPECT_EQ(values.at(std::string(key)), value); });
    EXPECT_TRUE(put(store, "new", "value")) << store.fault();
    EXPECT_EQ(open().find("kind", "new"), "value");
  };
  for (std::size_t at = 0; at < good.size(); at += good.size() / 97) {
    std::string bad = good;
    for (std::size_t i = at; i < std::min(at + 40, bad.size()); ++i) bad[i] = static_cast<char>(bad[i] ^ 0x15);
    expect_no_other(bad);
    expect_no_other(good.substr(0, at));
  }
  expect_no_other("This is no database at all, and never was one. It is long enough to be read as a header of one.");
  EXPECT_GT(lost, 100);
}

TEST_F(StoreTest, AFileOfAnotherKindIsLeftAlone) {
  fs::create_directories(path);  // a folder
  Store store = open();
  EXPECT_EQ(store.find("kind", "a"), std::nullopt);
  EXPECT_FALSE(put(store, "a", "1"));
  EXPECT_NE(store.fault(), "");
  EXPECT_TRUE(fs::is_directory(path));
}

TEST_F(StoreTest, WhereNothingCanBeWrittenNothingIsKept) {
  write_file(folder.path() / "cache", "a file");  // no folder can be made here
  Store store = open();
  EXPECT_FALSE(put(store, "a", "1"));
  EXPECT_EQ(store.find("kind", "a"), std::nullopt);
  EXPECT_NE(store.fault(), "");
}

TEST_F(StoreTest, TwoRunsAtOnceBothEnd) {
  Store one = open(), other = open();
  ASSERT_TRUE(put(one, "a", "1"));
  one.put("kind", "b", "2");  // holds the lock
  EXPECT_EQ(other.find("kind", "a"), "1");
  EXPECT_FALSE(put(other, "c", "3"));
  EXPECT_TRUE(one.commit());
  EXPECT_TRUE(put(other, "c", "3"));
  EXPECT_EQ(one.find("kind", "c"), "3");
}

TEST(Store, InMemoryLastsAsLongAsTheObject) {
  Store store;
  EXPECT_EQ(store.find("kind", "a"), std::nullopt);
  store.put("kind", "a", "1");
  EXPECT_TRUE(store.commit());
  EXPECT_EQ(store.find("kind", "a"), "1");
  EXPECT_EQ(Store().find("kind", "a"), std::nullopt);
}

}  // namespace
}  // namespace causerie
