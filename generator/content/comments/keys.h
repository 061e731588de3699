// The keys of a comment in Causerie's own format; those of other programs are in comments/dialects.cc.
#pragma once

#include "content/key_shape.h"

namespace causerie {

inline constexpr std::string_view comment_status_names[] = {"approved", "pending", "spam", "removed"};
inline constexpr std::string_view comment_role_names[] = {"author", "reader"};

inline constexpr Key comment_keys[] = {
    {"id", {KeyKind::text}, "unique below the essay; letters, digits, - and _", Need::sometimes},
    {"parent", {KeyKind::text}, "the id of the comment that it answers"},
    {"author", {KeyKind::text}, "who said it; left out only where it is removed", Need::sometimes},
    {"email", {KeyKind::text}, "never published"},
    {"url", {KeyKind::text}, "their own page, https or http"},
    {"date", {KeyKind::text}, "a day, a day and a time, or seconds or milliseconds since 1970"},
    {"status", {.kind = KeyKind::choice, .words = comment_status_names}, "approved; only such are shown"},
    {"role", {.kind = KeyKind::choice, .words = comment_role_names}, "author: the essay's own, speaking"},
    {"body", {KeyKind::text}, "Markdown; left out only where it is removed", Need::sometimes},
};

}  // namespace causerie
