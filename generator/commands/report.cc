#include "commands/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/text.h"
#include "base/unicode.h"
#include "commands/printable.h"
#include "commands/shortened.h"
#include "content/address_mask.h"
#include "formats/json.h"
#include "system/disk.h"

namespace causerie {
namespace {

constexpr std::string_view severity_names[] = {"error", "warning", "note"};
constexpr std::string_view severity_colors[] = {"\x1b[31m", "\x1b[33m", "\x1b[36m"};

std::string_view name_of(Severity severity) { return severity_names[static_cast<std::size_t>(severity)]; }

// A longer line was generated; showing it would not help, and searching it again for each of thousands of diagnostics
// would take minutes.
constexpr std::size_t most_bytes_of_line = 20'000;

// The lines of the files that diagnostics point into; each file is read once.
class SourceLines {
 public:
  explicit SourceLines(const std::string& root) {
    if (!root.empty()) files_ = disk_files(root, FollowLinks::yes);
  }

  // Empty if there is none to show.
  std::string line(const std::string& file, int number) {
    if (number <= 0 || files_ == nullptr) return "";
    auto found = texts_.find(file);
    if (found == texts_.end()) found = texts_.emplace(file, read(file)).first;
    const auto& [text, index] = found->second;
    if (number > index.line_count()) return "";
    const std::size_t begin = index.offset_of(number);
    const std::size_t end = std::max(begin, index.offset_of(number + 1));
    if (end - begin > most_bytes_of_line) return "";
    std::string line = text.substr(begin, end - begin);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    return first_invalid_byte(line) ? "" : line;
  }

 private:
  struct Text {
    explicit Text(std::string bytes) : text(std::move(bytes)), index(text) {}
    Text(const Text&) = delete;  // the index refers to the text
    Text& operator=(const Text&) = delete;
    std::string text;
    LineIndex index;
  };

  std::string read(const std::string& file) const {
    auto bytes = files_->read(file);
    if (!bytes) return "";
    return bytes->starts_with("\xEF\xBB\xBF") ? bytes->substr(3) : *std::move(bytes);
  }

