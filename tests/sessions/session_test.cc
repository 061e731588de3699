// Sessions are read, run, compared and rewritten as tests/README.md describes.
#include "sessions/session.h"

#include <gtest/gtest.h>

namespace causerie::sessions {
namespace {

constexpr std::string_view text = R"(Prose.

```file a/b.txt
one
```

More prose.

```console
$ cat a/b.txt
one
$ cd a; echo out; echo err >&2
! err
out
$ cat b.txt > c.txt; cat c.txt - <<END
> two
>
> END
one
two

$ (exit 3)
[3]
$ echo 12.5
[0-9.]+ (re)
```

The end.
)";

std::string differences(std::string_view session_text) {
  const Session session = read_session(session_text);
  const std::vector<Transcript> actual = run_session(session);
  std::string all = session.fault;
  for (std::size_t i = 0; i < actual.size(); ++i) all += transcript_difference(session.steps[i].expected, actual[i]);
  return all;
}

TEST(Session, GoesAsItSays) { EXPECT_EQ(differences(text), ""); }

TEST(Session, IsWrittenAsItWasRead) {
  const Session session = read_session(text);
  EXPECT_EQ(written_session(session, run_session(session)), text);
}

TEST(Session, EveryDifferenceIsSeen) {
  EXPECT_EQ(differences("```console\n$ echo a\nb\n```\n"), "line 1:\n-b\n+a\n");
  EXPECT_EQ(differences("```console\n$ echo a\n! a\n```\n"), "line 1:\n-! a\n+a\n");
  EXPECT_EQ(differences("```console\n$ echo a\n```\n"), "line 1:\n+a\n");
  EXPECT_EQ(differences("```console\n$ (exit 1)\n```\n"), "line 1:\n+[1]\n");
  EXPECT_EQ(differences("```console\n$ true\n[1]\n```\n"), "line 1:\n-[1]\n");
  EXPECT_EQ(differences("```console\n$ echo ab\na (re)\n```\n"), "line 1:\n-a (re)\n+ab\n");
  EXPECT_EQ(differences("```console\na\n```\n"), "line 2: output before any command");
  EXPECT_EQ(differences("```console\n$ true\n"), "line 1: the block is not closed");
  EXPECT_NE(differences("```console\n$ fi\n$ true\n```\n"), "");
}

TEST(Session, SecondsAreWrittenAsAPattern) {
  const Session session = read_session("```console\n$ echo 3 made, 0.12 s\n```\n");
  EXPECT_EQ(written_session(session, run_session(session)),
            "```console\n$ echo 3 made, 0.12 s\n3 made, [0-9.]+ s (re)\n```\n");
}

}  // namespace
}  // namespace causerie::sessions
