// What earlier readings of a site gave, so that what did not change is neither read nor parsed again.
//
// Nothing in here decides what is true. A value is used again only where the bytes that it was read from, and all else
// that reading them depends on, are what they were; bytes are taken for what they were without reading them only where
// `stat` says the same of a file that was at rest when it was read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/diagnostics.h"
#include "base/files.h"
#include "base/hash.h"
#include "content/comments/parsing.h"
#include "content/essay.h"
#include "content/series_file.h"
#include "formats/image_size.h"

namespace causerie {

// A file when it was read. One that had changed in the seconds before was not at rest: it may change again without a
// new time (what git calls racily clean).
struct CachedFile {
  FileStat stat{};  // from before it was read
  bool was_at_rest = false;
  Hash bytes{};
  std::optional<std::optional<ImageSize>> picture{};  // of an attachment: its size, if it is a picture
  std::size_t disk_size = 0;  // in the cache on the disk (disk_parse_cache.h); 0: it is not there
};

// Each key is a hash of all that its value was made of.
struct CachedEssay {
  Hash text_key;
  Hash comments_key;
  std::shared_ptr<const Essay> essay;
  Diagnostics text_said;
  Diagnostics comments_said;
  std::size_t disk_size = 0;
};

struct CachedSeries {
  Hash key;
  Series series;
  Diagnostics said;
  std::size_t disk_size = 0;
};

struct CachedForeignComments {
  Hash key;
  RawComments comments;
  Diagnostics said;
};

template <class Value>
using ByPath = std::unordered_map<std::string, Value>;

struct ParseCache {
  std::string history_notes;  // encoded as in history_notes.h; empty: those on the disk
  ByPath<CachedFile> files;
  ByPath<CachedEssay> essays;
  ByPath<CachedSeries> series;
  ByPath<CachedForeignComments> foreign_comments;
};

template <class Value>
Value* find_cached(ByPath<Value>& parse_cache, const std::string& path) {
  const auto found = parse_cache.find(path);
  return found == parse_cache.end() ? nullptr : &found->second;
}

// A file that is read only if its bytes are not known already.
class FileToRead {
 public:
  // `earlier` may be null. `now_ns` is the time when this reading of the site began.
  static Result<FileToRead> look(Files&, std::string path, const CachedFile* earlier, std::int64_t now_ns);

  const std::string& path() const { return path_; }
  const CachedFile& reading() const { return reading_; }
  // The bytes, once. They may be other than `reading` said until now, if the file changed meanwhile.
  Result<std::string> take_bytes(Files&);

 private:
  std::string path_;
  CachedFile reading_;
  std::optional<std::string> bytes_;
};

}  // namespace causerie
