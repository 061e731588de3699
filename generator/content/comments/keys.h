// The keys of a comment in Causerie's own format; those of other programs are in comments/dialects.cc.
#pragma once

#include "content/key_shape.h"

namespace causerie {

inline constexpr std::string_view comment_status_names[] = {"approved", "pending", "spam", "removed"};
inline constexpr std::string_view body_format_names[] = {"markdown", "html"};
inline constexpr std::string_view comment_role_names[] = {"author", "reader"};

inline constexpr Key comment_keys[] = {
    {"id", {KeyKind::text}, "unique among the comments on the essay; letters, digits, - and _", Need::sometimes},
    {"parent", {KeyKind::text}, "the id of the comment that this one replies to"},
    {"author", {KeyKind::text}, "the author's name; required unless the comment is removed", Need::sometimes},
    {"email", {KeyKind::text}, "never published"},
    {"url", {KeyKind::text}, "the author's web page, https or http"},
    {"date", {KeyKind::text}, "a day, a day and a time, or seconds or milliseconds since 1970"},
    {"status",
     {.kind = KeyKind::choice, .words = comment_status_names},
     "only approved comments are shown; default: approved"},
    {"role", {.kind = KeyKind::choice, .words = comment_role_names}, "author: written by the author of the essay"},
    {"body_format",
     {.kind = KeyKind::choice, .words = body_format_names},
     "markdown: HTML in the body is shown as text; html: the body is HTML; default: markdown"},
    {"body", {KeyKind::text}, "the text; required unless the comment is removed", Need::sometimes},
};

}  // namespace causerie
