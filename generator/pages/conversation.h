// The readers' conversation below a page.
#pragma once

#include "pages/page_kind.h"
#include "theme/shape.h"

namespace causerie {

inline constexpr Field reply_to_fields[] = {
    {"name", {ShapeKind::text}, "the name of the author it replies to"},
    {"href", {ShapeKind::text}, "link to the comment it replies to"},
    {"label", {ShapeKind::text}, "\"in reply to NAME\""},
};

// The record of the layout `comment`. At most two elements per level may enclose `replies`.
inline constexpr Field comment_fields[] = {
    {"id", {ShapeKind::text}, "the complete id of the element: comment-ID"},
    {"href", {ShapeKind::text}, "its permalink"},
    {"author", {ShapeKind::text}, "the name; empty for a tombstone"},
    {"url", {ShapeKind::text}, "the author's web address, safe; may be empty"},
    {"date", {ShapeKind::text}, "as text; empty if there is none"},
    {"datetime", {ShapeKind::text}, "for the datetime attribute"},
    {"body", {ShapeKind::html}, "the text"},
    {"reply_to",
     {ShapeKind::record, reply_to_fields},
     "absent for the first comment of a thread and below a tombstone"},
    {"is_by_author", {ShapeKind::flag}, "true if the essay's author wrote it: class by-author"},
    {"is_tombstone", {ShapeKind::flag}, "true if it is gone: class tombstone; show only `tombstone`"},
    {"tombstone", {ShapeKind::text}, "\"This comment was removed.\""},
    {"is_deep", {ShapeKind::flag}, "true if it is nested so deep that indentation no longer shows what it replies to"},
    {"replies", {ShapeKind::html}, "the replies, each rendered with this layout; empty if there are none"},
    {"words", {ShapeKind::words}, "the words of the page's language"},
};

inline constexpr Field conversation_fields[] = {
    {"heading", {ShapeKind::text}, "\"12 comments\""},
    {"state", {ShapeKind::html}, "one line: open, or closed and since when; inline HTML, may be empty"},
    {"is_closed", {ShapeKind::flag}, "true if no new comments are accepted"},
    {"threads", {ShapeKind::forest, comment_fields, "comment"}, "the comments, oldest thread first"},
};

// Sets `conversation`; false if no comment is shown.
void add_conversation(const PageContext&, const Words& words, EssayId, Record& inputs);

}  // namespace causerie
