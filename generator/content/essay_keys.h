// The keys of an essay's front matter.
#pragma once

#include "content/key_shape.h"
#include "content/site_keys.h"

namespace causerie {

inline constexpr std::string_view contents_setting_names[] = {"auto", "on", "off"};

inline constexpr int greatest_part = 9999;

inline constexpr Key essay_keys[] = {
    {"title", {KeyKind::text}, "the title; an index.md alone needs none", Need::sometimes},
    {"date", {KeyKind::date}, "when it is published, 2024-05-01; in the future: scheduled"},
    {"updated", {KeyKind::date}, "when something changed that readers should know of"},
    {"draft", {KeyKind::flag}, "true: not published"},
    {"slug", {KeyKind::text}, "its name in the address; without it, the file's"},
    {"part", {.kind = KeyKind::number, .least = 0, .most = greatest_part}, "its number in the series"},
    {"id", {KeyKind::text}, "by what feed readers know it: leave it as it is"},
    {"summary", {KeyKind::text}, "a sentence or two in Markdown, wherever the essay is announced"},
    {"tags", {KeyKind::texts}, "what it is about"},
    {"authors", {KeyKind::texts}, "short names from `authors` in site.yaml"},
    {"aliases", {KeyKind::texts}, "old addresses that lead here: /old/place/ or /old.html"},
    {"image", {KeyKind::text}, "a picture that stands for it where it is passed on"},
    {"comments",
     {.kind = KeyKind::choice, .words = comment_setting_names},
     "open; closed: shown, and no more are taken; off: not shown"},
    {"toc", {.kind = KeyKind::choice, .words = contents_setting_names}, "a list of contents; auto"},
    {"listed", {KeyKind::flag}, "false: in no list, feed or sitemap"},
    {"language", {KeyKind::text}, "a language tag, where it is not the site's"},
    {"canonical_url", {KeyKind::text}, "where its first home is elsewhere"},
    {"params", {KeyKind::params}, "values of your own, for the theme"},
};

}  // namespace causerie
