// How each essay changed since it was published, according to git.
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
#include "system/store.h"

namespace causerie {

// Everything that changed in a text on one day, in the site's time zone.
struct Revision {
  Date date;        // when the author wrote the last commit of that day
  Hash difference;  // of what changed
  // Returns what changed; empty only if git no longer has the objects. May be called from any thread.
  std::function<std::vector<DifferenceBlock>()> blocks;
};

using Revisions = std::vector<Revision>;                        // newest first
using History = std::map<std::string, Revisions, std::less<>>;  // by Essay::source; only essays with a revision

// Reads the commits that are merged into what is checked out, each at its author's time; follows renames. A version
// counts if it was public: its front matter can be read, it is not a draft or in a hidden folder, and its date had come
// before the next version replaced it. The first that counts is the publication; later ones count if their words
// differ. If history is missing, as in a shallow clone, that is a warning. What was read from git is kept in the store,
// and not read again. A site that is not on disk has no history.
History read_history(Files& site, const Content&, Store&, int jobs, Diagnostics&);

}  // namespace causerie
