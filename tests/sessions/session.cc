#include "sessions/session.h"

#include <regex.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "support/golden.h"

namespace causerie::sessions {
namespace {

constexpr std::string_view fence = "```";
constexpr std::string_view pattern_mark = " (re)";

bool is_exit_status(std::string_view line) {
  return line.size() > 2 && line.front() == '[' && line.back() == ']' && is_digits(line.substr(1, line.size() - 2));
}

bool matches(const std::string& expected, const std::string& actual) {
  if (!expected.ends_with(pattern_mark)) return expected == actual;
  const std::string pattern = "^(" + expected.substr(0, expected.size() - pattern_mark.size()) + ")$";
  regex_t compiled;
  if (regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB) != 0) return false;
  const bool is_match = regexec(&compiled, actual.c_str(), 0, nullptr, 0) == 0;
  regfree(&compiled);
  return is_match;
}

bool match(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  return std::equal(expected.begin(), expected.end(), actual.begin(), actual.end(), matches);
}

// Replaces the time in a build's last line, which differs in each run, by a pattern.
std::string without_seconds(const std::string& line) {
  if (!line.ends_with(" s")) return line;
  const auto number = line.find_last_not_of("0123456789.", line.size() - 3) + 1;
  return number + 2 >= line.size() ? line : line.substr(0, number) + "[0-9.]+ s" + std::string(pattern_mark);
}

std::vector<std::string> kept_patterns(const std::vector<std::string>& expected,
                                       const std::vector<std::string>& actual) {
  std::vector<std::string> lines;
  for (const std::string& line : actual) {
    const auto holds = [&](const std::string& one) { return one.ends_with(pattern_mark) && matches(one, line); };
    const auto pattern = std::find_if(expected.begin(), expected.end(), holds);
    lines.push_back(pattern == expected.end() ? without_seconds(line) : *pattern);
  }
  return lines;
}

std::string written(const Transcript& transcript) {
  std::string text;
  for (const std::string& line : transcript.errors) text += (line.empty() ? "!" : "! " + line) + "\n";
  for (const std::string& line : transcript.output) text += line + "\n";
  if (transcript.exit_status != 0) text += "[" + std::to_string(transcript.exit_status) + "]\n";
  return text;
}

// The lines of one ```console block.
void read_console(const std::vector<std::string_view>& lines, std::size_t from, std::size_t to, Session& session) {
  bool may_continue = false;
  for (std::size_t i = from; i < to; ++i) {
    const std::string_view line = lines[i];
    if (line.starts_with("$ ")) {
      session.steps.push_back({.kind = Step::Kind::command,
                               .line = static_cast<int>(i) + 1,
                               .text = std::string(line.substr(2)) + "\n",
                               .file = {},
                               .expected = {}});
      may_continue = true;
      continue;
    }
    if (session.steps.empty() || session.steps.back().kind != Step::Kind::command) {
      session.fault = "line " + std::to_string(i + 1) + ": output before any command";
      return;
    }
    Step& step = session.steps.back();
    const bool continues = may_continue && (line == ">" || line.starts_with("> "));
    may_continue = continues;
    if (continues) {
      step.text += std::string(line.substr(std::min<std::size_t>(2, line.size()))) + "\n";
    } else if (is_exit_status(line)) {
      step.expected.exit_status = std::stoi(std::string(line.substr(1)));
    } else if (line == "!" || line.starts_with("! ")) {
      step.expected.errors.emplace_back(line.substr(std::min<std::size_t>(2, line.size())));
    } else {
      step.expected.output.emplace_back(line);
    }
  }
}

}  // namespace

Session read_session(std::string_view text) {
  Session session;
  const std::vector<std::string_view> lines = lines_of(text);
  const auto add = [&](Step::Kind kind, std::size_t at, std::string bytes, std::string file = {}) {
    session.steps.push_back({.kind = kind,
                             .line = static_cast<int>(at) + 1,
                             .text = std::move(bytes),
                             .file = std::move(file),
                             .expected = {}});
  };
  std::string prose;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (i + 1 < lines.size() || !line.empty()) prose += std::string(line) + "\n";
    const bool is_console = line == "```console";
    if (!is_console && !line.starts_with("```file ")) continue;
    const auto end = static_cast<std::size_t>(
        std::find(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), fence) - lines.begin());
    if (end == lines.size()) {
      session.fault = "line " + std::to_string(i + 1) + ": the block is not closed";
      return session;
    }
    add(Step::Kind::prose, i, std::exchange(prose, {}));
    if (is_console) {
      read_console(lines, i + 1, end, session);
    } else {
      std::string bytes;
      for (std::size_t j = i + 1; j < end; ++j) bytes += std::string(lines[j]) + "\n";
      add(Step::Kind::file, i, bytes, std::string(line.substr(8)));
    }
    if (!session.fault.empty()) return session;
    prose = "```\n";
    i = end;
  }
  add(Step::Kind::prose, lines.size(), prose);
  return session;
}

std::string transcript_difference(const Transcript& expected, const Transcript& actual) {
  if (match(expected.errors, actual.errors) && match(expected.output, actual.output) &&
      expected.exit_status == actual.exit_status)
    return "";
  // Matching patterns are not shown as differences.
  Transcript shown = actual;
  shown.errors = kept_patterns(expected.errors, actual.errors);
  shown.output = kept_patterns(expected.output, actual.output);
  const std::string text = difference(written(expected), written(shown));
  return text.empty() ? "lines are in another order" : text;
}

std::string written_session(const Session& session, const std::vector<Transcript>& actual) {
  std::string text;
  for (std::size_t i = 0; i < session.steps.size(); ++i) {
    const Step& step = session.steps[i];
    if (step.kind != Step::Kind::command) {
      text += step.text;
      continue;
    }
    std::string mark = "$";
    for (std::string_view line : lines_of(std::string_view(step.text).substr(0, step.text.size() - 1))) {
      text += mark + (line.empty() ? "" : " ") + std::string(line) + "\n";
      mark = ">";
    }
    const Transcript& found = actual[i];
    text += written({kept_patterns(step.expected.errors, found.errors),
                     kept_patterns(step.expected.output, found.output), found.exit_status});
  }
  return text;
}

}  // namespace causerie::sessions
