// The decisions of a build, from given facts without a site or a disk.
#include "pipeline/compare.h"

#include <gtest/gtest.h>

namespace causerie {
namespace {

using OutputPaths = std::vector<std::string>;

// The destination as the last build left it; each path was written once from the inputs "(layout)", "(program)" and
// "title".
class Compare : public testing::Test {
 protected:
  static Fingerprint page(const std::string& path, const std::string& title = "title") {
    return {path, {{"(layout)", hash_of("layout")}, {"(program)", hash_of("program")}, {"title", hash_of(title)}}};
  }
  static ExistingFile file(const std::string& path, const std::string& bytes, std::uint64_t inode = 0) {
    return {path, {.size = bytes.size(), .inode = inode}, hash_of(bytes)};
  }

  // An output that is unchanged since the last build.
  void add_standing(const std::string& path) {
    wanted_.push_back(page(path));
    standing_.outputs.push_back({.file = file(path, "bytes"), .in_the_way = {}});
    standing_.manifest.outputs.push_back({path, page(path).inputs, hash_of("bytes"), {}});
    list(path);
  }
  void add_new(const std::string& path) {
    wanted_.push_back(page(path));
    standing_.outputs.emplace_back();
  }
  void list(const std::string& path, const std::string& bytes = "bytes") {
    standing_.own.add(path, hash_of(bytes));
    standing_.own.sort();
  }
  void unlist() { standing_.own = OwnFiles(); }

  Changes run(Remake remake = Remake::changed) const { return compare(wanted_, standing_, remake); }
  OutputPaths reasons() const {
    const Changes changes = run();
    return changes.make.size() == 1 ? changes.make[0].reasons : OutputPaths{"not one change"};
  }

