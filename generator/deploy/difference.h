// Computes what a deploy has to do, and why. Pure: takes the site and the target's listing, returns decisions and their
// reasons.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deploy/built_files.h"
#include "pipeline/own_files.h"

namespace causerie {

// A file at the target.
struct RemoteFile {
  std::string path;
  std::uint64_t size = 0;
  bool is_file = true;          // false: a link, or anything else without bytes of its own
  std::optional<Hash> bytes;    // set if they were read
  std::string changed_at = {};  // in the target's format; of two such strings the greater one is later
};

struct Listing {
  OwnFiles own;  // the target's own list
  std::string own_text;
  std::string own_changed_at;
  std::vector<RemoteFile> files;     // sorted by path (byte order), without the list
  std::vector<std::string> folders;  // sorted by path, if the target has folders
  bool is_near = false;              // bytes are cheap to read; if they are not, mostly sizes are compared
};

// In the order in which files are sent, so that a half-sent site has few broken links. Each stage costs another
// connection.
enum class SendStage { linked_to, linking };

struct Upload {
  std::size_t file = 0;  // of the built site
  SendStage stage = SendStage::linked_to;
  bool is_new = false;      // the path does not exist at the target
  std::string_view reason;  // empty: only that it is new
};

struct Difference {
  std::vector<Upload> uploads;             // by stage, then path
  std::vector<std::string> remove_first;   // ours, and at a path that something new needs
  std::vector<std::string> remove;         // ours, gone from the site
  std::vector<std::string> folders_first;  // empty once remove_first is done, children before their parents
  std::vector<std::string> folders;        // likewise, for remove
  std::vector<std::string> kept;           // listed, gone from the site, but changed by others: kept, with a warning
  std::vector<std::string> in_the_way;     // not ours, at a path that we need: nothing may be deployed
  std::size_t unchanged = 0;
  bool is_list_current = false;  // the target's list equals the site's, byte for byte

  std::size_t removal_count() const { return remove_first.size() + remove.size(); }
  bool is_empty() const { return uploads.empty() && removal_count() == 0 && folders.empty() && is_list_current; }
};

// Returns the files at the target whose bytes must be known before the difference can be computed.
std::vector<std::string> files_in_doubt(const BuiltSite&, const Listing&);

Difference difference(const BuiltSite&, const Listing&);

// True if the target is not empty and has no own-files list. Files that hosts put there themselves do not count.
bool is_somebody_elses(const Listing&);

}  // namespace causerie
