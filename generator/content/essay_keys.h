// The keys of an essay's front matter.
#pragma once

#include "content/key_shape.h"
#include "content/site_keys.h"

namespace causerie {

inline constexpr std::string_view contents_setting_names[] = {"auto", "on", "off"};

inline constexpr int greatest_part = 9999;

inline constexpr Key essay_keys[] = {
    {"title", {KeyKind::text}, "the title; optional only in an index.md", Need::sometimes},
    {"date", {KeyKind::date}, "the day it is published, such as 2024-05-01; a future date schedules it"},
    {"updated", {KeyKind::date}, "the day of the last change that readers should know about"},
    {"draft", {KeyKind::flag}, "true: not published"},
    {"slug", {KeyKind::text}, "its name in the address; default: made from the file name"},
    {"part", {.kind = KeyKind::number, .least = 0, .most = greatest_part}, "its number in the series"},
    {"id", {KeyKind::text}, "identifies the essay in feed readers: do not change it"},
    {"summary", {KeyKind::text}, "a sentence or two in Markdown, shown wherever the essay is listed"},
    {"tags", {KeyKind::texts}, "what the essay is about"},
    {"authors", {KeyKind::texts}, "short names from `authors` in site.yaml"},
    {"aliases", {KeyKind::texts}, "old addresses that redirect here: /old/place/ or /old.html"},
    {"image", {KeyKind::text}, "a picture to show when the essay is shared"},
    {"comments",
     {.kind = KeyKind::choice, .words = comment_setting_names},
     "open; closed: shown, but no new ones; off: not shown"},
    {"toc",
     {.kind = KeyKind::choice, .words = contents_setting_names},
     "whether to show a table of contents; default: auto"},
    {"listed", {KeyKind::flag}, "false: in no list, feed or sitemap"},
    {"language", {KeyKind::text}, "a language tag, if it differs from the site's"},
    {"canonical_url", {KeyKind::text}, "the original address, if it was first published elsewhere"},
    {"params", {KeyKind::params}, "your own values, for the theme"},
};

}  // namespace causerie
