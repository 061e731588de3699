// What a deploy has to do, and why. Pure: the site and what stands at the target in, decisions and their reasons out.
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

// A file that stands at the target.
struct RemoteFile {
  std::string path;
  std::uint64_t size = 0;
  bool is_file = true;          // false: a link, or anything else that has no bytes of its own
  std::optional<Hash> bytes;    // where they were looked at
  std::string changed_at = {};  // as the target tells times: of two texts the greater one is later
};

struct Listing {
  OwnFiles own;  // the target's own list
  std::string own_text;
  std::string own_changed_at;
  std::vector<RemoteFile> files;     // by path (byte order), the list left out
  std::vector<std::string> folders;  // by path, where the target knows folders
  bool is_near = false;              // bytes cost nothing to look at; where they do, sizes stand for most of them
};

// In the order in which files are sent, so that a reader of the half-sent site meets few links that lead nowhere.
// Another stage costs another connection.
enum class SendStage { linked_to, linking };

struct Upload {
  std::size_t file = 0;  // of the built site
  SendStage stage = SendStage::linked_to;
  bool is_new = false;      // nothing stands there
  std::string_view reason;  // empty: none but that it is new
};

struct Difference {
  std::vector<Upload> uploads;             // by stage, then path
  std::vector<std::string> remove_first;   // ours, and in the way of something new
  std::vector<std::string> remove;         // ours, gone from the site
  std::vector<std::string> folders_first;  // empty once those are gone, children before their parents
  std::vector<std::string> folders;        // likewise
  std::vector<std::string> kept;           // listed, gone from the site, but changed by somebody: stays, with a warning
  std::vector<std::string> in_the_way;     // somebody's, where we need the place: nothing may be deployed at all
  std::size_t unchanged = 0;
  bool is_list_current = false;  // the target's list is the site's, byte for byte

  std::size_t removal_count() const { return remove_first.size() + remove.size(); }
  bool is_empty() const { return uploads.empty() && removal_count() == 0 && folders.empty() && is_list_current; }
};

// The standing files whose bytes must be known before the difference can be told.
std::vector<std::string> files_in_doubt(const BuiltSite&, const Listing&);

Difference difference(const BuiltSite&, const Listing&);

// Whether the place holds something, and nothing says that it is ours. What hosts put there by themselves does not
// count.
bool is_somebody_elses(const Listing&);

}  // namespace causerie
