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
    {"no-content", "A site keeps its texts in a folder `content` beside `site.yaml`."},
    {"misplaced-file",
     "A file of this name cannot do its work in this folder: a series holds its parts and nothing "
     "deeper."},
    {"unread-file",
     "The file looks like an essay, a series or a comment, but its name or its folder keeps it from being "
     "read. It is not published either."},
    {"bad-link",
     "A symbolic link may lead to another place inside the site, once. Followed further it would publish "
     "what is no part of the site, or something twice."},
    {"too-deep", "Folders this deep are a mistake of some other program."},
    {"broken-utf8",
     "Texts are read as UTF-8, and this one is stored in another encoding, or is damaged. Save it as "
     "UTF-8."},
    {"replaced-character",
     "A control character, most often from a copied text. HTML and XML cannot hold it, so � is "
     "shown in its place."},
    {"collision",
     "Two things want one address: two essays, an essay and a copied file, or either and a page that is "
     "always made, such as `/archive/`."},
    {"changed-by-somebody",
     "A file in the output that no page needs any more would have been removed, but its bytes "
     "are not those that were written. It stays."},
    {"orphan-file",
     "A file that nothing names is copied all the same. It may be what is left of an essay that is gone, or a private "
     "paper that lies in the wrong folder (only `check` says so)."},
    {"host-limits",
     "`_redirects` tells hosts such as Cloudflare Pages where old addresses lead, and such a host reads no more "
     "of it than this. The small pages at the old addresses still lead on."},
};

inline constexpr CodeMeaning yaml_codes[] = {
    {"open-front-matter", "The front matter begins with `---` in the first line and needs a second `---` after it."},
    {"foreign-front-matter", "Front matter is written in YAML, between two lines `---`."},
    {"broken-yaml",
     "The YAML cannot be read. Blanks at the beginning of a line count; a text with `: ` or `#` in it "
     "needs quotation marks."},
    {"duplicate-key", "One of the two would be ignored without a word."},
    {"yaml-limit", "No text that a person writes nests or repeats itself like this."},
    {"lone-surrogate", "Half of a character written as `\\uD83D\\uDE00`: the other half is missing."},
    {"unknown-key", "A key that means nothing here. `params` takes whatever a theme needs."},
    {"missing-key", "Without this key the file cannot be used."},
    {"wrong-kind",
     "The value is of another kind than the key wants: a list where a text is expected, a word where a "
     "number is."},
};

inline constexpr CodeMeaning setting_codes[] = {
    {"no-base-url", "Feeds, the sitemap and canonical addresses need to know where the site will be."},
    {"bad-base-url",
     "The site's own address, as a browser shows it: with `https://`, and a path if the site is below "
     "one."},
    {"bad-timezone", "Names of zones are those of the IANA database."},
    {"bad-language", "Languages are named by their short tags."},
    {"bad-permalink",
     "The pattern of the essays' addresses is not one, or wants a part or a date of an essay that has "
     "none."},
    {"bad-url", "Only addresses of the web are published here. A comment is shown without its own."},
    {"no-comment-folder", "`comments.folders` names what is not there."},
    {"bad-target",
     "What `deploy` names is no place that a site can be put to, or no target of yours. Nothing is deployed on a "
     "guess."},
    {"unknown-author", "Where a site has `authors`, essays and series name them by their keys."},
    {"no-history",
     "`history: true` asks git what became of each essay, and git does not know it here, or not all of it: only what "
     "it "
     "says is shown."},
};

inline constexpr CodeMeaning essay_codes[] = {
    {"no-date",
     "Feeds and the archive are sorted by date, and file times are never used: they change with every copy."},
    {"bad-date",
     "Not a day, or a day with a time, that exists. In a comment it is a warning: the comment is shown "
     "without its date."},
    {"bad-slug",
     "The last part of a page's address. What is written by hand is checked and not rewritten, so that no "
     "link breaks silently."},
    {"bad-alias",
     "An old address of an essay, from the site's root, that may become a small page leading to the new "
     "one."},
    {"dated-page", "A file directly in `content/` is a page, also where its name or its keys give it a date."},
    {"idle-key", "An `index.md` opens the list of its folder, and some keys of an essay mean nothing there."},
    {"same-id", "Feed readers know an entry by its id."},
    {"part-outside-series", "Parts are counted in a folder with a `series.yaml`."},
    {"bad-tag", "An address is made of a tag's letters and digits."},
    {"comma-in-tag", "Tags are a list; a text with commas is one tag."},
    {"same-tag-slug", "Two different tags would share one page. `tags` in `site.yaml` gives each its own."},
    {"duplicate-note", "A footnote is defined once."},
    {"call-without-note", "A footnote is called that is not there: it is shown as written."},
    {"note-without-call", "A footnote that nothing leads to is not shown."},
    {"duplicate-id", "An essay's own HTML gives one id twice: links to it reach the first."},
    {"reserved-id", "Ids that begin so are those of the page's own parts, and links to this one might reach another."},
    {"outside-request",
     "A picture or a script of another host: that host learns of everybody who reads the page (only "
     "`check` says so)."},
    {"literal-emphasis", "By CommonMark's rule this `**` is no emphasis, and readers see two asterisks."},
    {"list-as-code",
     "Four blanks before a line make it code, and a list that is indented so is shown with its signs (only `check` "
     "says so)."},
    {"skipped-level",
     "Who listens to a page walks through it by its headings, one level at a time (only `check` says so)."},
    {"no-alternative", "Who cannot see a picture is told what stands between its brackets (only `check` says so)."},
    {"no-summary",
     "Lists and feeds show the first sentences of an essay without a `summary` (only `check` says so, once for a "
     "folder)."},
    {"same-title", "In a list readers tell essays apart by their titles (only `check` says so)."},
    {"translation", "A language before `.md` names a translation."},
};

