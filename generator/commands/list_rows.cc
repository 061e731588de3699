#include "commands/list_rows.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "commands/printable.h"
#include "content/address_mask.h"
#include "formats/html.h"
#include "formats/json.h"
#include "pipeline/make_plan.h"
#include "site/waiting.h"

namespace causerie {
namespace {

// Untrusted text as one safe line, with no address masked.
std::string one_line(std::string_view text) {
  std::string line;
  bool has_gap = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t from = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_space(c) || is_unsafe_for_terminal(c)) {
      has_gap = !line.empty();
      continue;
    }
    if (has_gap) line += ' ';
    has_gap = false;
    line.append(text, from, offset - from);
  }
  return line;
}

std::string plain(std::string_view text) { return without_addresses(one_line(text)); }

std::string plain_path(std::string_view path) { return path_without_addresses(one_line(path)); }

// The beginning of a one-line text, cut between words if possible.
std::string first_words(const std::string& line) {
  constexpr std::size_t most = 60;
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < line.size(); ++count) next_code_point(line, end);
  if (end == line.size()) return line;
  std::string words = cut_at_character(line, end);
  if (const auto blank = words.rfind(' '); line[end] != ' ' && blank != std::string::npos && blank > end / 2) {
    words.resize(blank);
  }
  return words + " …";
}

// Builds a JSON object key by key.
class Object {
 public:
  Object& text(std::string_view key, std::string_view value) { return add(key, json_quote(plain(value))); }
  Object& title(std::string_view title) { return add("title", json_quote(one_line(title))); }
  Object& path(std::string_view key, std::string_view path) { return add(key, json_quote(plain_path(path))); }
  Object& number(std::string_view key, int value) { return add(key, std::to_string(value)); }
  Object& location(const SourceLocation& location) {
    path("file", location.file);
    if (location.span.begin.line == 0) return *this;
    return number("line", location.span.begin.line).number("column", location.span.begin.column);
  }
  std::string finish() const { return "{" + fields_ + "}"; }

 private:
  Object& add(std::string_view key, const std::string& value) {
    fields_ += fmt::format("{}{}:{}", fields_.empty() ? "" : ",", json_quote(key), value);
    return *this;
  }

  std::string fields_;
};

std::string in_words(const SourceLocation& location) {
  const Position at = location.span.begin;
  return plain_path(location.file) + (at.line > 0 ? fmt::format(":{}:{}", at.line, at.column) : "");
}

std::string in_words(const Expected& expected) {
  std::string text = fmt::format("{:04}", expected.year);
  if (expected.month > 0) text += fmt::format("-{:02}", expected.month);
  if (expected.day > 0) text += fmt::format("-{:02}", expected.day);
  return text;
}

std::vector<ListRow> drafts(const PreparedSite& prepared, const Diagnostics&) {
  std::vector<ListRow> rows;
  for (const EssayId id : draft_essays(prepared.site)) {
    const std::string& file = prepared.site.source(id).source;
    const std::string title = title_of(prepared.site, id);
    rows.push_back(
        {fmt::format("{}: {}", plain_path(file), one_line(title)), Object().path("file", file).title(title).finish()});
  }
  return rows;
}

std::vector<ListRow> scheduled(const PreparedSite& prepared, const Diagnostics&) {
  std::vector<ListRow> rows;
  for (const EssayId id : scheduled_essays(prepared.site)) {
    const Essay& essay = prepared.site.source(id);
    const std::string day = iso(essay.date->day);
    const std::string title = title_of(prepared.site, id);
    rows.push_back({fmt::format("{}: {}: {}", plain_path(essay.source), day, one_line(title)),
                    Object().path("file", essay.source).text("day", day).title(title).finish()});
  }
  return rows;
}