  Fingerprints wanted_;
  DestinationState standing_;
};

TEST_F(Compare, NothingToDoWhereNothingChanged) {
  add_standing("a");
  add_standing("b");
  const Changes changes = run();
  EXPECT_TRUE(changes.make.empty());
  EXPECT_TRUE(changes.remove.empty());
  EXPECT_EQ(changes.unchanged, 2u);
}

TEST_F(Compare, NewPagesAreMade) {
  add_standing("a");
  add_new("b");
  const Changes changes = run();
  EXPECT_EQ(changes.make, (std::vector<Change>{{1, {"new"}, Occupant::nothing}}));
  EXPECT_EQ(changes.unchanged, 1u);
}

TEST_F(Compare, NamesTheInputThatChanged) {
  add_standing("a");
  wanted_[0].inputs[2].hash = hash_of("another");
  EXPECT_EQ(reasons(), OutputPaths{"input 'title' changed"});
  wanted_[0].inputs[0].hash = hash_of("another");
  wanted_[0].inputs[1].hash = hash_of("another");
  EXPECT_EQ(reasons(), (OutputPaths{"layout changed", "the program changed", "input 'title' changed"}));
}

TEST_F(Compare, SaysThatAddressesAreWrittenInAnotherWay) {
  add_standing("a");
  wanted_[0].inputs.insert(wanted_[0].inputs.begin() + 1, {std::string(links_input), hash_of("/essays")});
  EXPECT_EQ(reasons(), OutputPaths{"the site's address changed"});
}

TEST_F(Compare, NamesInputsThatCameAndWent) {
  add_standing("a");
  wanted_[0].inputs = {{"(layout)", hash_of("layout")}, {"(program)", hash_of("program")}, {"threads", hash_of("t")}};
  EXPECT_EQ(reasons(), (OutputPaths{"input 'threads' is new", "input 'title' is gone"}));
  wanted_[0].inputs[2].name = "zebra";
  EXPECT_EQ(reasons(), (OutputPaths{"input 'title' is gone", "input 'zebra' is new"}));
}

TEST_F(Compare, WhatIsMissingOrChangedInTheDestinationIsMadeAgain) {
  add_standing("a");
  standing_.outputs[0].file.reset();
  EXPECT_EQ(reasons(), OutputPaths{"missing in the destination"});
  standing_.outputs[0].file = file("a", "edited");
  EXPECT_EQ(reasons(), OutputPaths{"its file was changed since it was built"});
  EXPECT_EQ(run().make[0].occupant, Occupant::our_file);
  list("a", "edited");
  EXPECT_EQ(reasons(), OutputPaths{"another build wrote something else"});
}

TEST_F(Compare, WithoutNotesEverythingIsMade) {
  add_standing("a");
  standing_.manifest = Manifest();
  EXPECT_EQ(reasons(), OutputPaths{"no record of what it was made from"});
  EXPECT_EQ(run().make[0].occupant, Occupant::our_file);
}

TEST_F(Compare, CleanMakesEverythingAndRemovesNothingMore) {
  add_standing("a");
  const Changes changes = run(Remake::everything);
  EXPECT_EQ(changes.make.size(), 1u);
  EXPECT_TRUE(changes.remove.empty());
}

TEST_F(Compare, AForeignFileInOurPlaceIsToBeCompared) {
  add_standing("a");
  add_new("b");
  standing_.outputs[1].file = file("b", "somebody's");
  EXPECT_EQ(run().make, (std::vector<Change>{{1, {"new"}, Occupant::foreign_file}}));
}

TEST_F(Compare, WithoutAListWhatIsAsNotedIsTakenOver) {
  add_standing("a");
  unlist();
  EXPECT_EQ(run().unchanged, 1u);
  standing_.outputs[0].file = file("a", "edited");
  EXPECT_EQ(run().make[0].occupant, Occupant::foreign_file);
}

TEST_F(Compare, OursThatIsGoneIsRemovedUnlessSomebodyChangedIt) {
  list("gone");
  list("edited");
  ExistingFile link = file("link", "bytes");
  link.stat.kind = FileKind::link;
  list("link");
  standing_.others = {file("edited", "by hand"), file("gone", "bytes"), link};
  const Changes changes = run();
  EXPECT_EQ(changes.remove, OutputPaths{"gone"});
  EXPECT_EQ(changes.kept, (OutputPaths{"edited", "link"}));
}

TEST_F(Compare, EitherOfTwoListedBytesIsOurs) {
  list("gone", "old");
  list("gone", "new");
  standing_.others = {file("gone", "new")};
  EXPECT_EQ(run().remove, OutputPaths{"gone"});
}

TEST_F(Compare, OursInTheWayGoesFirst) {
  add_new("about/index.html");
  standing_.outputs[0] = {.file = {}, .is_blocked = true, .in_the_way = {"about"}};
  standing_.others = {file("about", "bytes")};
  list("about");
  const Changes changes = run();
  EXPECT_EQ(changes.remove_first, OutputPaths{"about"});
  EXPECT_TRUE(changes.remove.empty());
  EXPECT_TRUE(changes.blocked.empty());
  EXPECT_EQ(changes.make.size(), 1u);
}

TEST_F(Compare, SomebodysInTheWayBlocks) {
  add_new("about");
  standing_.outputs[0] = {
      .file = {}, .is_blocked = true, .in_the_way = {"about/empty/", "about/index.html", "about/x"}};
  standing_.others = {file("about/index.html", "bytes")};
  list("about/index.html");
  const Changes changes = run();
  EXPECT_EQ(changes.blocked, OutputPaths{"about/x"});
  EXPECT_TRUE(changes.remove_first.empty());
}

TEST_F(Compare, AFileRenamedInCaseAloneGoesFirstWhereCaseDoesNotCount) {
  add_new("schema.png");
  standing_.outputs[0].file = file("schema.png", "bytes", 42);
  standing_.others = {file("Schema.png", "bytes", 42)};
  list("Schema.png");
  const Changes changes = run();
  EXPECT_EQ(changes.remove_first, OutputPaths{"Schema.png"});
  EXPECT_EQ(changes.make, (std::vector<Change>{{0, {"new"}, Occupant::nothing}}));
}

}  // namespace
}  // namespace causerie
