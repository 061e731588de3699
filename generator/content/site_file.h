// site.yaml: the settings of the whole site.
#pragma once

#include <cstddef>
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

// An author of the site. The e-mail address is only used for masking comments and is not stored here.
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

enum class CommentSetting { open, closed, off };  // in the order of comment_setting_names

inline constexpr std::size_t default_comment_bytes = 64 * 1024;

struct SiteFile {
  std::string title;
  std::string base_url;                  // without a trailing slash; empty: none
  bool has_unreadable_base_url = false;  // reported
  std::string language = "en";
  Span language_span;
  std::string description;
  std::string theme = "default";
  Span theme_span;
  std::optional<Zone> zone;  // always set once read
  std::optional<Person> author;
  std::map<std::string, Person, std::less<>> authors;
  std::string essay_permalink = "/:series/:slug/";
  std::vector<LabelledLink> menu;
  int feed_limit = 20;
  CommentSetting comments = CommentSetting::open;
  std::optional<int> comments_close_after_days;
  std::size_t most_comment_bytes = default_comment_bytes;
  std::vector<Placed> comment_folders;  // below the site's folder; some may be files
  bool shows_raw_html = true;
  bool is_smart = true;
  bool has_history = false;             // read from git how essays changed
  std::vector<Placed> unchecked_links;  // patterns; `*` matches anything
  std::map<std::string, TagSettings, std::less<>> tags;
  DeploySettings deploy;
  std::vector<DiagnosticCode> quiet;           // of notes that are not reported
  Record params;                               // any values, for themes
  std::vector<std::string> private_addresses;  // of the site's authors; only for masking
};

// Returns the address without a trailing slash; nullopt if it is not an http or https URL, or has a query or fragment.
std::optional<std::string> parse_base_url(std::string_view text);

// The options for parsing the site's own texts.
MarkdownOptions markdown_options(const SiteFile&);

// The part of site.yaml that parsing essays, series and comments depends on.
struct ReadingSettings {
  Zone zone;
  MarkdownOptions markdown;
  std::vector<std::string> private_addresses;  // masked in comments
  std::size_t most_comment_bytes;              // longer bodies are not shown
};
ReadingSettings reading_settings(const SiteFile&);
Hash hash_of(const ReadingSettings&);

// A faulty file is read as far as possible. Nullopt if it is not UTF-8 or not YAML (an error); a failure if it cannot
// be read at all.
Result<std::optional<SiteFile>> read_site_file(Files&, Diagnostics&);

}  // namespace causerie
