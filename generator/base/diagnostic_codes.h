// The codes of all diagnostics, and what each means to the author of the text it is about.
//
// A code is short and stable: tools identify a diagnostic by it. A code that is not in this table does not compile. The
// handbook's catalogue is made from the table and an example for each code (tests/examples/diagnostics.md), and a test
// keeps the three consistent.
#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string_view>

namespace causerie {

struct CodeMeaning {
  std::string_view code;
  std::string_view meaning;  // sentences, in Markdown
};

struct CodeTopic {
  std::string_view title;
  std::span<const CodeMeaning> codes;
};

inline constexpr CodeMeaning file_codes[] = {
    {"no-content", "The texts of a site are in a folder `content` next to `site.yaml`."},
    {"misplaced-file",
     "A file with this name has no function in this folder: a series contains its parts, and no folders with essays."},
    {"unread-file",
     "The file looks like an essay, a series or a comment, but because of its name or folder Causerie does not read "
     "it. It is not published either."},
    {"bad-link",
     "A symbolic link may lead to another place inside the site, but only once. Otherwise Causerie would publish files "
     "from outside the site, or the same file twice."},
    {"too-deep", "Folders nested this deeply are usually a mistake of another program."},
    {"broken-utf8", "Texts must be UTF-8, and this one has another encoding, or is damaged. Save it as UTF-8."},
    {"replaced-character",
     "The text contains a control character, usually because it was copied from elsewhere. HTML and XML do not allow "
     "it, so � is shown in its place."},
    {"hidden-character",
     "A name or a marker contains a character that cannot be seen, so what you see is not what is read. Delete it, or "
     "type the line again."},
    {"collision",
     "Two pages or files need the same address: two essays, for example, an essay and a copied file, or an alias and a "
     "page that exists. Upper and lower case count as the same, because they are on some systems, and a file may not "
     "be "
     "where another one needs a folder."},
    {"replaced-page",
     "This file of yours has the address of a page or file that Causerie makes by itself, such as `/archive/` or "
     "`/robots.txt`. Yours is published instead, and links to the address work as before."},
    {"changed-by-somebody",
     "A file in the output is no longer needed and would have been removed, but its content is not what Causerie "
     "wrote. It is kept."},
    {"orphan-file",
     "A file that nothing links to is still published. It may be left over from a deleted essay, or a private file in "
     "the wrong folder (only `check` reports this)."},
    {"host-limits",
     "Hosts such as Cloudflare Pages read `_redirects` to redirect old addresses, and they read no more of it than "
     "this. The small pages at the old addresses still redirect readers."},
};

inline constexpr CodeMeaning yaml_codes[] = {
    {"open-front-matter", "The front matter begins with `---` in the first line and needs a second `---` after it."},
    {"foreign-front-matter", "Front matter must be YAML, between two lines `---`."},
    {"broken-yaml",
     "The YAML is invalid. Spaces at the beginning of a line matter; a text that contains `: ` or `#` needs quotation "
     "marks."},
    {"yaml-comment",
     "In YAML, everything after a space and a `#` is a comment and is not read. In a title, a name or a text this is "
     "rarely meant."},
    {"duplicate-key", "The same key is there twice, and one of the two values would be ignored."},
    {"yaml-limit",
     "The YAML is nested too deeply, or repeats itself too often. No text written by hand is like this. A file of "
     "comments may also be too large: 200,000 comments or 32 MB. Then split it into several files."},
    {"lone-surrogate", "This is half of a character written as `\\uD83D\\uDE00`: the other half is missing."},
    {"unknown-key", "This key has no meaning here. Put values for a theme below `params`."},
    {"missing-key", "The file needs this key."},
    {"wrong-kind", "The value has the wrong type: for example, a list instead of text, or text instead of a number."},
};

inline constexpr CodeMeaning setting_codes[] = {
    {"no-base-url", "Feeds, the sitemap and canonical addresses need the address of the site."},
    {"bad-base-url",
     "This must be the site's address as a browser shows it: with `https://`, and a path if the site is below one."},
    {"bad-timezone", "Time zones have the names of the IANA database."},
    {"bad-language", "A language is named by its short tag."},
    {"bad-permalink",
     "The pattern for essays' addresses is invalid, or needs a part or a date that the essay does not have."},
    {"bad-url", "Only web addresses are published here. A comment is shown without its address."},
    {"no-comment-folder", "`comments.folders` names something that does not exist, or that cannot contain comments."},
    {"bad-target",
     "`deploy` names something that a site cannot be deployed to, or a target that does not exist. Causerie does not "
     "guess where to deploy."},
    {"unknown-author", "If a site has `authors`, essays and series name them by their keys."},
    {"no-history",
     "`history: true` reads the history of each essay from git, and here git does not have it, or not all of it. Only "
     "what git has is shown."},
};

inline constexpr CodeMeaning essay_codes[] = {
    {"no-date",
     "Feeds and the archive are sorted by date. File times are never used, because they change with every copy."},
    {"bad-date",
     "This is not an existing day, or day and time. In a comment it is a warning, and the comment is shown without its "
     "date."},
    {"updated-too-early",
     "The day of the last change is before the day of publication. Feeds treat the essay as changed when it was "
     "published."},
    {"bad-slug",
     "A slug is the last part of a page's address. If you write it yourself, Causerie checks it but does not rewrite "
     "it, so that no link breaks silently."},
    {"bad-alias",
     "An alias is an old address of an essay, starting at the site's root. Causerie puts a small page there that "
     "redirects to the new address."},
    {"dated-page", "A file directly in `content/` is a page, even if its name or its keys give it a date."},
    {"idle-key",
     "An `index.md` is the text above the list of its folder, and some keys of an essay have no effect there."},
    {"same-id", "Feed readers identify an entry by its id."},
    {"part-outside-series", "Only a folder with a `series.yaml` has parts."},
    {"bad-tag", "The address of a tag's page is made from its letters and digits."},
    {"comma-in-tag", "Tags are a list; a text that contains commas is one tag."},
    {"same-tag-slug", "Two different tags would share one page. Use `tags` in `site.yaml` to give each its own."},
    {"duplicate-note", "A footnote can be defined only once."},
    {"call-without-note", "The text refers to a footnote that does not exist. The reference is shown as written."},
    {"note-without-call", "A footnote that the text does not refer to is not shown."},
    {"duplicate-id",
     "An essay uses an id twice. Links to it lead to the first. An id that is written for two headings, such as "
     "`{#roots}`, is an error."},
    {"reserved-id",
     "Causerie uses ids that begin like this for parts of the page, so links to this one might lead to another place."},
    {"wide-row", "A table has as many columns as its head, so the words beyond the last column are shown in it."},
    {"broken-table",
     "In a table, the line of `---` below the head has as many cells as the head. Otherwise its lines are shown as "
     "they "
     "are written."},
    {"outside-request",
     "A picture or a script comes from another host, which can see everyone who reads the page (only `check` reports "
     "this)."},
    {"loosened-policy",
     "This needs something that the Content-Security-Policy in `_headers` then has to allow on every page of the site "
     "(only `check` reports this)."},
    {"literal-emphasis", "By CommonMark's rules this `**` is not emphasis, so readers see two asterisks."},
    {"template-tag",
     "Another program would put something here. Causerie never runs a text as a template, so readers see the tag as it "
     "is written. A build reports each kind once, `check` each place."},
    {"almost-link",
     "This looks like a link, but Markdown does not read it as one, so readers see the brackets (only `check` reports "
     "this)."},
    {"local-path", "The path is one of your own computer: nobody else has the file."},
    {"list-as-code",
     "Four spaces before a line make it code, so a list that is indented like this is shown with its markers (only "
     "`check` reports this)."},
    {"skipped-level",
     "People who use a screen reader navigate a page by its headings, one level at a time (only `check` reports "
     "this)."},
    {"no-alternative",
     "The text between a picture's brackets describes it to people who cannot see it (only `check` reports this)."},
    {"no-summary",
     "Lists and feeds show the first sentences of an essay that has no `summary` (only `check` reports this, once for "
     "each folder)."},
    {"same-title", "In a list, readers tell essays apart by their titles (only `check` reports this)."},
    {"translation", "A language before `.md` marks a translation."},
};

inline constexpr CodeMeaning series_codes[] = {
    {"gap",
     "Readers notice a missing part. If it is still to come, announce it: then it is a promise instead of a gap."},
    {"no-part", "Some parts of the series are numbered, but this one is not."},
    {"same-part", "Two essays, or two planned entries, are the same part."},
    {"bad-order", "`order` lists files of the series by name, each only once."},
    {"left-out-of-order", "The essay comes after those that `order` names."},
    {"same-series-slug", "Two series would have the same name in references."},
    {"fulfilled-plan", "An announced part is published (only `check` reports this)."},
    {"late-promise", "The announced time of a part has passed (only `check` reports this)."},
};

inline constexpr CodeMeaning reference_codes[] = {
    {"broken-reference",
     "There is nothing where this link leads. A target that is planned, scheduled or a draft is not an error: it "
     "becomes a link when it is published."},
    {"ambiguous-reference", "Several essays have this name, and none of them is in this series."},
    {"promise-in-html",
     "A promise becomes a link when its target is published, but Causerie does not change the HTML that you write."},
    {"needs-words", "The target has no title that can be shown, so the link needs its own text."},
    {"own-address",
     "A path or a reference is checked at every build, and works wherever the site is shown; an address that begins "
     "with `https://` is not checked, and always leads to the published site (only `check` reports this)."},
    {"loose-ordinal",
     "The text mentions another part without a link to it. A reference takes readers there, and stays right when the "
     "order changes (only `check` reports this)."},
    {"wrong-ordinal",
     "The words mean one part, and the link or the order of the series another (only `check` reports this)."},
};

inline constexpr CodeMeaning outside_codes[] = {
    {"dead-link", "The host reports that the page is gone."},
    {"unreachable-link",
     "There was no answer, or the host reported an internal error. This may be temporary: try again tomorrow."},
    {"moved-link", "The host reports that the page has moved permanently."},
    {"unclear-link", "Some hosts only answer browsers, or only a few requests at a time."},
    {"unasked-link",
     "Addresses on your own machine or network are never tried: no reader could follow such a link, and a check must "
     "not contact them."},
    {"idle-exception", "`check: {except: […]}` lists links that are not checked, and the site has no link like this."},
};

inline constexpr CodeMeaning comment_codes[] = {
    {"long-comment",
     "The text of a comment is longer than any that people write by hand, so it is not shown. `comments: {max_size: "
     "…}` "
     "in site.yaml sets how long it may be."},
    {"html-as-text",
     "Readers see the tags of this comment, such as `<b>`. In Causerie's own files the text of a comment is Markdown "
     "without HTML, unless `body_format: html` says that it is HTML."},
    {"lost-comments",
     "These comments are on no page, because the essay that they are named after does not exist. Perhaps its file was "
     "renamed."},
    {"lost-parent", "This is a reply to a comment that is in no file. It is shown below a placeholder."},
    {"future-comment", "A comment cannot be written tomorrow: its date is probably a slip, or the clock of a server."},
    {"duplicate-comment-id",
     "Links to a comment use its id. If another program wrote the comments, the later one gets `-2`."},
    {"comment-cycle", "These comments are replies to each other. The earliest one is treated as the first."},
    {"missing-body", "The comment has no text to show."},
    {"comments-off", "Comments are off, but nothing is lost: the files are not changed."},
    {"ignored-keys", "Other programs store more about a comment than Causerie shows."},
    {"wordless-mentions",
     "Likes and reposts have no text to show. They are counted here, so that you know about them."},
};

inline constexpr CodeMeaning theme_codes[] = {
    {"unknown-theme", "A theme is a folder in `themes/`, or `default`."},
    {"no-theme-yaml", "A folder in `themes/` needs a `theme.yaml` to be a theme."},
    {"theme-circle", "A theme cannot be its own parent."},
    {"missing-template", "A theme needs every layout. A theme that extends another uses the other's layouts."},
    {"unknown-file", "Causerie does not use a file with this name in this folder of a theme."},
    {"unused-template", "No page and no other template uses it: perhaps its name is misspelled."},
    {"broken-template", "The text between `{{` and `}}` is not a valid tag, or a section has no beginning or no end."},
    {"template-limit", "With everything that it includes, the template is too large or nested too deeply."},
    {"unknown-partial", "`{{> name}}` includes `templates/name.mustache`, which does not exist."},
    {"recursive-partial", "A template that includes itself would never end. Use `{{{replies}}}` to show threads."},
    {"unknown-name", "A layout can only use the names of its page: `causerie theme shapes` lists them."},
    {"wrong-use", "The name exists, but it has a different type from what this tag shows."},
    {"not-shown", "The page would lack what readers come for."},
    {"no-replies", "Without its replies a thread would be cut off."},
    {"same-asset-name",
     "Templates name assets by their file names, with `_` for everything that is not a letter or digit."},
    {"missing-asset", "A stylesheet names a file that the theme does not have."},
    {"import-circle", "A stylesheet cannot import itself, because its name depends on its content."},
    {"borrowed-words",
     "If a theme lacks a word in this language, the site's language or English is used. A build reports a language of "
     "which the theme has no word; `check` reports single words, too."},
    {"unused-word", "No template and no page uses this word: perhaps its key is misspelled."},
    {"missing-form", "The language has more plural forms than these; `other` is used for the missing ones."},
};

inline constexpr CodeTopic diagnostic_topics[] = {
    {"Files and folders", file_codes},
    {"YAML and its keys", yaml_codes},
    {"The settings", setting_codes},
    {"Essays", essay_codes},
    {"Series", series_codes},
    {"References", reference_codes},
    {"Links to other sites", outside_codes},
    {"Comments", comment_codes},
    {"Themes", theme_codes},
};

class DiagnosticCode {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a code is a string literal where a diagnostic is created
  consteval DiagnosticCode(const char* name) : name_(known(name)) {}
  // The code with a name that was read from a file; nullopt if the table does not contain it.
  static constexpr std::optional<DiagnosticCode> named(std::string_view name) {
    const std::string_view code = find(name);
    return code.empty() ? std::nullopt : std::optional(DiagnosticCode(code));
  }

  constexpr std::string_view name() const { return name_; }
  constexpr auto operator<=>(const DiagnosticCode&) const = default;

 private:
  explicit constexpr DiagnosticCode(std::string_view code) : name_(code) {}

  static constexpr std::string_view find(std::string_view name) {
    for (const CodeTopic& topic : diagnostic_topics) {
      for (const CodeMeaning& meaning : topic.codes) {
        if (meaning.code == name) return meaning.code;
      }
    }
    return {};
  }

  static consteval std::string_view known(std::string_view name) {
    const std::string_view code = find(name);
    if (code.empty()) throw "this code is not in the table above";
    return code;
  }

  std::string_view name_;
};

}  // namespace causerie