// The row of a promise. One to a series' own page waits for its first part; any other for an essay, written or planned.
ListRow promise(const Site& site, const WaitingPromise& waiting) {
  const Resolved& target = *waiting.target;
  const std::string title = target.essay ? title_of(site, *target.essay) : target.title;
  Object object;
  object.location(waiting.location).text("destination", waiting.destination).title(title);
  std::string reason;
  if (target.essay) {
    const Essay& essay = site.source(*target.essay);
    const std::string source = plain_path(essay.source);
    switch (site.view(*target.essay).state) {
      case EssayState::draft:
        reason = source + " is a draft";
        object.text("waits_for", "draft").path("target", essay.source);
        break;
      case EssayState::scheduled:
        reason = fmt::format("{} is scheduled for {}", source, iso(essay.date->day));
        object.text("waits_for", "scheduled").path("target", essay.source).text("day", iso(essay.date->day));
        break;
      case EssayState::published:  // an index.md
        reason = fmt::format("nothing next to {} is published", source);
        object.text("waits_for", "folder").path("target", essay.source);
    }
  } else if (target.planned != nullptr) {
    const auto& expected = target.planned->expected;
    reason = fmt::format("part {} is planned", target.planned->part);
    object.text("waits_for", "planned").number("part", target.planned->part);
    if (expected) {
      reason += fmt::format(", expected {}", in_words(*expected));
      object.text("expected", in_words(*expected));
    }
  } else if (target.series) {
    const std::string& file = site.source(*target.series).source;
    reason = fmt::format("no part of {} is published", plain_path(file));
    object.text("waits_for", "series").path("target", file);
  }
  if (waiting.said_in != EssayState::published) {
    const bool is_draft = waiting.said_in == EssayState::draft;
    reason += is_draft ? " (linked from a draft)" : " (linked from a scheduled essay)";
    object.text("said_in", is_draft ? "draft" : "scheduled");
  }
  return {fmt::format("{}: \"{}\": {}", in_words(waiting.location), one_line(title), reason), object.finish()};
}

std::vector<ListRow> promises(const PreparedSite& prepared, const Diagnostics&) {
  std::vector<ListRow> rows;
  for (const WaitingPromise& waiting : waiting_promises(prepared.site, prepared.plan.data->references)) {
    rows.push_back(promise(prepared.site, waiting));
  }
  return rows;
}

// Orphans are reported by diagnostics when the site is read; their messages are reused.
std::vector<ListRow> orphans(const PreparedSite&, const Diagnostics& diagnostics) {
  std::vector<ListRow> rows;
  for (const Diagnostic& one : diagnostics.sorted()) {
    if (one.code != "lost-comments" && one.code != "lost-parent") continue;
    Object object;
    object.location(one.location).text("code", one.code.name()).text("message", one.message);
    rows.push_back({fmt::format("{}: {}", in_words(one.location), plain(one.message)), object.finish()});
  }
  return rows;
}

std::vector<ListRow> comments(const PreparedSite& prepared, const Diagnostics&) {
  std::vector<ListRow> rows;
  for (const PendingComment& pending : pending_comments(prepared.site)) {
    const Essay& essay = prepared.site.source(pending.essay);
    const Comment& comment = essay.comments[static_cast<std::size_t>(pending.comment)];
    const std::string words =
        first_words(plain(text_of_html(html_of(essay)->comments[static_cast<std::size_t>(pending.comment)])));
    const std::string author = comment.author.empty() ? "(no name)" : plain(comment.author);
    const std::string date = comment.date ? ", " + iso(comment.date->day) : "";
    Object object;
    object.path("file", essay.source).text("id", comment.id).text("author", comment.author);
    if (comment.date) object.text("date", iso(*comment.date));
    object.text("words", words);
    rows.push_back({fmt::format("{}#{}: {}{}: {}", plain_path(essay.source), plain(comment.id), author, date, words),
                    object.finish()});
  }
  return rows;
}

}  // namespace

std::span<const WaitingList> waiting_lists() {
  static constexpr WaitingList lists[] = {
      {"drafts", "no drafts", drafts},
      {"scheduled", "nothing is scheduled", scheduled},
      {"promises", "no promises are open", promises},
      {"orphans", "every comment has its essay and the comment that it replies to", orphans},
      {"comments", "no comment is pending", comments},
  };
  return lists;
}

std::vector<ListRow> next_day(const Site& site) {
  const std::vector<EssayId> scheduled = scheduled_essays(site);
  if (scheduled.empty()) return {};
  const std::string day = iso(site.source(scheduled[0]).date->day);
  return {{day, Object().text("day", day).finish()}};
}

}  // namespace causerie
