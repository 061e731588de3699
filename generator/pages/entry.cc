#include "pages/entry.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/locale.h"
#include "formats/html.h"

namespace causerie {
namespace {

std::string expected_words(const Expected& expected, const std::string& language) {
  if (expected.day != 0) return long_date({expected.year, expected.month, expected.day}, language);
  if (expected.month != 0) return month_and_year(expected.year, expected.month, language);
  return std::to_string(expected.year);
}

struct Summarised {
  const Passage& passage;
  const ResolvedText& resolved;
};

// The text that an essay's summary is taken from.
Summarised summary_of(const PageContext& context, EssayId id) {
  const Essay& essay = context.site.source(id);
  const auto i = static_cast<std::size_t>(id.index);
  if (essay.summary) return {*essay.summary, context.references.summaries[i]};
  return {essay.body, context.references.bodies[i]};
}

// Returns a summary without links, so that it is the same on every page.
std::string in_words(const PageContext& context, const Passage& passage, const ResolvedText& resolved,
                     const FillOptions& options) {
  const LinkWriter links(context.links, {}, LinkWriter::Way::rooted);
  return fill(passage.prose.summary, passage.prose, resolved, links, LinkFilling::words, options);
}

// Dates are in the language of the page. So they say so between words that are not.
std::string time_element(const Words& words, std::string_view datetime, std::string_view text) {
  const std::string language = words.borrowed_from().empty()
                                   ? ""
                                   : fmt::format(" lang=\"{}\" dir=\"{}\"", words.language(),
                                                 is_right_to_left(words.language()) ? "rtl" : "ltr");
  return fmt::format("<time datetime=\"{}\"{}>{}</time>", datetime, language, escape_html(text));
}

std::string reading_time(const Words& words, const Essay& essay) {
  constexpr int words_a_minute = 230;  // Brysbaert 2019, a review of reading rates: 238 for English prose
  return words.count("minutes", std::max(1, (essay.body.prose.words + words_a_minute / 2) / words_a_minute));
}

std::string comment_count(const Words& words, const EssayView& view) {
  return view.conversation.shown == 0 ? std::string() : words.count("comments", view.conversation.shown);
}

std::string mark_of(const Words& words, const Essay& essay, const EssayView& view) {
  switch (view.state) {
    case EssayState::published:
      return "";
    case EssayState::draft:
      return escape_html(words.text("draft"));
    case EssayState::scheduled:
      return phrase_of_day(words, "scheduled", essay.date->day);
  }
  return "";
}

std::string summary_in_words(const PageContext& context, const Words& words, EssayId id) {
  const auto [passage, resolved] = summary_of(context, id);
  return in_words(context, passage, resolved, {words.prose()});
}

Record entry_fields_of(const PageContext& context, const Words& words, EssayId id) {
  const Site& site = context.site;
  const Essay& essay = site.source(id);
  const EssayView& view = site.view(id);
  Record record;
  record.set("title", essay.title);
  record.set("summary", Html{summary_in_words(context, words, id)});
  record.set("date", essay.date ? long_date(essay.date->day, words.language()) : "");
  record.set("datetime", essay.date ? iso(*essay.date) : "");
  record.set("reading_time", reading_time(words, essay));
  record.set("comments", comment_count(words, view));
  record.set("series_title", view.series ? site.source(*view.series).title : "");
  record.set("number", view.part ? std::to_string(*view.part) : "");
  record.set("ordinal", ordinal_phrase(words, view.part));
  record.set("language", view.language == words.language() ? "" : view.language);
  record.set("is_planned", false);
  record.set("expected", Html{});
  record.set("mark", Html{mark_of(words, essay, view)});
  record.set("href", SiteAddress{view.path});
  record.set("series_href", view.series ? Value(SiteAddress{site.view(*view.series).path}) : Value(""));
  return record;
}

}  // namespace

std::string ordinal_phrase(const Words& words, std::optional<int> number) {
  return number ? words.ordinal("ordinal_post", *number) : std::string();
}

std::string series_size(const Words& words, const SeriesView& series) {
  std::string size = words.count("posts", series.published + series.planned);
  if (series.planned > 0) size += " (" + words.count("to_come", series.planned) + ")";
  return size;
}

std::string phrase_of_day(const Words& words, std::string_view key, Day day) {
  return words.html(key, "date", time_element(words, iso(day), long_date(day, words.language())));
}

std::string expected_phrase(const Words& words, const PlannedPart& planned) {
  if (!planned.expected) return "";
  const auto& [year, month, day] = *planned.expected;
  const std::string datetime = iso(Day{year, month, day}).substr(0, day != 0 ? 10 : month != 0 ? 7 : 4);
  return words.html("expected", "date",
                    time_element(words, datetime, expected_words(*planned.expected, words.language())));
}

std::string summary_html(const PageContext& context, const LinkWriter& links, const Words& words, EssayId id) {
  const auto [passage, resolved] = summary_of(context, id);
  return fill(passage.prose.summary, passage.prose, resolved, links, LinkFilling::links, {words.prose()});
}

std::string plain_summary(const PageContext& context, const Passage& passage, const ResolvedText& resolved) {
  static const ProseWords none;
  return text_of_html(in_words(context, passage, resolved, {none}));
}

std::string summary_text(const PageContext& context, EssayId id) {
  const auto [passage, resolved] = summary_of(context, id);
  return plain_summary(context, passage, resolved);
}

std::shared_ptr<const SharedFields> list_entry(const PageContext& context, const Words& words, EssayId id) {
  return context.fragments.fields(FragmentKind::line, &context.site.view(id), words,
                                  [&] { return entry_fields_of(context, words, id); });
}

Record entry(const PageContext& context, const Words& words, EssayId id) {
  return Record(list_entry(context, words, id));
}

Record planned_entry(const PageContext&, const Words& words, const Series& series, const PlannedPart& planned) {
  Record record;
  record.set("title", planned.title);
  for (const char* name : {"href", "date", "datetime", "reading_time", "comments", "series_href", "language"}) {
    record.set(name, "");
  }
  record.set("summary", Html{}).set("mark", Html{});
  record.set("series_title", series.title);
  record.set("number", std::to_string(planned.part));
  record.set("ordinal", ordinal_phrase(words, planned.part));
  record.set("is_planned", true);
  record.set("expected", Html{expected_phrase(words, planned)});
  return record;
}

List entries(const PageContext& context, const Words& words, std::span<const EssayId> ids) {
  List list;
  list.reserve(ids.size());
  for (const EssayId id : ids) list.push_back(entry(context, words, id));
  return list;
}

}  // namespace causerie