  std::unique_ptr<Files> files_;
  std::map<std::string, Text> texts_;
};

constexpr int most_columns = 120;

// The source line and the caret below it. A long line is cut to the part around the position; tabs and everything that
// a terminal might interpret become spaces; double-width characters get two columns, so that the caret is below its
// position.
std::string excerpt(std::string line, const SourceLocation& location) {
  const Span& span = location.span;
  line = without_addresses(
      line, may_hold_comments(location.file) ? HashMasking::everywhere : HashMasking::where_addresses_are);
  const int begin = span.begin.column;
  const bool is_one_line = span.end.line == span.begin.line;
  const int end = is_one_line ? std::max(span.end.column, begin + 1) : static_cast<int>(count_code_points(line)) + 1;
  const int first = begin > most_columns - 40 ? begin - 40 : 1;
  std::string shown, marks;
  int column = 1;
  for (std::size_t offset = 0; offset < line.size() && column < first + most_columns; ++column) {
    const std::size_t from = offset;
    const char32_t c = next_code_point(line, offset);
    if (column < first) continue;
    if (is_unsafe_for_terminal(c)) {
      shown += ' ';
    } else {
      shown.append(line, from, offset - from);
    }
    const int width = is_mark(c) ? 0 : is_wide(c) ? 2 : 1;
    const char mark = column < begin || column >= end ? ' ' : column == begin ? '^' : '~';
    if (width > 0) marks += mark;
    if (width > 1) marks += mark == '^' ? '~' : mark;
  }
  if (column <= begin) marks += '^';  // one past the end of the line
  while (!marks.empty() && marks.back() == ' ') marks.pop_back();
  const std::string number = std::to_string(span.begin.line);
  const std::string_view before = first > 1 ? "…" : "";
  return fmt::format("  {} | {}{}\n  {} | {}{}\n", number, before, shown, std::string(number.size(), ' '),
                     before.empty() ? "" : " ", marks);
}

std::string place_text(const SourceLocation& location) {
  const Position at = location.span.begin;
  const std::string file = printable_path(location.file);
  return at.line > 0 ? fmt::format("{}:{}:{}", file, at.line, at.column) : file;
}

std::string severity_text(Severity severity, bool has_color) {
  const auto index = static_cast<std::size_t>(severity);
  return has_color ? fmt::format("{}{}\x1b[0m", severity_colors[index], severity_names[index])
                   : std::string(severity_names[index]);
}

// A note ends in its code, by which `quiet` in site.yaml silences it.
std::string human(const Diagnostic& diagnostic, SourceLines& lines, bool has_color) {
  const Position at = diagnostic.location.span.begin;
  const std::string code = diagnostic.severity == Severity::note ? fmt::format(" [{}]", diagnostic.code.name()) : "";
  std::string text = fmt::format("{}: {}: {}{}\n", place_text(diagnostic.location),
                                 severity_text(diagnostic.severity, has_color), printable(diagnostic.message), code);
  if (const std::string line = lines.line(diagnostic.location.file, at.line); !line.empty()) {
    text += excerpt(line, diagnostic.location);
  }
  for (const std::string& hint : diagnostic.hints) text += fmt::format("  hint: {}\n", printable(hint));
  return text;
}

// "  and 12 more: a.md:3:1, b.md:1:5, c.md:4:1, …"; empty for none.
std::string more_like_it(const std::vector<const Diagnostic*>& alike) {
  constexpr std::size_t most = 3;
  if (alike.empty()) return "";
  std::vector<std::string> places;
  for (const Diagnostic* one : alike) {
    const std::string place = place_text(one->location);
    if (places.empty() || places.back() != place) places.push_back(place);
    if (places.size() == most) break;
  }
  return fmt::format("  and {} more: {}{}\n", alike.size(), join(places, ", "), alike.size() > most ? ", …" : "");
}

// One line per kind: how often, what, and what to do.
std::string kinds_in_words(const Shortened& messages, bool has_color) {
  std::string text = fmt::format("\n{} messages", messages.count);
  if (messages.is_cut) {
    text += fmt::format("; of warnings and notes, at most {} of each kind are shown (--all-messages shows all)",
                        most_messages_of_kind);
  }
  text += ":\n";
  for (const DiagnosticKind& kind : messages.kinds) {
    const bool has_hint = kind.is_one_message && !kind.first->hints.empty();
    const std::string hint = has_hint ? "; " + printable(kind.first->hints.front()) : "";
    text +=
        fmt::format("{:6} × {}: {}{}{}\n", kind.count, severity_text(kind.first->severity, has_color),
                    kind.is_one_message || kind.count == 1 ? "" : "such as: ", printable(kind.first->message), hint);
  }
  return text + "\n";
}

// Every field is present, and null if it does not apply: a diagnostic about a whole file has no line, one about the
// command line no file.
std::string json(Severity severity, std::string_view code, const SourceLocation& location, std::string_view message,
                 const std::vector<std::string>& hints) {
  const auto& [file, span] = location;
  const auto number = [](int n) { return n > 0 ? std::to_string(n) : "null"; };
  std::string quoted;
  for (const std::string& hint : hints) quoted += (quoted.empty() ? "" : ",") + json_quote(without_addresses(hint));
  return fmt::format(
      "{{\"severity\":{},\"code\":{},\"file\":{},\"line\":{},\"column\":{},\"end_line\":{},\"end_column\":{},"
      "\"message\":{},\"hints\":[{}]}}\n",
      json_quote(name_of(severity)), json_quote(code), file.empty() ? "null" : json_quote(path_without_addresses(file)),
      number(span.begin.line), number(span.begin.column), number(span.end.line), number(span.end.column),
      json_quote(without_addresses(message)), quoted);
}

std::string counted(std::size_t count, std::string_view what) {
  return count == 0 ? "" : fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string summary(std::size_t errors, std::size_t warnings) {
  std::string text = counted(errors, "error");
  if (errors > 0 && warnings > 0) text += ", ";
  text += counted(warnings, "warning");
  return text.empty() ? text : text + "\n";
}

std::string told(std::string_view message, std::string_view hint, std::string_view code, const ReportStyle& style) {
  if (style.format == MessageFormat::json) {
    return json(Severity::error, code, {}, message,
                hint.empty() ? std::vector<std::string>() : std::vector{std::string(hint)});
  }
  const std::string_view severity = style.has_color ? "\x1b[31merror\x1b[0m" : "error";
  std::string text = fmt::format("causerie: {}: {}\n", severity, printable(message));
  return hint.empty() ? text : text + fmt::format("  hint: {}\n", printable(hint));
}

}  // namespace

std::vector<ReportedDiagnostic> reported(const Diagnostics& diagnostics, const std::string& site_root) {
  SourceLines lines(site_root);
  std::vector<ReportedDiagnostic> all;
  for (const Diagnostic& one : diagnostics.sorted()) {
    const std::string location = place_text(one.location);
    all.push_back(
        {one.location.span.begin, one.location.file, location, human(one, lines, false).substr(location.size())});
  }
  return all;
}

std::string count_of(const Diagnostics& diagnostics) {
  std::size_t errors = 0, warnings = 0;
  for (const Diagnostic& one : diagnostics.sorted()) {
    errors += one.severity == Severity::error ? 1 : 0;
    warnings += one.severity == Severity::warning ? 1 : 0;
  }
  return summary(errors, warnings);
}

namespace {

std::string diagnostics_text(const std::vector<Diagnostic>& all, const Answer& answer, const ReportStyle& style) {
  std::string text;
  if (style.format == MessageFormat::json) {
    for (const Diagnostic& one : all) text += json(one.severity, one.code.name(), one.location, one.message, one.hints);
    return text;
  }
  SourceLines lines(answer.site_root);
  if (!answer.may_shorten || style.shows_all) {
    for (const Diagnostic& one : all) text += human(one, lines, style.has_color);
    return text;
  }
  const Shortened messages = shortened(all);
  for (const ShownDiagnostic& one : messages.shown) {
    text += human(*one.diagnostic, lines, style.has_color) + more_like_it(one.alike);
  }
  return messages.kinds.empty() ? text : text + kinds_in_words(messages, style.has_color);
}

}  // namespace

Report report(const Answer& answer, const ReportStyle& style) {
  Report report;
  report.standard_output = answer.output;
  if (!style.is_quiet) report.standard_output += answer.closing;
  std::vector<Diagnostic> diagnostics = answer.diagnostics.sorted();
  if (style.is_quiet) {
    std::erase_if(diagnostics, [](const Diagnostic& one) { return one.severity != Severity::error; });
  }
  const auto errors = std::ranges::count(diagnostics, Severity::error, &Diagnostic::severity);
  const auto warnings = std::ranges::count(diagnostics, Severity::warning, &Diagnostic::severity);
  report.standard_error = diagnostics_text(diagnostics, answer, style);
  if (style.is_verbose && style.format == MessageFormat::human) report.standard_error += answer.remarks;
  if (style.format == MessageFormat::human) {
    report.standard_error += summary(static_cast<std::size_t>(errors), static_cast<std::size_t>(warnings));
  }
  if (errors > 0) report.exit_status = 1;
  if (answer.wrong_usage) {
    report.standard_error += told(answer.wrong_usage->message, answer.wrong_usage->hint, "usage", style);
    report.exit_status = 2;
  }
  if (answer.failure) {
    const Failure& failure = *answer.failure;
    std::string message = failure.action;
    if (!failure.path.empty()) message += " " + failure.path;
    if (!failure.reason.empty()) message += ": " + failure.reason;
    report.standard_error += told(message, failure.hint, "refused", style);
    report.exit_status = 3;
  }
  return report;
}

namespace {

std::string schedule(const std::vector<SiteSummary::Scheduled>& waiting) {
  if (waiting.empty()) return "";
  std::string text = fmt::format("; {} scheduled:", waiting.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(waiting.size(), 3); ++i) {
    text += fmt::format("{} {} on {}", i > 0 ? "," : "", waiting[i].source, iso(waiting[i].day));
  }
  return waiting.size() > 3 ? text + ", …" : text;
}

}  // namespace

std::string conversation_and_schedule(const SiteSummary& summary) {
  return fmt::format("{} comment{} shown, {} pending{}", summary.comments_shown, summary.comments_shown == 1 ? "" : "s",
                     summary.comments_pending, schedule(summary.scheduled));
}

}  // namespace causerie
