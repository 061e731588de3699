// site.yaml: what holds for the whole site.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "base/files.h"
#include "base/hash.h"
#include "content/deploy_settings.h"
#include "content/keys.h"
#include "content/passage.h"
#include "formats/markdown/markdown.h"
#include "formats/value.h"

namespace causerie {

struct LabelledLink {
  std::string label;
  Placed to;
};

// Someone who writes here. The e-mail address is known to the masking of comments only and is kept nowhere else.
struct Person {
  std::string name;
  std::string url;
  Passage bio;  // empty: none
  std::vector<LabelledLink> links;
};

struct TagSettings {
  std::string slug;
  std::string title;
  Passage description;  // empty: none
};

enum class CommentSetting { open, closed, off };  // as comment_setting_names

struct SiteFile {
  std::string title;
  std::string base_url;                  // without a trailing slash; empty: none
  bool has_unreadable_base_url = false;  // reported
  std::string language = "en";
  std::string description;
  std::string theme = "default";
  Span theme_span;
  std::optional<Zone> zone;  // always there once read
  std::optional<Person> author;
  std::map<std::string, Person, std::less<>> authors;
  std::string essay_permalink = "/:series/:slug/";
  std::vector<LabelledLink> menu;
  int feed_limit = 20;
  CommentSetting comments = CommentSetting::open;
  std::optional<int> comments_close_after_days;
  std::vector<Placed> comment_folders;  // below the site's folder; some may be files
  bool shows_raw_html = true;
  bool is_smart = true;
  bool has_history = false;             // what changed in essays is read from git
  std::vector<Placed> unchecked_links;  // patterns; `*` stands for anything
  std::map<std::string, TagSettings, std::less<>> tags;
  DeploySettings deploy;
  Record params;                               // free, for themes
  std::vector<std::string> private_addresses;  // of the site's people; for masking alone
};

// The address without a trailing slash; nothing where it is no http or https address, or has a query or fragment.
std::optional<std::string> parse_base_url(std::string_view text);

// How the site's own texts are parsed.
MarkdownOptions markdown_options(const SiteFile&);

// All of site.yaml that the files of essays, series and comments are read by.
struct ReadingSettings {
  Zone zone;
  MarkdownOptions markdown;
  std::vector<std::string> private_addresses;  // masked in comments
};
ReadingSettings reading_settings(const SiteFile&);
Hash hash_of(const ReadingSettings&);

// A faulty file reads as well as it allows; nothing where it is missing or no YAML at all (an error).
Result<std::optional<SiteFile>> read_site_file(Files&, Diagnostics&);

}  // namespace causerie
