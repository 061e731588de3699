#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/paths.h"
#include "content/history.h"
#include "content/history_notes.h"
#include "content/passage.h"
#include "content/versions.h"
#include "formats/plain_blocks.h"
#include "formats/text_difference.h"
#include "system/git.h"
#include "system/parallel.h"
#include "system/program.h"

namespace causerie {
namespace {

constexpr std::string_view content_folder = "content";
constexpr std::string_view notes_folder = ".causerie";
constexpr std::size_t most_bytes = 16'000'000;  // of a version; a larger one is no text that a person wrote

void warn(std::string message, std::string hint, Diagnostics& diagnostics) {
  diagnostics.warning("no-history", {"site.yaml", {}}, std::move(message)).hint(std::move(hint));
}

std::optional<FolderPast> open_past(const Files& files, Diagnostics& diagnostics) {
  if (!files.name_of("").empty()) {
    auto past = FolderPast::open(files.name_of(content_folder));
    if (!past) {
      warn(fmt::format("'history' is on, but git's repository cannot be read: {}", past.failure().reason),
           "'git log' in the site's folder may say more; no revisions are shown", diagnostics);
      return std::nullopt;
    }
    if (*past) return *std::move(past);
  }
  warn("'history' is on, but the site is in no git repository",
       "'git init' makes one; what is committed then has a history", diagnostics);
  return std::nullopt;
}

// Everything else that what we note depends on: the program, where in the repository the site lies, and its zone.
Hash notes_key(const FolderPast& past, const SiteFile& site) {
  return Hasher().add(program_hash()).add(past.prefix()).add(site.zone->name()).finish();
}

HistoryNotes read_notes(Files& files, const std::string& noted, Hash key) {
  if (!noted.empty()) return decode_notes(noted, key);
  const std::string path = join_path(notes_folder, history_notes_path);
  const auto stat = files.stat(path);
  if (!stat || !*stat) return {};
  const auto bytes = files.read(path);
  return bytes ? decode_notes(*bytes, key) : HistoryNotes();
}

// The commits up to the one that is checked out: those that we noted, and what is new.
Result<FolderCommits> all_commits(const FolderPast& past, const HistoryNotes& noted) {
  const auto is_essay = [](std::string_view path) { return path.ends_with(".md"); };
  auto commits = past.commits(past.is_shallow() ? "" : noted.head, is_essay);
  if (!commits) return commits;
  if (commits->has_met_known) {
    commits->commits.insert(commits->commits.end(), noted.commits.begin(), noted.commits.end());
  }
  return commits;
}

// From commits to differences. Whatever is noted already is not read again.
class Reading {
 public:
  Reading(const FolderPast& past, const SiteFile& site, int jobs, HistoryNotes noted)
      : past_(past), site_(site), jobs_(jobs), noted_(std::move(noted)) {}

  HistoryNotes made;  // what of the notes is of use, and what was added to them
  bool is_anything_new = false;
  std::size_t missing = 0;  // texts that git does not have

  void read_facts_of(const std::vector<std::vector<Version>>& versions) {
    std::set<std::string> unknown;
    for (const auto& own : versions) {
      for (const Version& version : own) {
        if (version.blob.empty()) continue;
        const auto known = noted_.facts.find(version.blob);
        if (known == noted_.facts.end()) {
          unknown.insert(version.blob);
        } else {
          made.facts.insert(*known);
        }
      }
    }
    const std::vector<std::string> blobs(unknown.begin(), unknown.end());
    std::vector<std::optional<VersionFacts>> facts(blobs.size());
    for_each_index(blobs.size(), jobs_, [&](std::size_t i, int) {
      if (auto bytes = past_.bytes(blobs[i], most_bytes)) facts[i] = read_facts(*std::move(bytes), *site_.zone);
    });
    for (std::size_t i = 0; i < blobs.size(); ++i) {
      if (facts[i]) {
        made.facts.emplace(blobs[i], *facts[i]);
      } else {
        ++missing;
      }
    }
    is_anything_new = is_anything_new || !blobs.empty();
  }

  // An essay's published versions, oldest first, as `options` read them.
  void add_essay(const std::vector<const Version*>& published, const MarkdownOptions& options) {
    own_.push_back({published, options, {}});
    const Hash how = hash_of(options);
    for (std::size_t i = 1; i < published.size(); ++i) {
      own_.back().between.push_back(Hasher().add(published[i - 1]->blob).add(published[i]->blob).add(how).finish());
    }
  }

