#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/slug.h"
#include "content/comments/dialects.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

Node parsed(std::string_view text) {
  Diagnostics diagnostics;
  auto node = parse_yaml(text, "comment.yml", {1, 1}, true, diagnostics);
  EXPECT_TRUE(node && !diagnostics.has_errors()) << text;
  return node ? *std::move(node) : Node();
}

std::string said(std::string_view text, CommentField field) {
  const Node map = parsed(text);
  const Node* node = foreign_value(map, field);
  return node == nullptr ? "(nothing)" : node->text;
}

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
      const Node map = parsed(mark + ": x\nbody: y\n");
      EXPECT_EQ(dialect_of(map).name, dialect.name) << mark;
      EXPECT_TRUE(has_foreign_key(map)) << mark;
      EXPECT_TRUE(is_known_foreign_key(mark)) << mark;
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
  EXPECT_EQ(said("{_id: a, id: b}", CommentField::id), "a");
  EXPECT_EQ(said("{id: 3, author_name: Ann, name: Bob}", CommentField::author), "Ann");
  EXPECT_EQ(said("{id: 3, author_name: '', name: Bob}", CommentField::author), "Bob");
  EXPECT_EQ(said("{_id: a, replyThread: t, replyID: r}", CommentField::parent), "r");
  EXPECT_EQ(said("{_id: a, replyThread: t, replyID: ''}", CommentField::parent), "t");
  EXPECT_EQ(said("{post_id: x, website: 'https://w.example/'}", CommentField::url), "https://w.example/");
}

TEST(CommentDialect, AParentOfZeroIsNone) {
  EXPECT_EQ(said("{id: 1, parent_id: '0'}", CommentField::parent), "(nothing)");
  EXPECT_EQ(said("{id: 1, parent_id: 10}", CommentField::parent), "10");
}

TEST(CommentDialect, ThreadsAreCountedOnlyWhereTheRowSaysSo) {
  EXPECT_EQ(answered_thread(parsed("{_id: a, replying_to: '2'}")), 2);
  EXPECT_EQ(answered_thread(parsed("{_id: a, replying_to: 5c8a5d10}")), 0);
  EXPECT_EQ(said("{_id: a, replying_to: 5c8a5d10}", CommentField::parent), "5c8a5d10");
  EXPECT_EQ(said("{_id: a, replying_to: 2}", CommentField::parent), "(nothing)");
  EXPECT_EQ(answered_thread(parsed("{_id: a, reply_to: 2}")), 0);
}

TEST(CommentDialect, AMentionsTitleIsNobodysName) {
  EXPECT_EQ(said("{wm-id: 1, author: {name: ''}, name: A title}", CommentField::author), "(nothing)");
  EXPECT_EQ(said("{wm-id: 1, author: {name: Ann}, name: A title}", CommentField::author), "Ann");
}

TEST(CommentDialect, TextIsPreferredToHtml) {
  EXPECT_EQ(said("{wm-id: 1, content: {html: <p>a</p>, text: a}}", CommentField::body), "a");
  EXPECT_EQ(said("{wm-id: 1, content: {html: <p>a</p>}}", CommentField::body), "<p>a</p>");
  EXPECT_EQ(said("{wm-id: 1, content: a}", CommentField::body), "a");
}

TEST(CommentDialect, EveryAddressCounts) {
  const auto all = addresses_in(parsed("{id: 1, email: a, gravatar_hash: b, author_email: c, author: {email: d}}"));
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
