#include "pages/history.h"

#include "base/locale.h"
#include "base/text.h"
#include "formats/markdown/text_difference.h"
#include "pages/frame.h"

namespace causerie {
namespace {

constexpr Field essay_link_fields[] = {
    {"title", {ShapeKind::text}, "its title"},
    {"href", {ShapeKind::text}, "link to it"},
};
constexpr Field piece_fields[] = {
    {"text", {ShapeKind::text}, "its text"},
    {"is_added", {ShapeKind::flag}, "true if they were added"},
    {"is_removed", {ShapeKind::flag}, "true if they were removed"},
    {"is_kept", {ShapeKind::flag}, "true if they did not change: they surround a change"},
};
constexpr Field block_fields[] = {
    {"is_after_gap", {ShapeKind::flag}, "true if unchanged paragraphs are left out before it"},
    {"is_heading", {ShapeKind::flag}, "a heading"},
    {"is_item", {ShapeKind::flag}, "true if it is a list item"},
    {"is_code", {ShapeKind::flag}, "true if it is code, with its lines"},
    {"pieces", {ShapeKind::list, piece_fields}, "its words, in order"},
};
constexpr Field revision_fields[] = {
    {"date", {ShapeKind::text}, "its day as text"},
    {"datetime", {ShapeKind::text}, "for the datetime attribute"},
    {"blocks", {ShapeKind::list, block_fields}, "the paragraphs that changed"},
};
constexpr Field own_fields[] = {
    {"essay", {ShapeKind::record, essay_link_fields}, "the essay whose history this is"},
    {"revisions", {ShapeKind::list, revision_fields}, "the changes of each day, newest first"},
};
constexpr auto shape = framed(own_fields);

std::vector<Route> routes(const Site& site) {
  std::vector<Route> result;
  for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
    const EssayView& view = site.view(EssayId{i});
    if (!view.is_shown || view.revisions.empty()) continue;
    result.push_back(
        {.path = history_path(view), .source = {site.source(EssayId{i}).source, {}}, .subject = EssayId{i}});
  }
  return result;
}

constexpr std::size_t most_around = 240;  // bytes of unchanged words next to a change

// Returns the offset of the first word that begins after `offset`; the text's size if there is none.
std::size_t word_at(std::string_view text, std::size_t offset) {
  const auto blank = text.find(' ', offset);
  return blank == std::string_view::npos ? text.size() : blank + 1;
}

// Shortens a long stretch of unchanged words to those next to a change.
std::string shortened(std::string_view text, bool is_after_change, bool is_before_change) {
  const std::size_t head = is_after_change ? word_at(text, most_around) : 0;
  const std::size_t tail = is_before_change && text.size() > most_around ? word_at(text, text.size() - most_around) : 0;
  if (is_before_change ? tail <= head + most_around || tail == text.size() : head + most_around >= text.size()) {
    return std::string(text);
  }
  return std::string(text.substr(0, head)) + (is_before_change ? "… " + std::string(text.substr(tail)) : "…");
}

Record piece(std::string text, PieceKind kind) {
  return Record()
      .set("text", std::move(text))
      .set("is_added", kind == PieceKind::added)
      .set("is_removed", kind == PieceKind::removed)
      .set("is_kept", kind == PieceKind::kept);
}

// The space after an added or removed word is neither underlined nor struck out.
List piece_list(const DifferenceBlock& block) {
  List list;
  for (std::size_t i = 0; i < block.pieces.size(); ++i) {
    const auto& [kind, text] = block.pieces[i];
    const bool is_last = i + 1 == block.pieces.size();
    if (block.kind == PlainKind::code) {
      list.push_back(piece(text, kind));
    } else if (kind == PieceKind::kept) {
      list.push_back(piece(shortened(text, i > 0, !is_last), kind));
    } else {
      list.push_back(piece(std::string(trim(text)), kind));
      const bool stands_apart = text.ends_with(' ') || (!is_last && kind == PieceKind::removed &&
                                                        block.pieces[i + 1].kind == PieceKind::added);
      if (stands_apart && !is_last) list.push_back(piece(" ", PieceKind::kept));
    }
  }
  return list;
}

List block_list(const std::vector<DifferenceBlock>& difference) {
  List list;
  for (const DifferenceBlock& block : difference) {
    list.push_back(Record()
                       .set("is_after_gap", block.is_after_gap)
                       .set("is_heading", block.kind == PlainKind::heading)
                       .set("is_item", block.kind == PlainKind::item)
                       .set("is_code", block.kind == PlainKind::code)
                       .set("pieces", piece_list(block)));
  }
  return list;
}

// Made lazily, only for a page that has to be made: a history can be long.
Later revision_list(const EssayView& view, const Words& words) {
  Hasher hasher;
  hasher.add(words.language());
  for (const Revision& revision : view.revisions) hasher.add(iso(revision.date)).add(revision.difference);
  return {hasher.finish(), [revisions = view.revisions, language = words.language()] {
            List list;
            for (const Revision& revision : revisions) {
              list.push_back(Record()
                                 .set("date", long_date(revision.date.day, language))
                                 .set("datetime", iso(revision.date))
                                 .set("blocks", block_list(revision.blocks())));
            }
            return Value(std::move(list));
          }};
}

Record inputs(const PageContext& context, const Route& route) {
  const EssayId id = std::any_cast<EssayId>(route.subject);
  const EssayView& view = context.site.view(id);
  Head head;
  head.language = view.language;
  const Words& words = words_on(context, head);
  head.heading = words.fill("history_of", {{"title", context.site.source(id).title}});
  head.description = words.text("history_key");
  head.is_hidden_from_search = true;  // what a writer removed should not turn up in searches
  Record record = frame(context, route, head);
  record.set("essay", Record().set("title", context.site.source(id).title).set("href", SiteAddress{view.path}));
  record.set("revisions", revision_list(view, words));
  return record;
}

}  // namespace

extern const PageKind history_page;
const PageKind history_page = {.name = "history",
                               .layout = "history",
                               .shape = shape,
                               .routes = routes,
                               .inputs = inputs,
                               .is_wanted = [](const SiteFile& site) { return site.has_history; }};

}  // namespace causerie
