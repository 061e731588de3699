#include "content/essay.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/locale.h"
#include "base/paths.h"
#include "base/slug.h"
#include "base/text.h"
#include "content/essay_keys.h"
#include "content/front_matter.h"

namespace causerie {
namespace {

constexpr ForeignKey foreign_keys[] = {
    {"series", "a series is a folder with series.yaml: put the file there"},
    {"series_order", "the part is the number in the file's name, or 'part'"},
    {"series_weight", "the part is the number in the file's name, or 'part'"},
    {"series_part", "the part is the number in the file's name, or 'part'"},
    {"weight", "the part is the number in the file's name, or 'part'"},
    {"order", "the part is the number in the file's name, or 'part'"},
    {"layout", "the page's kind follows from where the file lies"},
    {"template", "the page's kind follows from where the file lies"},
    {"type", "the page's kind follows from where the file lies"},
    {"categories", "here there are only 'tags'"},
    {"category", "here there are only 'tags'"},
    {"keywords", "here there are only 'tags'"},
    {"tag", "here it is 'tags'"},
    {"author", "here it is 'authors'"},
    {"description", "here it is 'summary'"},
    {"excerpt", "here it is 'summary'"},
    {"subtitle", "here it is 'summary'"},
    {"lastmod", "here it is 'updated'"},
    {"last_modified_at", "here it is 'updated'"},
    {"modified", "here it is 'updated'"},
    {"publishDate", "here it is 'date': a future one schedules the essay"},
    {"published", "here it is 'draft: true' for what is not to be shown, and 'date'"},
    {"permalink", "here it is 'slug', and 'permalinks' in site.yaml"},
    {"url", "here it is 'slug', and 'permalinks' in site.yaml"},
    {"redirect_from", "here it is 'aliases'"},
    {"lang", "here it is 'language'"},
    {"cover", "here it is 'image'"},
    {"thumbnail", "here it is 'image'"},
    {"hidden", "here it is 'listed: false'"},
    {"unlisted", "here it is 'listed: false'"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits, `-`, digits, `-`, digits, `-`: somebody meant a date.
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

// An alias is an address below the base path: of a page, or of that very .html file.
bool is_alias(std::string_view text) {
  return text != "/" && is_plain_address(text) && (text.ends_with('/') || text.ends_with(".html"));
}

void check_aliases(Keys& keys, Essay& essay) {
  std::erase_if(essay.aliases, [&](const Placed& alias) {
    if (is_alias(alias.text)) return false;
    keys.diagnostics()
        .error("bad-alias", keys.place(alias.span), fmt::format("'{}' is no alias", alias.text))
        .hint("write an old address of this site: '/old/place/' or '/old.html', without blanks, '*', ':', '?' and '#'");
    essay.refused_aliases.push_back(alias.text);
    return true;
  });
}

void read_own_keys(Keys& keys, const SiteFile& site, Essay& essay) {
  const bool needs_title = essay.kind != EssayKind::home && essay.kind != EssayKind::folder_index;
  if (needs_title) {
    keys.require("title", "an essay", "begin the file with three lines: '---', 'title: The title', '---'");
  }
  essay.title = keys.text_or("title", needs_title ? essay.stem : "");
  essay.date = keys.date("date", *site.zone);
  essay.has_unreadable_date = !essay.date && keys.find("date") != nullptr;
  essay.updated = keys.date("updated", *site.zone);
  essay.is_draft = keys.flag("draft").value_or(false);
  essay.is_listed = keys.flag("listed").value_or(true);
  essay.id = keys.text_or("id", "");
  essay.tags = keys.texts("tags");
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
    keys.diagnostics().error("bad-url", keys.place(keys.find("canonical_url")->span),
                             "'canonical_url' must begin with https:// or http://");
  }
  essay.params = keys.params("params");
  if (const auto language = keys.text("language")) {
    if (is_language(language->text)) {
      essay.language = language->text;
    } else {
      keys.diagnostics()
          .error("bad-language", keys.place(language->span), fmt::format("'{}' is no language tag", language->text))
          .hint("write a tag such as en, fr or pt-BR");
    }
  }
}

// What front matter that cannot be read still says in a line of its own, so that links by it raise no second error.
void salvage_name(std::string_view front, Essay& essay) {
  for (const std::string_view line : lines_of(front)) {
    const std::string_view value = trim(line.substr(std::min(line.size(), line.find(':') + 1)));
    if (line.starts_with("slug:") && slug_fault(value).empty()) essay.slug = value;
    if (line.starts_with("part:") && is_digits(value) && value.size() <= 4) essay.part = std::stoi(std::string(value));
  }
}

// Slug, part and date: from the keys, else from the file's name.
void read_name(Keys& keys, const SiteFile& site, Essay& essay) {
  const bool is_part = essay.kind == EssayKind::part;
  const StemParts stem = read_stem(essay.stem, is_part);
  essay.slug = slug_of(stem.rest);
  essay.slug_place = keys.place({});
  if (const auto slug = keys.text("slug")) {
    essay.slug_place = keys.place(slug->span);
    if (const std::string fault = slug_fault(slug->text); fault.empty()) {
      essay.slug = slug->text;
    } else {
      keys.diagnostics()
          .error("bad-slug", essay.slug_place, "a slug " + fault)
          .hint(slug_of(slug->text).empty() ? "" : "for example: " + slug_of(slug->text));
    }
  } else if (essay.slug.empty()) {
    keys.diagnostics()
        .error("bad-slug", essay.slug_place, "the file's name has no letter or digit to make an address of")
        .hint("rename the file, or give it a 'slug'");
    essay.is_sound = false;
  }
  essay.part = is_part ? stem.part : std::nullopt;
  essay.part_place = keys.place({});
  if (const auto part = keys.number("part")) {
    essay.part_place = keys.place(keys.find("part")->span);
    if (is_part) {
      essay.part = part;
    } else {
      keys.diagnostics()
          .error("part-outside-series", essay.part_place, "only an essay of a series has a part")
          .hint("a series is a folder with series.yaml");
    }
  }
  if (stem.has_broken_day && !essay.date) {
    essay.has_unreadable_date = true;
    keys.diagnostics()
        .error("bad-date", keys.place({}), "the file's name begins like a date and is none")
        .hint("name it like 2024-05-01-on-naps.md, or give it a 'date'");
  }
  if (!essay.date && stem.day) essay.date = parse_date(iso(*stem.day), *site.zone);
}

}  // namespace

StemParts read_stem(std::string_view stem, bool is_in_series) {
  StemParts parts;
  parts.rest = stem;
  if (stem.size() == 10) {
    parts.day = parse_day(stem);  // a stem that is all date stays whole
    if (parts.day) return parts;
  }
  if (stem.size() > 11 && stem[10] == '-') {
    parts.day = parse_day(stem.substr(0, 10));
    if (parts.day) {
      parts.rest = stem.substr(11);
      return parts;
    }
  }
  if (looks_dated(stem)) {
    parts.has_broken_day = !parse_day(stem.substr(0, 10)).has_value();
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

void read_essay(std::string_view text, const SiteFile& site, Essay& essay, Diagnostics& diagnostics) {
  const FrontMatter front = split_front_matter(text, essay.source, diagnostics);
  essay.is_sound = front.map.has_value();
  const Node nothing;
  // Broken front matter is reported once; that its keys are missing follows from it and is not.
  Diagnostics ignored;
  Keys keys(front.map ? *front.map : nothing, essay_keys, essay.source, front.map ? diagnostics : ignored);
  read_own_keys(keys, site, essay);
  read_name(keys, site, essay);
  if (!front.map) salvage_name(text.substr(0, text.size() - front.body.size()), essay);

  MarkdownOptions options = markdown_options(site);
  if (!essay.language.empty()) options.language = essay.language;
  if (Node summary = keys.scalar("summary"); summary.kind == NodeKind::scalar) {
    // All of it is summary: inline HTML without blocks, notes and ids, as it will stand in lists.
    summary.text += "\n\n<!-- more -->\n";
    essay.summary = read_passage(summary, essay.source, options, diagnostics);
  }
  keys.finish(foreign_keys);
  essay.body = read_passage(front.body, essay.source, front.body_line, options, diagnostics);
}

}  // namespace causerie
