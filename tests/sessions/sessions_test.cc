// Runs every tests/sessions/*.md and compares the output of the commands with the file.
#include <gtest/gtest.h>

#include <algorithm>

#include "sessions/session.h"
#include "support/golden.h"

namespace causerie::sessions {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> session_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(CAUSERIE_SOURCE_DIR "/tests/sessions")) {
    if (entry.path().extension() == ".md") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& session) {
  std::string name = session.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class Sessions : public testing::TestWithParam<std::string> {};

TEST_P(Sessions, GoAsTheySay) {
  const fs::path path = fs::path(CAUSERIE_SOURCE_DIR "/tests/sessions") / (GetParam() + ".md");
  const Session session = read_session(read_file(path));
  ASSERT_EQ(session.fault, "") << path;
  const std::vector<Transcript> actual = run_session(session);
  if (is_updating()) {
    write_file(path, written_session(session, actual));
    return;
  }
  for (std::size_t i = 0; i < session.steps.size(); ++i) {
    const Step& step = session.steps[i];
    if (step.kind != Step::Kind::command) continue;
    const std::string difference = transcript_difference(step.expected, actual[i]);
    if (!difference.empty()) ADD_FAILURE_AT(path.c_str(), step.line) << "$ " << step.text << difference;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Sessions, testing::ValuesIn(session_names()), test_name);

}  // namespace
}  // namespace causerie::sessions
