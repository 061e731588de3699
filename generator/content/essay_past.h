// What one essay became since it was published, from one public version to the next.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/hash.h"
#include "content/history_notes.h"
#include "content/versions.h"
#include "formats/markdown/markdown.h"
#include "formats/markdown/text_difference.h"
#include "system/git.h"

namespace causerie {

class EssayPast {
 public:
  // From a public version to the next.
  struct Step {
    Instant when;
    ObjectId before, after;
    Hash key;                                            // of both, and of how they are read: by it the next is noted
    Hash difference;                                     // as `hash_of` it
    std::optional<std::vector<DifferenceBlock>> blocks;  // where it was not noted
  };

  EssayPast(std::shared_ptr<const PastBytes> bytes, MarkdownOptions options, Zone zone)
      : bytes_(std::move(bytes)), options_(std::move(options)), zone_(std::move(zone)) {}

  // Reads from git what is noted neither of the versions nor of their differences. The facts are added to the versions.
  void read(std::span<Version> newest_first, const HistoryNotes& noted);

  const std::vector<Step>& steps() const { return steps_; }          // oldest first
  const std::vector<ObjectId>& missing() const { return missing_; }  // what git does not have
  bool has_news() const { return has_news_; }                        // something was not noted

  // What changed in a step; nothing where git does not have it any more.
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
