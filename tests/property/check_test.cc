// A check says what a build would say, and leaves no trace: of every golden site.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

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

// Everything below a folder, with its time where it is a file: a file that is written again is a trace too.
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
  std::vector<std::string> words{command, root.string(), "--clock", "2026-06-01"};
  words.insert(words.end(), site.arguments.begin(), site.arguments.end());
  words.insert(words.end(), more.begin(), more.end());
  return run_causerie(words);
}

// What a check alone says, left out: a note, its excerpt and its hint.
std::string without_notes(std::string_view errors) {
  static constexpr std::string_view own[] = {": note: part ", ": note: whoever reads this ", ": note: on pages in "};
  std::string kept;
  bool is_in_note = false;
  while (!errors.empty()) {
    const std::string_view line = errors.substr(0, errors.find('\n') + 1);
    errors.remove_prefix(line.size());
    is_in_note = is_in_note || std::any_of(std::begin(own), std::end(own), [&](std::string_view words) {
                   return line.find(words) != std::string_view::npos;
                 });
    if (!is_in_note) kept += line;
    if (line.starts_with("  hint: ")) is_in_note = false;
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

      // Into a folder elsewhere, so that the next round begins with the same site.
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
  // Both happen often enough to mean something.
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
  const std::string note =
      "a: note: part 1 is published: it is 'b'\n  4 | x\n    | ^\n  hint: remove the planned entry\n";
  EXPECT_EQ(without_notes("a: error: b\n  hint: c\n" + note + "1 error\n"), "a: error: b\n  hint: c\n1 error\n");
}

}  // namespace
}  // namespace causerie
