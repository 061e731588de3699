#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/encoding.h"
#include "base/slug.h"
#include "content/comments/dialects.h"
#include "content/comments/parsing.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

Node parsed(std::string_view text) {
  Diagnostics diagnostics;
  auto node = parse_yaml(text, "comment.yml", {1, 1}, true, diagnostics);
  EXPECT_TRUE(node && !diagnostics.has_errors()) << text;
  return node ? *std::move(node) : Node();
}

// The only comment in the file, which is in a folder of another program.
RawComment foreign(std::string_view text) {
  Diagnostics diagnostics;
  const RawComments read = parse_comments({"data/comments/c.yml", std::string(text), true}, diagnostics);
  EXPECT_TRUE(read.comments.size() == 1 && diagnostics.empty()) << text;
  return read.comments.empty() ? RawComment() : *read.comments[0];
}

// The build cache cannot store a comment with its addresses.
template <class T>
concept Storable = requires(BinaryWriter& writer, const T& value) {
  encode(writer, value);
};
static_assert(!Storable<RawComment>);
static_assert(Storable<Comment>);

TEST(CommentDialect, EveryRowHasASiteAndEverySiteARow) {
  std::set<std::string> rows, sites;
  for (const CommentDialect& dialect : comment_dialects()) {
    EXPECT_TRUE(rows.insert("comments-of-" + slug_of(dialect.name)).second) << dialect.name << " stands there twice";
  }
  for (const fs::directory_entry& site : fs::directory_iterator(CAUSERIE_SOURCE_DIR "/tests/sites")) {
    const std::string name = site.path().filename().string();
    if (name.starts_with("comments-of-")) sites.insert(name);
  }
  EXPECT_EQ(rows, sites);
}

TEST(CommentDialect, ARowIsKnownByEachOfItsMarks) {
  std::set<std::string> taken;  // by an earlier row
  for (const CommentDialect& dialect : comment_dialects()) {
    std::size_t own = 0;
    for (std::string_view rest = dialect.marks; !rest.empty();) {
      const std::string mark(rest.substr(0, rest.find(' ')));
      rest.remove_prefix(std::min(rest.size(), mark.size() + 1));
      if (!taken.insert(mark).second) continue;
      ++own;
      const std::string text = mark + ": x\nbody: y\n";
      EXPECT_EQ(foreign(text).dialect, &dialect) << mark;
      EXPECT_TRUE(has_foreign_key(parsed(text))) << mark;
      EXPECT_TRUE(foreign(text).ignored_keys.empty()) << mark;
    }
    EXPECT_GT(own, 0u) << dialect.name << " can never be met";
  }
}

TEST(CommentDialect, OurOwnKeysAreNotForeign) {
  EXPECT_FALSE(
      has_foreign_key(parsed("{id: a, parent: b, author: c, email: d, url: e, date: f, status: g, role: h, body: i}")));
  EXPECT_FALSE(has_foreign_key(parsed("{id: a, auhtor: b, body: c, title: d, type: e}")));
  EXPECT_TRUE(has_foreign_key(parsed("{id: a, name: b, body: c}")));
}

TEST(CommentDialect, TheRowsOwnNamesComeFirstThenThoseOfOthers) {
  EXPECT_EQ(foreign("{_id: a, id: b}").id.text, "a");
  EXPECT_EQ(foreign("{id: 3, author_name: Ann, name: Bob}").author.text, "Ann");
  EXPECT_EQ(foreign("{id: 3, author_name: '', name: Bob}").author.text, "Bob");
  EXPECT_EQ(foreign("{_id: a, replyThread: t, replyID: r}").parent.text, "r");
  EXPECT_EQ(foreign("{_id: a, replyThread: t, replyID: ''}").parent.text, "t");
  EXPECT_EQ(foreign("{post_id: x, website: 'https://w.example/'}").url->text, "https://w.example/");
}

TEST(CommentDialect, AParentOfZeroIsNone) {
  EXPECT_EQ(foreign("{id: 1, parent_id: '0'}").parent.text, "");
  EXPECT_EQ(foreign("{id: 1, parent_id: 10}").parent.text, "10");
}

TEST(CommentDialect, ThreadsAreCountedOnlyWhereTheRowSaysSo) {
  EXPECT_EQ(foreign("{_id: a, replying_to: '2'}").answered_thread, 2);
  EXPECT_EQ(foreign("{_id: a, replying_to: 5c8a5d10}").answered_thread, 0);
  EXPECT_EQ(foreign("{_id: a, replying_to: 5c8a5d10}").parent.text, "5c8a5d10");
  EXPECT_EQ(foreign("{_id: a, replying_to: 2, parent: b}").answered_thread, 0);
  EXPECT_EQ(foreign("{_id: a, replying_to: 2, parent: b}").parent.text, "b");
  EXPECT_EQ(foreign("{_id: a, reply_to: 2}").answered_thread, 0);
}

TEST(CommentDialect, AMentionsTitleIsNobodysName) {
  EXPECT_EQ(foreign("{wm-id: 1, author: {name: ''}, name: A title}").author.text, "");
  EXPECT_EQ(foreign("{wm-id: 1, author: {name: Ann}, name: A title}").author.text, "Ann");
}

TEST(CommentDialect, TextIsPreferredToHtml) {
  EXPECT_EQ(foreign("{wm-id: 1, content: {html: <p>a</p>, text: a}}").body.text, "a");
  EXPECT_EQ(foreign("{wm-id: 1, content: {html: <p>a</p>}}").body.text, "<p>a</p>");
  EXPECT_EQ(foreign("{wm-id: 1, content: a}").body.text, "a");
}

TEST(CommentDialect, EveryAddressCounts) {
  const auto all = foreign("{id: 1, email: a, gravatar_hash: b, author_email: c, author: {email: d}}").addresses;
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()), (std::set<std::string>{"a", "b", "c", "d"}));
}

TEST(CommentDialect, AThreadOrFeedHoldsCommentsAndACommentHoldsNone) {
  EXPECT_NE(held_comments(parsed("{id: /a/, title: A, comments: []}")), nullptr);
  EXPECT_NE(held_comments(parsed("{type: feed, children: [{wm-id: 1}]}")), nullptr);
  EXPECT_EQ(held_comments(parsed("{id: a, author: b, body: c, comments: [d]}")), nullptr);
  EXPECT_EQ(held_comments(parsed("{id: a, comments: many}")), nullptr);
}

}  // namespace
}  // namespace causerie
