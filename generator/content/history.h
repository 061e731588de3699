// What became of each essay since it was published, as git knows it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostics.h"
#include "base/files.h"
#include "base/hash.h"
#include "content/content.h"
#include "formats/markdown/text_difference.h"

namespace causerie {

// All that changed in a text on one day, in the site's zone.
struct Revision {
  Date date;        // when the last commit of that day was written
  Hash difference;  // of what changed
  // What changed; never nothing, unless git has lost it since. May be asked on any thread.
  std::function<std::vector<DifferenceBlock>()> blocks;
};

using Revisions = std::vector<Revision>;                        // newest first
using History = std::map<std::string, Revisions, std::less<>>;  // by the essay's source; those with a revision

inline constexpr std::string_view history_notes_path = "history";  // in the folder of our notes

struct KnownHistory {
  History history;
  std::string notes;  // what to keep in memory and, where they are new, on the disk; empty: nothing
  bool are_notes_new = false;
};

// The commits that are merged into what is checked out, each at the time that its author wrote it, renames followed. A
// version counts if it was public: sound, no draft, in no hidden folder, and its date had come before the next one took
// its place. The first that counts is the publication; of later ones those count whose words differ. Never more than
// git tells: what a shallow clone lacks is a warning. `noted` is what an earlier call in this run gave as
// notes; empty: those in the site's folder are read. A site that lies on no disk has no past.
KnownHistory read_history(Files& site, const Content&, const std::string& noted, int jobs, Diagnostics&);

}  // namespace causerie
