// Formats answers for the user: diagnostics with their source lines, failures, and the exit status. Wording that
// several commands share is here.
#pragma once

#include <string>
#include <vector>

#include "commands/command.h"
#include "site/summary.h"

namespace causerie {

enum class MessageFormat { human, json };

struct ReportStyle {
  MessageFormat format = MessageFormat::human;
  bool has_color = false;
  bool is_quiet = false;
  bool is_verbose = false;
  bool shows_all = false;  // every message, however many there are
};

struct Report {
  std::string standard_output;
  std::string standard_error;
  int exit_status = 0;
};

// One diagnostic without colour, split after its location: "content/a.md:4:1" and ": error: …", with source lines and
// hints.
struct ReportedDiagnostic {
  Position at;
  std::string file, location, text;
};
std::vector<ReportedDiagnostic> reported(const Diagnostics&, const std::string& site_root);

// "2 errors, 1 warning\n"; empty if there are none.
std::string count_of(const Diagnostics&);

// Every character of anything that looks like an e-mail address is shown as `•`.
Report report(const Answer&, const ReportStyle&);

// For the last line of several commands: "2 comments shown, 1 pending; 1 scheduled: content/essays/b.md on 2026-06-08"
std::string conversation_and_schedule(const SiteSummary&);

}  // namespace causerie
