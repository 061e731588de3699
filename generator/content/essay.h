// A Markdown file of the writer's: a part of a series, a stand-alone essay, or a page.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "content/comments/comment.h"
#include "content/keys.h"
#include "content/passage.h"
#include "content/site_file.h"

namespace causerie {

enum class EssayKind {
  part,          // in a folder with series.yaml
  stand_alone,   // in a folder without
  page,          // directly in content/
  folder_index,  // index.md of a folder: the text above its list
  home,          // content/index.md
};

enum class ContentsSetting { automatic, on, off };  // as contents_setting_names

struct Essay {
  std::string source;  // "content/attachment/03-roots.md"
  std::string folder;  // below content/: "attachment"; empty at the top
  std::string stem;    // "03-roots"
  EssayKind kind = EssayKind::stand_alone;
  bool is_sound = true;  // false: its front matter could not be read; what follows from that is not reported

  std::string title;  // empty: an index.md without one
  std::string slug;   // `slug`, else from the file's name
  SourceLocation slug_location;
  std::optional<int> part;  // `part`, else the number in the file's name
  SourceLocation part_location;
  std::optional<Date> date;
  bool has_unreadable_date = false;  // reported
  std::optional<Date> updated;
  bool is_draft = false;
  bool is_listed = true;
  std::string id;                  // as written; empty: the essay's own path
  std::optional<Passage> summary;  // where one is written: its prose's `summary` is what is shown
  std::vector<Placed> tags;
  std::vector<Placed> authors;
  std::vector<Placed> aliases;
  std::vector<std::string> refused_aliases;  // as written; reported
  std::optional<Placed> image;
  std::optional<CommentSetting> comment_setting;
  ContentsSetting contents = ContentsSetting::automatic;
  std::string language;  // its own; empty: the site's
  std::string canonical_url;
  Record params;

  Passage body;
  std::vector<Comment> comments;
  bool has_all_comments = true;  // false: a file of them could not be read
};

using Essays = std::vector<std::shared_ptr<const Essay>>;  // none is null

// What a file's name says: `2024-05-01-on-naps` and, in a series only, `03-roots`, `1984`.
struct StemParts {
  std::optional<Day> day;
  std::optional<int> part;
  std::string rest;             // what the slug is made of
  bool has_broken_day = false;  // it looks like a date and is none: 2016-2-29-x, 2024-13-01-z
};
StemParts read_stem(std::string_view stem, bool is_in_series);

// `text` is ready for parsing (source_text.h); `essay` has source, folder, stem and kind.
void read_essay(std::string_view text, const ReadingSettings&, Essay& essay, Diagnostics&);

}  // namespace causerie
