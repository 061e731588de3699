#include "deploy/transport.h"

#include <gtest/gtest.h>

#include "deploy/advice.h"
#include "system/git_refusal.h"

namespace causerie {
namespace {

TEST(Transport, NoPasswordIsPrinted) {
  const std::pair<const char*, const char*> cases[] = {
      {"fatal: unable to access 'https://ada:t0ken@host.example/x.git/': 403",
       "fatal: unable to access 'https://…@host.example/x.git/': 403"},
      {"https://t0ken@a.example and https://b.example/me@c", "https://…@a.example and https://b.example/me@c"},
      {"https://ada:p@ss@a.example/", "https://…@a.example/"},
      {"ssh://a.example", "ssh://a.example"},
      {"nothing", "nothing"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(without_secrets(text), expected);
}

TEST(Transport, WhatProgramsSayIsPutIntoWordsOfWhatToDo) {
  const std::pair<const char*, const char*> cases[] = {
      {"ssh: Could not resolve hostname shelf.example: Name or service not known",
       "there is no machine with that name"},
      {"fatal: unable to access 'https://a.example/': Could not resolve host: a.example",
       "there is no machine with that name"},
      {"edith@shelf.example: Permission denied (publickey,password).", "refused your login"},
      {"Host key verification failed.", "type 'yes'"},
      {"ssh: connect to host shelf.example port 22: Connection refused", "refuses the connection"},
      {"bash: line 1: rsync: command not found", "not installed on the other machine"},
      {"rsync: [Receiver] mkdir \"/srv/a/b\" failed: No such file or directory (2)",
       "the folder above it does not exist"},
      {"rsync: [Receiver] mkdir \"/srv/a\" failed: Permission denied (13)", "you are not allowed to write there"},
      {"remote: Invalid username or password.\nfatal: Authentication failed for 'https://…'", "needs a token"},
      {"fatal: unable to access 'https://…': The requested URL returned error: 403", "needs a token"},
      {"remote: Repository not found.", "there is no such repository"},
      {"fatal: repository 'https://codeberg.org/edith/x.git/' not found", "there is no such repository"},
      {"write failed: No space left on device (28)", "free some space"},
  };
  for (const auto& [said, advice] : cases) EXPECT_NE(advice_on(said).find(advice), std::string_view::npos) << said;
  EXPECT_EQ(advice_on("something else went wrong"), "");
}

TEST(GitRefusal, SaysGitsReasonAndTheCommandThatHelps) {
  const auto owner = refusal_in(
      "fatal: detected dubious ownership in repository at '/srv/a'\nTo add an exception for this directory, call:\n\n"
      "\tgit config --global --add safe.directory /srv/a\n");
  ASSERT_TRUE(owner);
  EXPECT_EQ(owner->reason, "detected dubious ownership in repository at '/srv/a'");
  EXPECT_EQ(owner->hint, "if you trust it, run: git config --global --add safe.directory /srv/a");
  const auto newer = refusal_in("fatal: unknown repository extension found:\n\tnosuchthing\n");
  ASSERT_TRUE(newer);
  EXPECT_EQ(newer->reason, "unknown repository extension found: nosuchthing");
  EXPECT_NE(newer->hint.find("install a newer one"), std::string::npos);
  EXPECT_FALSE(refusal_in("fatal: not a git repository (or any of the parent directories): .git\n"));
  EXPECT_FALSE(refusal_in("error: No such remote 'origin'\n"));
}

TEST(GitRefusal, NamesACommandForWhatLibgit2CannotRead) {
  const std::pair<const char*, const char*> cases[] = {
      {"unsupported extension name extensions.refstorage", "git refs migrate"},
      {"unsupported extension name extensions.worktreeconfig", "git config --unset extensions.worktreeConfig"},
      {"unsupported extension name extensions.objectformat", "SHA-256 cannot be shown"},
      {"unsupported extension name extensions.partialclone", "git fetch --refetch --no-filter"},
      {"object not found - no match for id (0294)", "git fetch --refetch --no-filter"},
  };
  for (const auto& [reason, command] : cases)
    EXPECT_NE(mending_command(reason).find(command), std::string::npos) << reason;
  EXPECT_EQ(mending_command("something else"), "");
}

TEST(Process, WhatAProgramSaysAndHowItEndsIsTold) {
  const auto ended = run_program({{"sh", "-c", "echo \"$1 $GREETING\"; pwd; echo odd >&2; exit 7", "sh", "a  b"},
                                  "/",
                                  {{"GREETING", "good day"}}});
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->output, "a  b good day\n/\n");
  EXPECT_EQ(ended->errors, "odd\n");
  EXPECT_EQ(ended->status, 7);
  const auto killed = run_program({{"sh", "-c", "kill -TERM $$"}});
  ASSERT_TRUE(killed);
  EXPECT_EQ(killed->status, 128 + 15);
}

TEST(Process, MuchIsReadAndNobodyIsWaitedForButTheProgram) {
  const auto ended = run_program(
      {{"sh", "-c", "sleep 60 & i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done; kill $!"}});
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->output.size(), 20000u * 11);
}

TEST(Process, AProgramThatIsNotThereIsNamedWithWhatToDo) {
  const auto ended = run_program({{"no-such-program-anywhere"}});
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.failure().reason, "it is not installed");
  EXPECT_NE(ended.failure().hint.find("apt install no-such-program-anywhere"), std::string::npos);
}

}  // namespace
}  // namespace causerie
