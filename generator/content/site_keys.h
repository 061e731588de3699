// The keys of site.yaml.
#pragma once

#include "content/key_shape.h"

namespace causerie {

inline constexpr std::string_view comment_setting_names[] = {"open", "closed", "off"};
inline constexpr std::string_view raw_html_names[] = {"allow", "escape"};

inline constexpr Key link_keys[] = {
    {"label", {KeyKind::text}, "the link's words", Need::required},
    {"to", {KeyKind::text}, "where it leads: a path of this site, a reference, or a web address", Need::required},
};

inline constexpr Key person_keys[] = {
    {"name", {KeyKind::text}, "the name, as readers see it", Need::required},
    {"email", {KeyKind::text}, "never published"},
    {"url", {KeyKind::text}, "a page of their own"},
    {"bio", {KeyKind::text}, "a few lines in Markdown, below their essays"},
    {"links", {KeyKind::list, link_keys}, "links below the lines about them"},
};

inline constexpr Key permalink_keys[] = {
    {"essay", {KeyKind::text}, "a pattern with :slug in it, and :series :part :year :month :day; /:series/:slug/"},
};

inline constexpr Key feed_keys[] = {
    {"limit", {.kind = KeyKind::number, .least = 1, .most = 10'000}, "how many essays a feed holds; 20"},
};

inline constexpr Key comment_setting_keys[] = {
    {"default",
     {.kind = KeyKind::choice, .words = comment_setting_names},
     "open; closed: shown, and no more are taken; off: not shown"},
    {"close_after", {KeyKind::text}, "a number of days such as 90d; without it, never"},
    {"folders", {KeyKind::texts}, "where else comment files lie, such as data/comments"},
};

inline constexpr Key markdown_keys[] = {
    {"raw_html",
     {.kind = KeyKind::choice, .words = raw_html_names},
     "allow: HTML in essays stands as it is; escape: it is shown as text"},
    {"smart", {KeyKind::flag}, "typographic quotes, dashes and ellipses; true"},
};

inline constexpr Key check_keys[] = {
    {"except", {KeyKind::texts}, "web addresses that 'check --external' leaves alone; * stands for anything"},
};

inline constexpr Key tag_keys[] = {
    {"slug", {KeyKind::text}, "its name in addresses"},
    {"title", {KeyKind::text}, "the title of its page"},
    {"description", {KeyKind::text}, "Markdown, at the top of its page"},
};

inline constexpr std::string_view target_kind_names[] = {"git", "rsync", "rclone", "folder"};

inline constexpr Key target_keys[] = {
    {"kind",
     {.kind = KeyKind::choice, .words = target_kind_names},
     "git: a branch; rsync: a folder of another machine; rclone: any store that it knows; folder: one of this machine",
     Need::required},
    {"remote", {KeyKind::text}, "of git: an address, a path, or a remote of the site's repository; origin"},
    {"branch", {KeyKind::text}, "of git: gh-pages"},
    {"to", {KeyKind::text}, "of the others: the place", Need::sometimes},
};
inline constexpr Key git_target_keys[] = {target_keys[0], target_keys[1], target_keys[2]};
inline constexpr Key place_target_keys[] = {target_keys[0], target_keys[3]};

inline constexpr Key deploy_keys[] = {
    {"default", {KeyKind::text}, "the target that 'causerie deploy' means where it names none"},
    {"targets", {KeyKind::named, target_keys}, "a short name, and the place under it", Need::required},
};

inline constexpr Key site_keys[] = {
    {"title", {KeyKind::text}, "the name of the site", Need::required},
    {"base_url", {KeyKind::text}, "where the site will be found: https://example.org/"},
    {"language", {KeyKind::text}, "a language tag such as en, fr or pt-BR; en"},
    {"description", {KeyKind::text}, "a sentence about the site"},
    {"timezone", {KeyKind::text}, "a name such as Europe/Paris; UTC"},
    {"theme", {KeyKind::text}, "the name of a folder in themes/; default, the one inside the program"},
    {"author", {KeyKind::map, person_keys}, "who writes here"},
    {"authors", {KeyKind::named, person_keys}, "where several people write: a short name, and the person under it"},
    {"permalinks", {KeyKind::map, permalink_keys}, "how addresses are made"},
    {"menu", {KeyKind::list, link_keys}, "the links at the top of every page"},
    {"feeds", {KeyKind::map, feed_keys}, "what feeds hold"},
    {"comments", {KeyKind::map, comment_setting_keys}, "readers' comments, where an essay says nothing else"},
    {"markdown", {KeyKind::map, markdown_keys}, "how Markdown is read"},
    {"check", {KeyKind::map, check_keys}, "what 'causerie check' leaves alone"},
    {"tags", {KeyKind::named, tag_keys}, "for tags that want more than their name"},
    {"deploy", {KeyKind::map, deploy_keys}, "where 'causerie deploy' puts the site"},
    {"history", {KeyKind::flag}, "true: what changed in each essay since it was published, from git; false"},
    {"params", {KeyKind::params}, "values of your own, for the theme"},
};

}  // namespace causerie
