// Checks phrases in which a part of a series names another part: whether they are links, and whether they are right.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "content/source_text.h"
#include "pipeline/checks/ordinal_words.h"
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

std::string on_one_line(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n';
    if (!is_blank || !line.ends_with(' ')) line += is_blank ? ' ' : c;
  }
  return line;
}

// A text that belongs to a series.
struct SpokenText {
  std::string_view text;
  const PlainText& plain;
  const Passage& passage;
  const ResolvedText& resolved;
  SeriesId series;
  std::optional<int> here;  // index of its part; nullopt: it is the series' description
  std::string language;
};

// Checks the phrases in one text that name parts of its series.
class ExpectedPhrases {
 public:
  ExpectedPhrases(const Site& site, const SpokenText& spoken, Diagnostics& diagnostics)
      : spoken_(spoken),
        site_(site),
        source_(site_.source(spoken.series)),
        view_(site_.view(spoken.series)),
        here_(spoken.here.value_or(-1)),
        diagnostics_(diagnostics) {
    const auto& links = spoken.passage.prose.links;
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (const auto index = part_index_of(spoken.resolved.links[i])) targets_[links[i].destination] = *index;
    }
  }

  void check() {
    for (const auto& words : spoken_.plain.paragraphs) {
      for (const OrdinalPhrase& phrase : ordinal_phrases(words, spoken_.language)) {
        if (spoken_.here || phrase.which == Ordinal::numbered) take(phrase, words);
      }
    }
  }

 private:
  // Returns the index of a link's target among the parts of this series; nullopt if it is elsewhere.
  std::optional<int> part_index_of(const Resolved& resolved) const {
    if (resolved.essay) {
      const EssayView& target = site_.view(*resolved.essay);
      const bool is_here = target.series == spoken_.series && target.part_index >= 0;
      return is_here ? std::optional(target.part_index) : std::nullopt;
    }
    if (resolved.planned == nullptr) return std::nullopt;
    const auto found = std::find_if(view_.parts.begin(), view_.parts.end(), [&](const Part& part) {
      return part.planned && &source_.planned[static_cast<std::size_t>(*part.planned)] == resolved.planned;
    });
    return found == view_.parts.end() ? std::nullopt : std::optional(static_cast<int>(found - view_.parts.begin()));
  }

  void take(const OrdinalPhrase& phrase, const std::vector<PlainWord>& words) {
    const bool is_word = phrase.which == Ordinal::numbered && !phrase.is_in_digits;
    if (is_word && view_.counts_from_zero) return;  // "the first part" may be part 0 or part 1
    const int link = words[phrase.core].link;
    if (link != words[phrase.last].link) return;
    const std::size_t begin = words[phrase.first].link == link ? words[phrase.first].offset : words[phrase.core].offset;
    if (link < 0 && stands_in_quotes(begin)) return;
    const std::string said = on_one_line(spoken_.text.substr(begin, words[phrase.last].end - begin));
    const SourceLocation location = location_in(spoken_.passage, spoken_.text, begin, words[phrase.last].end);
    if (link < 0) return take_loose(phrase, said, location);
    const auto target = targets_.find(spoken_.plain.links[static_cast<std::size_t>(link)].destination);
    if (target != targets_.end() && !is_right(phrase, target->second)) {
      diagnostics_.note("wrong-ordinal", location, fmt::format("'{}' leads to {}", said, name_of_part(target->second)))
          .hint(meant(phrase) ? fmt::format("write [{}]({}), or change the words", said, reference(phrase))
                              : "change the words");
    }
  }

  // Quoted words, such as "the next part", are mentioned rather than used, or are another person's.
  bool stands_in_quotes(std::size_t begin) const {
    const std::string_view before = spoken_.text.substr(0, begin);
    static constexpr std::string_view quotes[] = {"\"", "“", "„", "«", "‘", "‹"};
    return std::any_of(std::begin(quotes), std::end(quotes),
                       [&](std::string_view quote) { return before.ends_with(quote); });
  }

  // Reports a phrase that is not a link, once per text, unless a link in the text leads to the same part already.
  void take_loose(const OrdinalPhrase& phrase, const std::string& said, const SourceLocation& location) {
    const auto part = meant(phrase);
    if ((part && part == spoken_.here) || (!part && phrase.which == Ordinal::numbered))
      return;  // a number without a part means something else
    const bool is_linked =
        std::any_of(targets_.begin(), targets_.end(), [&](const auto& one) { return is_right(phrase, one.second); });
    if (is_linked || !said_.emplace(phrase.which, phrase.number).second) return;
    if (part) {
      diagnostics_.note("loose-ordinal", location, fmt::format("'{}' is not a link", said))
          .hint(fmt::format("write [{}]({}): it stays right when the order changes", said, reference(phrase)));
    } else if (phrase.which == Ordinal::next) {
      diagnostics_.note("loose-ordinal", location, fmt::format("'{}': nothing follows this part yet", said))
          .hint(fmt::format("announce it under 'planned' in {}, and write [{}](series:next)", source_.source, said));
    } else {
      diagnostics_.note("wrong-ordinal", location, fmt::format("'{}': this is the first part of its series", said))
          .hint("change the words, or link to the part you mean");
    }
  }

  bool is_right(const OrdinalPhrase& phrase, int index) const {
    const int last = static_cast<int>(view_.parts.size()) - 1;
    if (phrase.which == Ordinal::next) return index == here_ + 1 || index == published_after();
    if (phrase.which == Ordinal::previous) return index == here_ - 1 || index == published_before();
    if (phrase.which == Ordinal::last) return index < here_ || index == last;
    return view_.parts[static_cast<std::size_t>(index)].number == phrase.number;
  }

  // Returns the index of the part that the phrase means; nullopt if there is none.
  std::optional<int> meant(const OrdinalPhrase& phrase) const {
    const int count = static_cast<int>(view_.parts.size());
    if (phrase.which == Ordinal::next) return here_ + 1 < count ? std::optional(here_ + 1) : std::nullopt;
    if (phrase.which != Ordinal::numbered) return here_ > 0 ? std::optional(here_ - 1) : std::nullopt;
    for (int i = 0; i < count; ++i) {
      if (view_.parts[static_cast<std::size_t>(i)].number == phrase.number) return i;
    }
    return std::nullopt;
  }

  int published_after() const {
    int index = here_ + 1;
    while (index < std::ssize(view_.parts) && !view_.parts[static_cast<std::size_t>(index)].is_shown) ++index;
    return index;
  }
  int published_before() const {
    int index = here_ - 1;
    while (index >= 0 && !view_.parts[static_cast<std::size_t>(index)].is_shown) --index;
    return index;
  }

  static std::string reference(const OrdinalPhrase& phrase) {
    if (phrase.which == Ordinal::next) return "series:next";
    return phrase.which == Ordinal::numbered ? fmt::format("series:{}", phrase.number) : "series:previous";
  }

  std::string name_of_part(int index) const {
    const Part& part = view_.parts[static_cast<std::size_t>(index)];
    const std::string& title =
        part.essay ? site_.source(*part.essay).title : source_.planned[static_cast<std::size_t>(*part.planned)].title;
    if (index == spoken_.here) return "this part itself";
    return part.number ? fmt::format("part {}, '{}'", *part.number, title) : fmt::format("'{}'", title);
  }

  const SpokenText& spoken_;
  const Site& site_;
  const Series& source_;
  const SeriesView& view_;
  int here_;
  Diagnostics& diagnostics_;
  std::map<std::string, int, std::less<>> targets_;  // indices of the link targets, by destination
  std::set<std::pair<Ordinal, int>> said_;
};

