// Runs a session in one shell, so that `cd` and variables persist; each command's output goes to separate files.
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>

#include "base/text.h"
#include "sessions/session.h"
#include "support/golden.h"
#include "support/temporary_folder.h"

namespace causerie::sessions {
namespace {

namespace fs = std::filesystem;

std::string shell_word(std::string_view word) { return "'" + replace_all(word, "'", "'\\''") + "'"; }

// Resets the user's settings, so that a session does not depend on who runs it.
std::string surroundings(const fs::path& notes) {
  return "unset NO_COLOR CLICOLOR CLICOLOR_FORCE TZ XDG_CACHE_HOME\n"
         "export LC_ALL=C.UTF-8 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null\n"
         "export HOME=" +
         shell_word((notes / "home").string()) +
         "\n"
         "export PATH=" +
         shell_word(fs::path(CAUSERIE_BINARY).parent_path().string()) + ":\"$PATH\"\n";
}

// Makes ANSI escapes visible, and replaces the name of the folder, which differs in each run.
std::vector<std::string> printed_lines(const fs::path& file, const std::string& folder) {
  if (!fs::exists(file)) return {};
  std::string text = replace_all(replace_all(read_file(file), "\x1b", "␛"), folder, "/SESSION");
  if (text.ends_with('\n'))
    text.pop_back();
  else if (text.empty())
    return {};
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) lines.emplace_back(line);
  return lines;
}

}  // namespace

std::vector<Transcript> run_session(const Session& session) {
  const TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "folder", notes = temporary.path() / "notes";
  fs::create_directories(folder);
  fs::create_directories(notes / "home");
  std::string script = surroundings(notes) + "cd " + shell_word(folder.string()) + "\n";
  const auto note = [&](std::size_t step, const char* what) { return notes / (std::to_string(step) + what); };
  for (std::size_t i = 0; i < session.steps.size(); ++i) {
    const Step& step = session.steps[i];
    if (step.kind == Step::Kind::prose) continue;
    write_file(note(i, ".text"), step.text);
    const std::string text = shell_word(note(i, ".text").string());
    if (step.kind == Step::Kind::file) {
      const std::string file = shell_word(step.file);
      script += "mkdir -p \"$(dirname " + file + ")\" && cp " + text + " " + file + "\n";
      continue;
    }
    script += ". " + text + " >" + shell_word(note(i, ".out").string()) + " 2>" + shell_word(note(i, ".err").string()) +
              " </dev/null\necho $? >" + shell_word(note(i, ".status").string()) + "\n";
  }
  write_file(notes / "script", script);
  std::signal(SIGPIPE, SIG_DFL);  // another test may have ignored it, and shells inherit that
  const int status = std::system(("sh " + shell_word((notes / "script").string())).c_str());

  std::vector<Transcript> transcripts(session.steps.size());
  for (std::size_t i = 0; i < session.steps.size(); ++i) {
    if (session.steps[i].kind != Step::Kind::command) continue;
    Transcript& one = transcripts[i];
    one.errors = printed_lines(note(i, ".err"), folder.string());
    one.output = printed_lines(note(i, ".out"), folder.string());
    // A syntax error ends the shell; later commands have not run.
    const bool has_ended = fs::exists(note(i, ".status"));
    one.exit_status = has_ended ? std::stoi(read_file(note(i, ".status"))) : WEXITSTATUS(status) + 1000;
  }
  return transcripts;
}

}  // namespace causerie::sessions
