// The readers' conversation below a page.
#pragma once

#include "pages/page_kind.h"
#include "theme/shape.h"

namespace causerie {

inline constexpr Field reply_to_fields[] = {
    {"name", {ShapeKind::text}, "whom it answers"},
    {"href", {ShapeKind::text}, "link to the comment answered"},
    {"label", {ShapeKind::text}, "\"in reply to NAME\""},
};

// The record of the layout `comment`. At most two elements per level may enclose `replies`.
inline constexpr Field comment_fields[] = {
    {"id", {ShapeKind::text}, "for the element's id: comment-ID, whole"},
    {"href", {ShapeKind::text}, "its permalink"},
    {"author", {ShapeKind::text}, "the name; empty for a tombstone"},
    {"url", {ShapeKind::text}, "the author's web address, safe; may be empty"},
    {"date", {ShapeKind::text}, "in words; empty without one"},
    {"datetime", {ShapeKind::text}, "for the datetime attribute"},
    {"body", {ShapeKind::html}, "the text"},
    {"reply_to", {ShapeKind::record, reply_to_fields}, "absent for a thread's first and below a tombstone"},
    {"is_by_author", {ShapeKind::flag}, "the essay's author speaking: class by-author"},
    {"is_tombstone", {ShapeKind::flag}, "gone: class tombstone; `tombstone` is all it has to say"},
    {"tombstone", {ShapeKind::text}, "\"This comment was removed.\""},
    {"is_deep", {ShapeKind::flag}, "so deep that indentation no longer shows whom it answers"},
    {"replies", {ShapeKind::html}, "the replies, each rendered by this layout; empty without any"},
    {"words", {ShapeKind::words}, "the words of the page's language"},
};

inline constexpr Field conversation_fields[] = {
    {"heading", {ShapeKind::text}, "\"12 comments\""},
    {"state", {ShapeKind::html}, "one line: open, or closed and since when; inline HTML, may be empty"},
    {"is_closed", {ShapeKind::flag}, "no more comments are taken"},
    {"threads", {ShapeKind::forest, comment_fields, "comment"}, "the comments, oldest thread first"},
};

// Sets `conversation`; false if no comment is shown.
void add_conversation(const PageContext&, const Words& words, EssayId, Record& inputs);

}  // namespace causerie
