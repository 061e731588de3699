#include "deploy/transport.h"

#include <gtest/gtest.h>

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
