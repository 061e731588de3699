// `check` reports what a build would report, and writes nothing; tested with every golden site.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/diagnostic_codes.h"
#include "base/text.h"
#include "sites/site_case.h"
#include "support/golden.h"
#include "support/run.h"
#include "support/temporary_folder.h"

namespace causerie {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> golden_sites() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(CAUSERIE_SOURCE_DIR "/tests/sites")) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  return folders;
}

// Everything below a folder; files with their time and bytes, so that a rewritten file is noticed too.
std::vector<std::string> traces(const fs::path& root) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    std::string trace = entry.path().string();
    if (entry.is_regular_file()) {
      trace += " " + std::to_string(entry.last_write_time().time_since_epoch().count()) + " " + read_file(entry.path());
    }
    found.push_back(trace);
  }
  std::sort(found.begin(), found.end());
  return found;
}

Report run_on(const std::string& command, const fs::path& root, const sites::SiteCase& site,
              const std::vector<std::string>& more) {
  std::vector<std::string> words{command, root.string(), "--clock", "2026-06-01", "--message-format", "json"};
  words.insert(words.end(), site.arguments.begin(), site.arguments.end());
  words.insert(words.end(), more.begin(), more.end());
  return run_causerie(words);
}

// The table of codes describes which ones only `check` reports; these two are also notes of `check`.
bool is_of_checks_alone(std::string_view line) {
  constexpr std::string_view begin = "{\"severity\":\"note\",\"code\":\"";
  if (!line.starts_with(begin)) return false;
  const std::string_view code = line.substr(begin.size(), line.find('"', begin.size()) - begin.size());
  if (code == "literal-emphasis" || code == "borrowed-words") return true;
  for (const CodeTopic& topic : diagnostic_topics) {
    for (const CodeMeaning& meaning : topic.codes) {
      if (meaning.code == code) return meaning.meaning.find("only `check` reports this") != std::string_view::npos;
    }
  }
  return false;
}

// Without the notes that only `check` reports.
std::string without_notes(std::string_view errors) {
  std::string kept;
  for (const std::string_view line : lines_of(errors)) {
    if (!line.empty() && !is_of_checks_alone(line)) kept.append(line).append("\n");
  }
  return kept;
}

TEST(Check, SaysWhatABuildSaysAndLeavesNoTrace) {
  int refused = 0, warned = 0;
  for (const fs::path& folder : golden_sites()) {
    SCOPED_TRACE(folder.filename().string());
    const sites::SiteCase site = sites::read_site_case(folder);
    const TemporaryFolder temporary;
    const fs::path root = temporary.path() / "site";
    fs::copy(folder / "input", root, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"-D", "-F"}, {"--strict"}}) {
      const auto before = traces(root);
      const Report checked = run_on("check", root, site, more);
      EXPECT_EQ(traces(root), before);

      // Builds into another folder, so that the next round starts with the same site.
      const TemporaryFolder output;
      std::vector<std::string> elsewhere = more;
      elsewhere.insert(elsewhere.end(), {"-d", (output.path() / "public").string()});
      const Report built = run_on("build", root, site, elsewhere);
      EXPECT_EQ(checked.exit_status, built.exit_status);
      EXPECT_EQ(without_notes(checked.standard_error), built.standard_error);
      refused += built.exit_status == 1 ? 1 : 0;
      warned += built.exit_status == 0 && !built.standard_error.empty() ? 1 : 0;
      fs::remove_all(root / ".causerie");
    }
  }
  // Both happen often enough for a meaningful test.
  EXPECT_GT(refused, 10);
  EXPECT_GT(warned, 4);
}

TEST(Check, ATraceIsNoticed) {
  const TemporaryFolder temporary;
  write_file(temporary.path() / "site.yaml", "title: Letters\n");
  write_file(temporary.path() / "content/about.md", "---\ntitle: About\n---\nUs.\n");
  const auto before = traces(temporary.path());
  EXPECT_EQ(run_causerie({"check", temporary.path().string()}).exit_status, 0);
  EXPECT_EQ(traces(temporary.path()), before);
  EXPECT_EQ(run_causerie({"build", temporary.path().string()}).exit_status, 0);
  EXPECT_NE(traces(temporary.path()), before);
}

TEST(Check, OnlyTheNotesOfACheckAreLeftOut) {
  const std::string error = "{\"severity\":\"error\",\"code\":\"gap\"}\n";
  const std::string warning = "{\"severity\":\"warning\",\"code\":\"literal-emphasis\"}\n";
  const std::string note = "{\"severity\":\"note\",\"code\":\"dated-page\"}\n";
  const std::string own = "{\"severity\":\"note\",\"code\":\"late-promise\"}\n";
  EXPECT_EQ(without_notes(error + own + warning + own + note), error + warning + note);
}

}  // namespace
}  // namespace causerie
