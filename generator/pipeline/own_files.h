// The list of our files. It is stored in the destination and published with it: into a commit, to a host.
//
//   causerie files 1
//   HASH-OF-PATH HASH-OF-BYTES
//   …
//
// Lines are sorted, hashes have 32 hexadecimal digits, and paths cannot be read from them. While a build writes, the
// list also contains what the last build listed, so a path may occur twice; its first line then ends in ` unfinished`,
// and it also lists the folders that the build may create or empty (as their path with a `/` and no bytes). Whatever
// interrupts a build, the next one knows which files are ours.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace causerie {

inline constexpr std::string_view own_files_path = ".causerie-files";  // in the destination

class OwnFiles {
 public:
  struct Line {
    Hash path;
    Hash bytes;
    auto operator<=>(const Line&) const = default;
  };

  void add(std::string_view path, Hash bytes) { lines_.push_back({hash_of(path), bytes}); }
  void add_folder(std::string_view path);
  void add_all(const OwnFiles& other);
  void mark_unfinished() { is_unfinished_ = true; }
  void sort();  // REQUIRED after additions, before any query

  bool is_list() const { return is_list_; }  // whether the parsed text was such a list
  bool is_unfinished() const { return is_unfinished_; }
  const std::vector<Line>& lines() const { return lines_; }
  bool names(Hash path) const;
  bool holds(Hash path, Hash bytes) const;
  bool names_folder(std::string_view path) const;

 private:
  friend OwnFiles parse_own_files(std::string_view text);

  std::vector<Line> lines_;
  bool is_list_ = false;
  bool is_unfinished_ = false;
};

std::string compose_own_files(const OwnFiles& own);

// Skips invalid lines and then marks the list unfinished: in a merge conflict both sides are ours. Empty if no line
// identifies the text as such a list.
OwnFiles parse_own_files(std::string_view text);

}  // namespace causerie