void check_essay(const CheckedText& checked, Diagnostics& diagnostics) {
  const Site& site = checked.checked.site();
  const EssayView& view = site.view(checked.id);
  if (!view.series || view.part_index < 0 || !site.source(*view.series).is_sound) return;
  const References& references = checked.checked.references();
  const auto index = static_cast<std::size_t>(checked.id.index);
  const Essay& essay = checked.essay();
  SpokenText body{checked.text, checked.plain,   essay.body,   references.bodies[index],
                  *view.series, view.part_index, view.language};
  ExpectedPhrases(site, body, diagnostics).check();
  const Node* summary = checked.keys.find("summary");
  if (summary == nullptr || !essay.summary) return;
  const PlainText plain = read_plain_text(summary->text);
  ExpectedPhrases(
      site,
      {summary->text, plain, *essay.summary, references.summaries[index], *view.series, view.part_index, view.language},
      diagnostics)
      .check();
}

// Checks descriptions of series, which are read from their files a second time.
void check_descriptions(const CheckedSite& checked, Diagnostics& diagnostics) {
  const Site& site = checked.site();
  for (std::size_t i = 0; i < site.series.size(); ++i) {
    const SeriesId id{static_cast<int>(i)};
    const Series& series = site.source(id);
    if (!series.is_sound || series.description.is_empty()) continue;
    Diagnostics said_before;
    const auto text = read_text(checked.files, series.source, said_before);
    if (!text || !*text) continue;
    const auto map = parse_yaml(**text, series.source, {1, 1}, false, said_before);
    const Node* description = map ? map->find("description") : nullptr;
    if (description == nullptr) continue;
    const PlainText plain = read_plain_text(description->text);
    const SpokenText spoken{description->text,   plain, series.description, checked.references().series[i], id, {},
                            site.file().language};
    ExpectedPhrases(site, spoken, diagnostics).check();
  }
}

}  // namespace

extern const SiteCheck ordinals_check;
const SiteCheck ordinals_check = {.name = "ordinals", .run = check_descriptions, .run_on_text = check_essay};

}  // namespace causerie
