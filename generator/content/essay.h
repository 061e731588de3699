// A Markdown file by the writer: a part of a series, a stand-alone essay, or a page.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/binary.h"
#include "base/calendar.h"
#include "content/comments/comment.h"
#include "content/essay_html.h"
#include "content/keys.h"
#include "content/passage.h"
#include "content/site_file.h"

namespace causerie {

enum class EssayKind {
  part,          // in a folder with series.yaml
  stand_alone,   // in a folder without series.yaml
  page,          // directly in content/
  folder_index,  // index.md of a folder: the text above its list of essays
  home,          // content/index.md
};

enum class ContentsSetting { automatic, on, off };  // in the order of contents_setting_names

struct Essay {
  std::string source;  // "content/attachment/03-roots.md"
  std::string folder;  // below content/: "attachment"; empty at the top
  std::string stem;    // "03-roots"
  EssayKind kind = EssayKind::stand_alone;
  bool is_sound = true;  // false: it could not be fully read (reported); errors that follow from that are not reported

  std::string title;  // empty for an index.md without a title
  std::string slug;   // `slug`, else from the file name
  SourceLocation slug_location;
  std::optional<int> part;  // `part`, else the number in the file name
  SourceLocation part_location;
  std::optional<Date> date;
  bool has_unreadable_date = false;  // reported
  std::optional<Date> updated;
  bool is_draft = false;
  bool is_listed = true;
  std::string id;                  // for feeds, as written; empty: the essay's address
  std::optional<Passage> summary;  // if `summary` is set; the prose's `summary` is what is shown
  std::vector<Placed> tags;
  std::vector<Placed> authors;
  std::vector<Placed> aliases;
  std::vector<std::string> refused_aliases;  // as written; reported
  std::optional<Placed> image;
  std::optional<CommentSetting> comment_setting;
  ContentsSetting contents = ContentsSetting::automatic;
  std::string language;  // empty: the site's language
  Span language_span;
  std::string canonical_url;
  Record params;

  Passage body;
  std::vector<Comment> comments;
  bool has_all_comments = true;  // false: a comment file could not be read

  // The HTML of `body`, whose prose is without it, and of the comments. Never null once content is read.
  NotStored<std::shared_ptr<HtmlHandle>> html;
};

inline std::shared_ptr<const EssayHtml> html_of(const Essay& essay) {
  return essay.html.value->load(essay.comments.size());
}

using Essays = std::vector<std::shared_ptr<const Essay>>;  // never null

// What a file name contains: `2024-05-01-on-naps` and, only in a series, `03-roots`, `1984`.
struct StemParts {
  std::optional<Day> day;
  std::optional<int> part;
  std::string rest;             // the slug is made from this
  bool has_broken_day = false;  // looks like a date but is not a valid one: 2016-2-29-x, 2024-13-01-z
};
StemParts read_stem(std::string_view stem, bool is_in_series);

// `text` must be ready for parsing (source_text.h). `essay` must have its source, folder, stem and kind set.
void read_essay(std::string_view text, const ReadingSettings&, Essay& essay, Diagnostics&);

}  // namespace causerie