inline constexpr CodeMeaning series_codes[] = {
    {"gap",
     "Readers count parts. A part that is still to come can be announced, and then it is a promise instead of a "
     "hole."},
    {"no-part", "Some parts of the series are numbered and this one is not."},
    {"same-part", "Two essays, or two planned entries, are the same part."},
    {"bad-order", "An entry of `order` is a file of the series, by its name, once."},
    {"left-out-of-order", "The essay stands after those that `order` names."},
    {"same-series-slug", "Two series would be called by one name in references."},
    {"fulfilled-plan", "What was announced is published (only `check` says so)."},
    {"late-promise", "Readers were told when to expect a part, and that time is over (only `check` says so)."},
};

inline constexpr CodeMeaning reference_codes[] = {
    {"broken-reference",
     "Nothing is where this link leads. What is only planned, scheduled or a draft is no mistake: it "
     "becomes a link when it is published."},
    {"ambiguous-reference", "Several essays have this name, and none of them is of this series."},
    {"promise-in-html", "A promise becomes a link when it is kept; the program changes nothing in a writer's HTML."},
    {"needs-words", "The target has no title that may be shown, so the link needs words of its own."},
    {"own-address",
     "A path or a reference is checked at every build, and leads to the right place wherever the site is shown; an "
     "address that begins with `https://` does neither (only `check` says so)."},
    {"loose-ordinal",
     "Readers are told of another part and have to look for it. A reference leads there, and stays right where the "
     "order changes (only `check` says so)."},
    {"wrong-ordinal", "The words say one part and the order of the series another (only `check` says so)."},
};

inline constexpr CodeMeaning outside_codes[] = {
    {"dead-link", "The page is gone, says its own host."},
    {"unreachable-link",
     "There was no answer, or one that the host itself calls an error. It may be a bad day: try again tomorrow."},
    {"moved-link", "The host says that the page has moved for good."},
    {"unclear-link", "Some hosts answer browsers only, or not so many questions at a time."},
    {"unasked-link",
     "Addresses of one's own machine or network are never tried: no reader could follow such a link, and a check must "
     "not knock there."},
    {"idle-exception", "`check: {except: […]}` names links that are not asked about, and the site has none like this."},
    {"nothing-noted", "What a check learns of links is kept in `.causerie`, so that the next one asks less."},
};

inline constexpr CodeMeaning comment_codes[] = {
    {"lost-comments",
     "These comments are on no page, because the essay that they are named for is not there: perhaps "
     "its file was renamed."},
    {"lost-parent", "A reply to a comment that no file has. It is shown below a placeholder."},
    {"duplicate-comment-id",
     "Links to a comment use its id. Among comments that another program wrote, the later one "
     "gets `-2`."},
    {"comment-cycle", "Each of these comments answers the other. The earliest is taken as the beginning."},
    {"missing-body", "There is nothing to show."},
    {"comments-off", "Nothing is lost: the files are kept as they are."},
    {"ignored-keys", "Other programs keep more about a comment than is shown here."},
    {"wordless-mentions", "Likes and reposts are counted here, so that none disappears without a word."},
};

inline constexpr CodeMeaning theme_codes[] = {
    {"unknown-theme", "A theme is a folder in `themes/`, or `default`."},
    {"no-theme-yaml", "A folder in `themes/` is a theme by its `theme.yaml`."},
    {"theme-circle", "A theme cannot be its own parent."},
    {"missing-template", "Every layout is needed. A theme that extends another has the other's."},
    {"unknown-file", "Nothing reads a file of this name in this folder of a theme."},
    {"unused-template", "No page and no other template uses it: perhaps its name is misspelled."},
    {"broken-template", "What stands between `{{` and `}}` is no tag, or a section has no beginning or no end."},
    {"template-limit", "With all that it includes the template is too large or too deep."},
    {"unknown-partial", "`{{> name}}` includes `templates/name.mustache`, which is not there."},
    {"recursive-partial", "A template that includes itself would never end. Threads are shown by `{{{replies}}}`."},
    {"unknown-name", "A layout may name what its page is made of: `causerie theme shapes` lists it."},
    {"wrong-use", "The name is there, and is of another kind than this tag shows."},
    {"not-shown", "The page would hold less than readers come for."},
    {"no-replies", "Without its replies a thread would be cut off."},
    {"same-asset-name", "Templates name assets by their file names, with `_` for all that is no letter or digit."},
    {"missing-asset", "A stylesheet names a file that the theme does not have."},
    {"import-circle", "A stylesheet cannot import itself: its name depends on its bytes."},
    {"borrowed-words",
     "Words that a theme has not in this language are said in the site's or in English (only `check` "
     "says so)."},
    {"unused-word", "No template and no page says it: perhaps its key is misspelled."},
    {"missing-form", "The language counts with more forms than these; `other` stands in for them."},
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
