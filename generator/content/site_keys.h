// The keys of site.yaml.
#pragma once

#include "content/key_shape.h"

namespace causerie {

inline constexpr std::string_view comment_setting_names[] = {"open", "closed", "off"};
inline constexpr std::string_view raw_html_names[] = {"allow", "escape"};

inline constexpr Key link_keys[] = {
    {"label", {KeyKind::text}, "the text of the link", Need::required},
    {"to", {KeyKind::text}, "where it leads: a path of this site, a reference, or a web address", Need::required},
};

inline constexpr Key person_keys[] = {
    {"name", {KeyKind::text}, "the name, as readers see it", Need::required},
    {"email", {KeyKind::text}, "never published"},
    {"url", {KeyKind::text}, "a page of their own"},
    {"bio", {KeyKind::text}, "a few lines in Markdown, shown below their essays"},
    {"links", {KeyKind::list, link_keys}, "links shown below the bio"},
};

inline constexpr Key permalink_keys[] = {
    {"essay",
     {KeyKind::text},
     "a pattern with :slug, and optionally :series :part :year :month :day; default: /:series/:slug/"},
};

inline constexpr Key feed_keys[] = {
    {"limit", {.kind = KeyKind::number, .least = 1, .most = 10'000}, "how many essays a feed contains; default: 20"},
};

inline constexpr Key comment_setting_keys[] = {
    {"default",
     {.kind = KeyKind::choice, .words = comment_setting_names},
     "open; closed: shown, but no new ones; off: not shown"},
    {"close_after", {KeyKind::text}, "the number of days after which comments close, such as 90d; default: never"},
    {"folders", {KeyKind::texts}, "other folders with comment files, such as data/comments"},
    {"max_size", {KeyKind::text}, "the size up to which a comment's text is shown; default: 64 KB"},
};

inline constexpr Key markdown_keys[] = {
    {"raw_html",
     {.kind = KeyKind::choice, .words = raw_html_names},
     "allow: HTML in essays is kept; escape: it is shown as text"},
    {"smart", {KeyKind::flag}, "use typographic quotes, dashes and ellipses; default: true"},
};

inline constexpr Key check_keys[] = {
    {"except", {KeyKind::texts}, "web addresses that 'check --external' skips; * matches anything"},
};

inline constexpr Key tag_keys[] = {
    {"slug", {KeyKind::text}, "its name in addresses"},
    {"title", {KeyKind::text}, "the title of its page"},
    {"description", {KeyKind::text}, "Markdown, shown at the top of its page"},
};

inline constexpr std::string_view target_kind_names[] = {"git", "rsync", "rclone", "folder"};

inline constexpr Key target_keys[] = {
    {"kind",
     {.kind = KeyKind::choice, .words = target_kind_names},
     "git: a branch; rsync: a folder on another machine; rclone: any storage that rclone supports; folder: a folder on "
     "this machine",
     Need::required},
    {"remote", {KeyKind::text}, "for git: an address, a path, or a remote of the site's repository; default: origin"},
    {"branch", {KeyKind::text}, "for git: the branch; default: gh-pages"},
    {"to", {KeyKind::text}, "for the other kinds: where to deploy to", Need::sometimes},
};
inline constexpr Key git_target_keys[] = {target_keys[0], target_keys[1], target_keys[2]};
inline constexpr Key place_target_keys[] = {target_keys[0], target_keys[3]};

inline constexpr Key deploy_keys[] = {
    {"default", {KeyKind::text}, "the target that 'causerie deploy' uses if you name none"},
    {"targets", {KeyKind::named, target_keys}, "for each target: a short name, and its settings", Need::required},
};

inline constexpr Key site_keys[] = {
    {"title", {KeyKind::text}, "the name of the site", Need::required},
    {"base_url", {KeyKind::text}, "the address of the site: https://example.org/"},
    {"language", {KeyKind::text}, "a language tag such as en, fr or pt-BR; default: en"},
    {"description", {KeyKind::text}, "a sentence about the site"},
    {"timezone", {KeyKind::text}, "a name such as Europe/Paris; default: UTC"},
    {"theme", {KeyKind::text}, "the name of a folder in themes/; default: 'default', the built-in theme"},
    {"author", {KeyKind::map, person_keys}, "the author of the site"},
    {"authors",
     {KeyKind::named, person_keys},
     "for sites with several authors: a short name for each, and their details"},
    {"permalinks", {KeyKind::map, permalink_keys}, "how addresses are made"},
    {"menu", {KeyKind::list, link_keys}, "the links at the top of every page"},
    {"feeds", {KeyKind::map, feed_keys}, "what feeds contain"},
    {"comments", {KeyKind::map, comment_setting_keys}, "settings for readers' comments; an essay can override them"},
    {"markdown", {KeyKind::map, markdown_keys}, "how Markdown is converted"},
    {"check", {KeyKind::map, check_keys}, "what 'causerie check' skips"},
    {"tags", {KeyKind::named, tag_keys}, "settings for tags that need more than a name"},
    {"deploy", {KeyKind::map, deploy_keys}, "where 'causerie deploy' puts the site"},
    {"history",
     {KeyKind::flag},
     "true: show what changed in each essay since it was published, from git; default: false"},
    {"quiet", {KeyKind::texts}, "codes of notes that are not reported; the line of a note ends with its code"},
    {"params", {KeyKind::params}, "your own values, for the theme"},
};

}  // namespace causerie
