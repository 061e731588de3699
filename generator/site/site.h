// The site as one value: what the content means on one day, for one edition. Immutable once built.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/paths.h"
#include "content/content.h"
#include "content/history.h"

namespace causerie {

// The edition to build: decides, in one place, what is shown.
struct Edition {
  Day day;              // today, in the site's zone
  bool drafts = false;  // show drafts
  bool future = false;  // show scheduled essays
};

struct EssayId {
  int index = -1;
  auto operator<=>(const EssayId&) const = default;
};
struct SeriesId {
  int index = -1;
  auto operator<=>(const SeriesId&) const = default;
};
struct TagId {
  int index = -1;
  auto operator<=>(const TagId&) const = default;
};
struct FolderId {
  int index = -1;
  auto operator<=>(const FolderId&) const = default;
};

enum class EssayState { published, draft, scheduled };

// A comment's place in the conversation. A tombstone replaces a comment that is not shown if a shown reply needs it.
struct ThreadNode {
  int comment = -1;  // index into the essay's comments; -1: no file contains it
  int depth = 1;     // 1 starts a thread
  int parent = -1;   // index of the node that it answers; -1: none
  bool is_tombstone = false;
  std::string id;  // of the comment, even if no file contains it
};

struct Conversation {
  std::vector<ThreadNode> nodes;  // preorder: threads and replies by date
  int shown = 0;                  // without tombstones
  int pending = 0;
};

struct Author {
  std::string name;
  const Person* person = nullptr;  // null if site.yaml has no entry for them; points into the content
};

// What an essay is in this edition.
struct EssayView {
  EssayState state = EssayState::published;
  bool is_shown = false;
  UrlPath path;
  std::string language;
  std::optional<SeriesId> series;
  int part_index = -1;      // among its series' parts, in reading order
  std::optional<int> part;  // its number: as written, else its position in `order`
  std::vector<Author> authors;
  std::vector<TagId> tags;
  std::optional<Date> updated;          // as written, else the date of the last revision
  std::span<const Revision> revisions;  // newest first; a view into the history
  CommentSetting comments = CommentSetting::open;
  std::optional<Day> closed_since;
  Conversation conversation;  // empty if comments are off
};

// One entry in a series' reading order: an essay, a planned part, or both (a planned part that is a draft).
struct Part {
  std::optional<int> number;
  std::optional<EssayId> essay;
  std::optional<int> planned;  // index into Series::planned; only while the essay is not shown
  std::string group;           // in `order`; empty: none
  bool is_shown = false;       // the essay is shown
  bool is_listed = true;       // false: the essay has `listed: false`
  bool is_visible() const { return (is_shown && is_listed) || planned.has_value(); }
};

struct SeriesView {
  UrlPath path;             // its page
  std::vector<Part> parts;  // in reading order, hidden ones included
  int published = 0;
  int planned = 0;
  bool counts_from_zero = false;
  std::optional<int> greatest_number;  // among the visible parts
  bool is_shown() const { return published + planned > 0; }
};

struct TagView {
  std::string name;
  std::string slug;
  std::string title;  // from site.yaml, else the name
  const TagSettings* settings = nullptr;
  std::vector<EssayId> essays;  // shown and listed, newest first
};

// A folder without series.yaml.
struct FolderView {
  std::string name;  // below content/
  UrlPath path;
  std::optional<EssayId> index;  // its index.md
  std::vector<EssayId> essays;   // shown and listed, newest first
};

struct Site {
  std::shared_ptr<const Content> content;
  std::shared_ptr<const History> history;
  Edition edition;
  std::vector<EssayView> essays;    // indexed like content->essays
  std::vector<SeriesView> series;   // indexed like content->series
  std::vector<TagView> tags;        // in collation order; only those with a shown, listed essay
  std::vector<FolderView> folders;  // by name; only those with a shown, listed essay
  std::vector<EssayId> listed;      // parts and stand-alone essays, shown and listed; newest first, undated last
  std::optional<EssayId> home;

  const SiteFile& file() const { return content->site; }
  const Essay& source(EssayId id) const { return *content->essays[static_cast<std::size_t>(id.index)]; }
  const EssayView& view(EssayId id) const { return essays[static_cast<std::size_t>(id.index)]; }
  const Series& source(SeriesId id) const { return content->series[static_cast<std::size_t>(id.index)]; }
  const SeriesView& view(SeriesId id) const { return series[static_cast<std::size_t>(id.index)]; }
};

// The title of an essay on this site, as plain text. An index.md without one has the title of the site (home page) or
// the name of its folder.
std::string title_of(const Site&, EssayId);

Site make_site(Content, History, const Edition&, Diagnostics&);

}  // namespace causerie
