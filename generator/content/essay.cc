#include "content/essay.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/paths.h"
#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"
#include "content/essay_keys.h"
#include "content/front_matter.h"
#include "content/keys.h"

namespace causerie {
namespace {

constexpr std::string_view say_part = "the part is the number in the file's name, or 'part'";
constexpr std::string_view say_place = "the kind of page depends on the folder that the file is in";
constexpr std::string_view say_tags = "use 'tags' instead";
constexpr std::string_view say_summary = "use 'summary'";
constexpr std::string_view say_date = "use 'date': a future one schedules the essay";
constexpr std::string_view say_updated = "use 'updated'";
constexpr std::string_view say_slug = "use 'slug', or 'permalinks' in site.yaml";
constexpr std::string_view say_image = "use 'image'";
constexpr std::string_view say_listed = "use 'listed: false'";

constexpr ForeignKey foreign_keys[] = {
    {"series", "a series is a folder with series.yaml: put the file there"},
    {"series_order", say_part},
    {"series_weight", say_part},
    {"series_part", say_part},
    {"weight", say_part},
    {"order", say_part},
    {"nav_order", say_part},
    {"sidebar_position", say_part},
    {"layout", say_place},
    {"template", say_place},
    {"type", say_place},
    {"categories", say_tags},
    {"category", say_tags},
    {"keywords", say_tags},
    {"tag", say_tags},
    {"author", "use 'authors'"},
    {"description", say_summary},
    {"excerpt", say_summary},
    {"subtitle", say_summary},
    {"created", say_date},
    {"pubDate", say_date},
    {"publishDate", say_date},
    {"publish_date", say_date},
    {"lastmod", say_updated},
    {"last_modified_at", say_updated},
    {"last_updated", say_updated},
    {"modified", say_updated},
    {"updatedDate", say_updated},
    {"published", "use 'draft: true' to hide an essay, or 'date' to schedule it"},
    {"status", "use 'draft: true' to hide an essay, or 'date' to schedule it"},
    {"expiryDate", "essays do not expire: write 'draft: true' to take one down"},
    {"permalink", say_slug},
    {"url", say_slug},
    {"redirect_from", "use 'aliases'"},
    {"canonicalUrl", "use 'canonical_url'"},
    {"lang", "use 'language'"},
    {"locale", "use 'language'"},
    {"cover", say_image},
    {"featured_image", say_image},
    {"feature_image", say_image},
    {"thumbnail", say_image},
    {"hidden", say_listed},
    {"unlisted", say_listed},
    {"sitemap", say_listed},
    {"linkTitle", "there is only one 'title'"},
    {"math", "put values for the theme below 'params'"},
    {"extra", "put values for the theme below 'params'"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// True if the stem begins with 4 digits, `-`, 1 or 2 digits, `-`, 1 or 2 digits, and then ends or has another `-`: a
// date was meant.
bool looks_dated(std::string_view stem) {
  std::size_t at = 0;
  const auto digits = [&](std::size_t least, std::size_t most) {
    std::size_t n = 0;
    while (at < stem.size() && is_digit(stem[at])) ++at, ++n;
    return n >= least && n <= most;
  };
  if (!digits(4, 4) || at >= stem.size() || stem[at++] != '-') return false;
  if (!digits(1, 2) || at >= stem.size() || stem[at++] != '-') return false;
  return digits(1, 2) && (at == stem.size() || stem[at] == '-');
}

// An alias is an address below the base path: of a page, or of an .html file.
bool is_alias(std::string_view text) {
  return text != "/" && is_plain_address(text) && (text.ends_with('/') || text.ends_with(".html"));
}

void check_aliases(Keys& keys, Essay& essay) {
  std::erase_if(essay.aliases, [&](const Placed& alias) {
    if (is_alias(alias.text)) return false;
    const std::string decoded = percent_decode(alias.text);
    const bool is_escaped = decoded != alias.text && !first_invalid_byte(decoded) && is_alias(nfc(decoded));
    keys.diagnostics()
        .error("bad-alias", keys.location(alias.span), fmt::format("'{}' is not a valid alias", alias.text))
        .hint(is_escaped ? fmt::format("write the characters themselves, without percent escapes: '{}'", nfc(decoded))
                         : "write an old address of this site: '/old/place/' or '/old.html', without spaces, '*', ':', "
                           "'?' and '#'");
    essay.refused_aliases.push_back(alias.text);
    return true;
  });
}

// The keys that mean something in an index.md, which is only the text above a list.
constexpr std::string_view index_keys[] = {"title", "date",    "draft",   "part",  // has its own error
                                           "image", "summary", "aliases", "language"};

bool is_index(const Essay& essay) { return essay.kind == EssayKind::home || essay.kind == EssayKind::folder_index; }

void warn_of_idle_keys(const Node& map, Keys& keys, Essay& essay) {
  for (const NodeEntry& entry : map.entries) {
    const std::string& key = entry.key.text;
    const auto is_key = [&](const Key& known) { return known.name == key; };
    if (std::none_of(std::begin(essay_keys), std::end(essay_keys), is_key)) continue;
    if (std::find(std::begin(index_keys), std::end(index_keys), key) != std::end(index_keys)) continue;
    keys.diagnostics()
        .warning("idle-key", keys.location(entry.key.span), fmt::format("'{}' has no effect in an index.md", key))
        .hint("delete it, or rename the file if it is an essay: an index.md is the text above a list");
  }
  essay.tags.clear();
  essay.authors.clear();
}

// Other generators read `tags: a, b` as two tags; in YAML it is one text.
void warn_of_commas(Keys& keys) {
  const Node* tags = keys.find("tags");
  if (tags == nullptr || tags->kind != NodeKind::scalar || !tags->is_plain || tags->text.find(',') == std::string::npos)
    return;
  keys.diagnostics()
      .warning("comma-in-tag", keys.location(tags->span),
               fmt::format("'{}' is one tag that contains a comma", tags->text))
      .hint(fmt::format("for several tags write 'tags: [{}]'; if it is one tag, put quotation marks around it",
                        tags->text));
}

void read_own_keys(Keys& keys, const ReadingSettings& settings, std::string_view title_hint, Essay& essay) {
  const bool needs_title = !is_index(essay);
  if (needs_title) keys.require("title", "an essay", title_hint);
  essay.title = keys.text_or("title", needs_title ? essay.stem : "");
  essay.date = keys.date("date", settings.zone);
  essay.has_unreadable_date = !essay.date && keys.find("date") != nullptr;
  essay.updated = keys.date("updated", settings.zone);
  essay.is_draft = keys.flag("draft").value_or(false);
  essay.is_listed = keys.flag("listed").value_or(true);
  essay.id = keys.text_or("id", "");
  essay.tags = keys.texts("tags");
  for (Placed& tag : essay.tags) tag.text = std::string(trim(tag.text));
  std::erase_if(essay.tags, [](const Placed& tag) { return tag.text.empty(); });
  warn_of_commas(keys);
  essay.authors = keys.texts("authors");
  essay.aliases = keys.texts("aliases");
  check_aliases(keys, essay);
  essay.image = keys.text("image");
  if (const auto setting = keys.choice("comments")) {
    essay.comment_setting = static_cast<CommentSetting>(*setting);
  }
  essay.contents = static_cast<ContentsSetting>(keys.choice("toc").value_or(0));
  essay.canonical_url = keys.text_or("canonical_url", "");
  if (!essay.canonical_url.empty() && !is_safe_destination(essay.canonical_url, false)) {
    keys.diagnostics().error("bad-url", keys.location(keys.find("canonical_url")->span),
                             "'canonical_url' must begin with https:// or http://");
  }
  essay.params = keys.params("params");
  essay.language = read_language(keys);
  if (!essay.language.empty()) essay.language_span = keys.find("language")->span;
}

// Slug, part and date: from the keys, else from the file name.
void read_name(Keys& keys, const ReadingSettings& settings, Essay& essay) {
  const bool is_part = essay.kind == EssayKind::part;
  const StemParts stem = read_stem(essay.stem, is_part);
  essay.slug = slug_of(stem.rest);
  essay.slug_location = keys.location({});
  if (const auto slug = keys.slug("slug")) {
    essay.slug_location = keys.location(slug->span);
    if (!slug->text.empty()) essay.slug = slug->text;
  } else if (essay.slug.empty()) {
    keys.diagnostics()
        .error("bad-slug", essay.slug_location, "the file's name has no letter or digit to make an address from")
        .hint("rename the file, or give it a 'slug'");
  }
  essay.part = is_part ? stem.part : std::nullopt;
  essay.part_location = keys.location({});
  if (const auto part = keys.number("part")) {
    essay.part_location = keys.location(keys.find("part")->span);
    if (is_part) {
      essay.part = part;
    } else {
      keys.diagnostics()
          .error("part-outside-series", essay.part_location, "only an essay in a series has a part")
          .hint("a series is a folder with series.yaml");
    }
  }
  if (stem.has_broken_day && !essay.date) {
    essay.has_unreadable_date = true;
    keys.diagnostics()
        .error("bad-date", keys.location({}), "the file's name begins like a date, but that date does not exist")
        .hint("name it like 2024-05-01-on-naps.md, or give it a 'date'");
  }
  if (!essay.date && stem.day) essay.date = parse_date(iso(*stem.day), settings.zone);
  if (essay.date && essay.updated && essay.updated->day < essay.date->day) {
    keys.diagnostics()
        .warning("updated-too-early", keys.location(keys.find("updated")->span),
                 fmt::format("'updated' is before the date of the essay, {}", iso(essay.date->day)))
        .hint("correct one of the two: an essay is updated after it was published");
  }
  if (essay.kind == EssayKind::page && stem.day) {
    keys.diagnostics()
        .note("dated-page", keys.location({}),
              "a file directly in content/ is a page, which is in no list, archive or feed")
        .hint("if this is an essay, move it into a folder, such as content/essays/");
  }
}

}  // namespace

StemParts read_stem(std::string_view stem, bool is_in_series) {
  StemParts parts;
  parts.rest = stem;
  if (stem.size() > 11 && stem[10] == '-') {
    parts.day = parse_day(stem.substr(0, 10));
    if (parts.day) {
      parts.rest = stem.substr(11);
      return parts;
    }
  }
  if (looks_dated(stem)) {  // an impossible date, or a date with no name after it: the whole stem is kept
    parts.day = parse_day(stem.substr(0, 10));
    parts.has_broken_day = !parts.day;
    return parts;
  }
  if (!is_in_series) return parts;
  std::size_t digits = 0;
  while (digits < stem.size() && is_digit(stem[digits])) ++digits;
  if (digits == 0 || digits > 4) return parts;
  const bool is_all_number = digits == stem.size();
  if (!is_all_number && stem[digits] != '-') return parts;
  parts.part = std::stoi(std::string(stem.substr(0, digits)));
  if (!is_all_number && digits + 1 < stem.size()) parts.rest = stem.substr(digits + 1);
  return parts;
}

void read_essay(std::string_view text, const ReadingSettings& settings, Essay& essay, Diagnostics& diagnostics) {
  const FrontMatter front = split_front_matter(text, essay.source, diagnostics);
  essay.is_sound = !front.is_broken;
  // Broken front matter is reported once; the missing keys that result are not.
  Diagnostics ignored;
  Keys keys(front.map, essay_keys, essay.source, front.is_broken ? ignored : diagnostics);
  const bool is_late = front.map.kind == NodeKind::null && trim(text).starts_with("---\n");
  read_own_keys(keys, settings,
                is_late ? "delete the empty lines above '---': front matter begins on the very first line"
                        : "begin the file with three lines: '---', 'title: The title', '---'",
                essay);
  read_name(keys, settings, essay);

  MarkdownOptions options = settings.markdown;
  if (!essay.language.empty()) options.language = essay.language;
  essay.title = shown_title(std::move(essay.title), options);
  if (Node summary = keys.scalar("summary"); summary.kind == NodeKind::scalar) {
    // The whole text becomes the summary: inline HTML without blocks, footnotes and ids, as lists need it.
    summary.text += "\n\n<!-- more -->\n";
    essay.summary = read_passage(summary, essay.source, options, diagnostics);
  }
  if (is_index(essay)) warn_of_idle_keys(front.map, keys, essay);
  keys.finish(foreign_keys);
  essay.body = read_passage(front.body, essay.source, front.body_line, options, diagnostics);
}

}  // namespace causerie