  void make_differences() {
    std::vector<std::vector<std::string>> differences(own_.size());
    for_each_index(own_.size(), jobs_, [&](std::size_t i, int) { differences[i] = differences_of(own_[i]); });
    for (std::size_t i = 0; i < own_.size(); ++i) {
      for (std::size_t j = 0; j < own_[i].between.size(); ++j) {
        is_anything_new = is_anything_new || !noted_.differences.contains(own_[i].between[j]);
        made.differences.emplace(own_[i].between[j], std::move(differences[i][j]));
      }
    }
  }

  // Of the essay that was added as the i-th.
  Revisions revisions(std::size_t i) const {
    Revisions revisions;
    for (std::size_t j = own_[i].between.size(); j-- > 0;) {
      const std::string& difference = made.differences.at(own_[i].between[j]);
      if (!difference.empty()) revisions.push_back({date_of(own_[i].published[j + 1]->since, *site_.zone), difference});
    }
    return revisions;
  }

 private:
  struct Own {
    std::vector<const Version*> published;
    MarkdownOptions options;
    std::vector<Hash> between;
  };

  // Each text is parsed at most once, and not at all where both differences that it is in are known.
  std::vector<std::string> differences_of(const Own& own) const {
    std::vector<std::string> differences;
    std::optional<std::vector<PlainBlock>> before;
    for (std::size_t j = 0; j < own.between.size(); ++j) {
      const auto known = noted_.differences.find(own.between[j]);
      if (known != noted_.differences.end()) {
        differences.push_back(known->second);
        before.reset();
        continue;
      }
      if (!before) before = blocks_of(*own.published[j], own.options);
      std::vector<PlainBlock> after = blocks_of(*own.published[j + 1], own.options);
      differences.push_back(encode_difference(text_difference(*before, after)));
      before = std::move(after);
    }
    return differences;
  }

  std::vector<PlainBlock> blocks_of(const Version& version, const MarkdownOptions& options) const {
    return plain_blocks(body_of(past_.bytes(version.blob, most_bytes).value_or("")), options);
  }

  const FolderPast& past_;
  const SiteFile& site_;
  int jobs_;
  HistoryNotes noted_;
  std::vector<Own> own_;
};

std::string path_in_content(const std::shared_ptr<const Essay>& essay) {
  return essay->source.substr(content_folder.size() + 1);
}

}  // namespace

KnownHistory read_history(Files& files, const Content& content, const std::string& noted_before, int jobs,
                          Diagnostics& diagnostics) {
  const SiteFile& site = content.site;
  const Essays& essays = content.essays;
  KnownHistory known;
  const auto past = open_past(files, diagnostics);
  if (!past || past->head().empty()) return known;  // without a commit there is no past yet
  const Hash key = notes_key(*past, site);
  HistoryNotes noted = read_notes(files, noted_before, key);
  const bool is_new_head = noted.head != past->head();
  auto commits = all_commits(*past, noted);
  if (!commits) {
    warn(fmt::format("'history' is on, but git's repository cannot be read: {}", commits.failure().reason),
         "'git fsck' may say more; no revisions are shown", diagnostics);
    return known;
  }
  if (commits->is_cut) {
    warn("this is a shallow clone: revisions before its oldest commit are not known, and not shown",
         "'git fetch --unshallow' brings them; on GitHub, 'fetch-depth: 0' for actions/checkout", diagnostics);
  }
  std::vector<std::string> paths;
  std::transform(essays.begin(), essays.end(), std::back_inserter(paths), path_in_content);
  const auto versions = versions_of(commits->commits, paths);

  Reading reading(*past, site, jobs, std::move(noted));
  reading.read_facts_of(versions);
  for (std::size_t i = 0; i < essays.size(); ++i) {
    MarkdownOptions options = markdown_options(site);
    if (!essays[i]->language.empty()) options.language = essays[i]->language;
    reading.add_essay(published_versions(versions[i], reading.made.facts, *site.zone), options);
  }
  reading.make_differences();
  for (std::size_t i = 0; i < essays.size(); ++i) {
    if (Revisions revisions = reading.revisions(i); !revisions.empty()) {
      known.history.emplace(essays[i]->source, std::move(revisions));
    }
  }
  if (reading.missing > 0) {
    warn(fmt::format("git has not all texts of the past here: {} of them are left out", reading.missing),
         "clone the repository without '--filter'", diagnostics);
  }
  if (!commits->is_cut && (is_new_head || reading.is_anything_new)) {
    reading.made.head = past->head();
    reading.made.commits = std::move(commits->commits);
    known.notes = encode_notes(reading.made, key);
  }
  return known;
}

}  // namespace causerie
