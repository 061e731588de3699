// `causerie list`: prints one of the lists in list_rows.h.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "commands/command.h"
#include "commands/list_rows.h"
#include "commands/site_request.h"
#include "content/build_cache.h"
#include "system/disk.h"

namespace causerie {
namespace {

constexpr Option options[] = {
    {"--next", {}, "with scheduled: print only the next day on which a build is due"},
    clock_option,
};

WrongUsage unknown_list(const std::string& word) {
  std::vector<std::string> names;
  for (const WaitingList& list : waiting_lists()) names.emplace_back(list.name);
  return {fmt::format("there is no list '{}'", word), "the lists are: " + join(names, ", ")};
}

std::optional<WrongUsage> wrong_words(const Arguments& arguments) {
  const auto lists = waiting_lists();
  const std::string& word = arguments.words[0];
  if (std::none_of(lists.begin(), lists.end(), [&](const WaitingList& one) { return one.name == word; }))
    return unknown_list(word);
  if (arguments.has("next") && word != "scheduled")
    return WrongUsage{"--next only works with 'scheduled'", "write: causerie list scheduled --next"};
  return std::nullopt;
}

// Warnings are left to `causerie check`; an error may be the reason why a list is incomplete.
Diagnostics errors_of(const Diagnostics& all) {
  Diagnostics errors;
  for (const Diagnostic& one : all.items()) {
    if (one.severity == Severity::error) errors.error(one.code, one.location, one.message).hints = one.hints;
  }
  return errors;
}

Answer list(const Arguments& arguments) {
  Answer answer;
  answer.wrong_usage = wrong_words(arguments);
  if (answer.wrong_usage) return answer;
  const auto read = read_site_request(arguments, arguments.words.size() > 1 ? arguments.words[1] : "");
  if (const auto* wrong = std::get_if<WrongUsage>(&read)) {
    answer.wrong_usage = *wrong;
    return answer;
  }
  const auto& request = std::get<SiteRequest>(read);
  answer.site_root = request.site;
  Diagnostics diagnostics;
  BuildCache cache = open_build_cache(request.site, HtmlPolicy::in_memory);
  StepTimes times;
  const auto prepared =
      prepare_site(*disk_files(request.site, FollowLinks::yes), request.options, cache, times, diagnostics);
  answer.diagnostics = errors_of(diagnostics);
  answer.remarks = cache.remark();
  if (!prepared) {
    answer.failure = prepared.failure();
    return answer;
  }

  const auto lists = waiting_lists();
  const auto asked =
      std::find_if(lists.begin(), lists.end(), [&](const WaitingList& one) { return one.name == arguments.words[0]; });
  const bool is_json = arguments.value("message-format") == "json";
  const auto rows = arguments.has("next") ? next_day((*prepared)->site) : asked->rows(**prepared, diagnostics);
  for (const ListRow& row : rows) answer.output += (is_json ? row.json : row.line) + "\n";
  // A program that reads the output must not find a line that is not an entry.
  const bool says_nothing = rows.empty() && !arguments.has("next") && !is_json && !diagnostics.has_errors();
  if (says_nothing) answer.closing = std::string(asked->nothing) + "\n";
  return answer;
}

}  // namespace

extern const Command list_command;
const Command list_command = {
    .name = "list",
    .words = "drafts|scheduled|promises|orphans|comments [SITE]",
    .summary = "list drafts, scheduled essays, promises, orphans or pending comments",
    .details =
        "drafts      essays that are not published until you remove 'draft: true'\n"
        "scheduled   essays that are published on a later day\n"
        "promises    links to an essay that is a draft, scheduled or only planned\n"
        "orphans     comments without their essay, or without the comment that they reply to\n"
        "comments    comments that are pending",
    .least_words = 1,
    .most_words = 2,
    .options = options,
    .run = list,
};

}  // namespace causerie
