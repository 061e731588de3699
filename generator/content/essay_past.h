// How one essay changed since it was published, from one public version to the next.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/hash.h"
#include "content/history_cache.h"
#include "content/versions.h"
#include "formats/markdown/markdown.h"
#include "formats/markdown/text_difference.h"
#include "system/git.h"

namespace causerie {

class EssayPast {
 public:
  // The change from a public version to the next.
  struct Step {
    Instant when;
    ObjectId before, after;
    Hash key;                                            // of the above and the options; key in `differences`
    Hash difference;                                     // `hash_of` the blocks
    std::optional<std::vector<DifferenceBlock>> blocks;  // set if the difference was not cached
  };

  EssayPast(std::shared_ptr<const PastBytes> bytes, MarkdownOptions options, Zone zone)
      : bytes_(std::move(bytes)), options_(std::move(options)), zone_(std::move(zone)) {}

  // Reads versions and differences that are not in `noted` from git. Sets `facts` of each version.
  void read(std::span<Version> newest_first, const CachedHistory& noted);

  const std::vector<Step>& steps() const { return steps_; }          // oldest first
  const std::vector<ObjectId>& missing() const { return missing_; }  // objects that git does not have
  bool has_news() const { return has_news_; }                        // something was not cached

  // Returns what changed in a step; empty if git no longer has the objects.
  std::vector<DifferenceBlock> difference(const Step&) const;

 private:
  std::shared_ptr<const PastBytes> bytes_;
  MarkdownOptions options_;
  Zone zone_;
  std::vector<Step> steps_;
  std::vector<ObjectId> missing_;
  bool has_news_ = false;
};

}  // namespace causerie
