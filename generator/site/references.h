// Resolves the links, images and addresses in the writer's texts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "site/routes.h"
#include "site/site.h"

namespace causerie {

enum class Meaning {
  target,   // a page or file of this site, possibly with a fragment
  outside,  // an address elsewhere, or anything else that is not checked
  promise,  // a draft, a scheduled essay or a planned part
  broken,   // reported; only its words are shown
};

struct Resolved {
  Meaning meaning = Meaning::broken;
  UrlPath path;
  std::string fragment;
  std::string title;                     // used if the link has no words: plain text
  std::string outside;                   // the address as written
  std::optional<ImageSize> size;         // of an image on this site
  const PlannedPart* planned = nullptr;  // of a promise that series.yaml announces; points into the content
  // What it refers to, for back-links and attachments; at most one is set.
  std::optional<EssayId> essay;
  std::optional<SeriesId> series;
  std::optional<AttachmentId> attachment;
};

// The contents of the holes of one text.
struct ResolvedText {
  std::vector<Resolved> links;
  std::vector<Resolved> images;
  std::vector<Resolved> addresses;
};

// A shown page that refers to another: an essay, or the page of a series through its description.
struct Mention {
  std::optional<EssayId> essay;
  std::optional<SeriesId> series;
  bool was_promise = false;  // in an earlier part of the same series
  auto operator<=>(const Mention&) const = default;
};

struct References {
  std::vector<ResolvedText> bodies;                  // indexed like site.essays
  std::vector<ResolvedText> summaries;               // indexed like site.essays
  std::vector<ResolvedText> series;                  // descriptions, indexed like site.series
  std::vector<Resolved> images;                      // `image` of essays, indexed like site.essays
  std::vector<Resolved> series_images;               // indexed like site.series
  std::map<const Passage*, ResolvedText> passages;   // of site.yaml: descriptions of tags, people's bios
  std::map<const LabelledLink*, Resolved> labelled;  // of site.yaml: the menu, people's links
  std::vector<std::vector<Mention>> essay_mentions;  // referring pages in reading order; indexed like site.essays
  std::vector<std::vector<Mention>> series_mentions;
  std::vector<bool> is_attachment_shown;  // false if only hidden texts refer to it; indexed like content.attachments
  std::vector<bool> is_attachment_named;  // any text refers to it; indexed like content.attachments
};

// Resolves every reference in every text, including hidden essays: errors in a draft are reported too. `routes`
// contains every page that is built; attachments are found by path. The number of threads does not change the result.
References resolve_references(const Site&, const Routes&, int jobs, Diagnostics&);

}  // namespace causerie
