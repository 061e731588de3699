// What the links, images and addresses of the writer's texts mean.
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
  target,   // a page or file of this site, with a fragment perhaps
  outside,  // an address elsewhere, or anything that is not ours to judge
  promise,  // what is a draft, scheduled or only planned
  broken,   // reported; its words stay
};

struct Resolved {
  Meaning meaning = Meaning::broken;
  UrlPath path;
  std::string fragment;
  std::string title;                     // what stands for empty words: plain text
  std::string outside;                   // the address as written
  std::optional<ImageSize> size;         // of a picture of this site
  const PlannedPart* planned = nullptr;  // of a promise that series.yaml announces; lives in the content
  // What it names, for back-links and for attachments; at most one of them.
  std::optional<EssayId> essay;
  std::optional<SeriesId> series;
  std::optional<AttachmentId> attachment;
};

// What stands in the holes of one text.
struct ResolvedText {
  std::vector<Resolved> links;
  std::vector<Resolved> images;
  std::vector<Resolved> addresses;
};

// A shown page that names another: an essay, or the page of a series through its description.
struct Mention {
  std::optional<EssayId> essay;
  std::optional<SeriesId> series;
  bool was_promise = false;  // from an earlier part of the same series
  auto operator<=>(const Mention&) const = default;
};

struct References {
  std::vector<ResolvedText> bodies;                  // as site.essays
  std::vector<ResolvedText> summaries;               // as site.essays
  std::vector<ResolvedText> series;                  // descriptions, as site.series
  std::vector<Resolved> images;                      // `image` of essays, as site.essays
  std::vector<Resolved> series_images;               // as site.series
  std::map<const Passage*, ResolvedText> passages;   // of site.yaml: descriptions of tags, people's bios
  std::map<const LabelledLink*, Resolved> labelled;  // of site.yaml: the menu, people's links
  std::vector<std::vector<Mention>> essay_mentions;  // who names it, reading order; as site.essays
  std::vector<std::vector<Mention>> series_mentions;
  std::vector<bool> is_attachment_shown;  // as content.attachments
  std::vector<bool> is_attachment_named;  // by any text of the writer's; as content.attachments
};

// Resolves every reference of every text, hidden essays' included: what is wrong in a draft is wrong today. `routes`
// holds every page that is made; attachments are found by their place. The number of threads changes no result.
References resolve_references(const Site&, const Routes&, int jobs, Diagnostics&);

}  // namespace causerie
