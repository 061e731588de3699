// The results of earlier runs, so that unchanged files are neither read nor parsed again.
//
// The cache never changes the result. A value is reused only if the bytes that it was parsed from, and everything else
// that it depends on, are unchanged. Bytes count as unchanged without being read only if `stat` returns the same for a
// file that was at rest when it was read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/binary.h"
#include "base/diagnostics.h"
#include "base/files.h"
#include "base/hash.h"
#include "content/comments/parsing.h"
#include "content/essay.h"
#include "content/series_file.h"
#include "formats/image_size.h"

namespace causerie {

// A file as it was when it was read. A file that had changed in the seconds before was not at rest: it may change again
// with the same time stamp (what git calls racily clean).
struct CachedFile {
  FileStat stat{};  // from before it was read
  bool was_at_rest = false;
  Hash bytes{};
  std::optional<std::optional<ImageSize>> picture{};  // attachments only: the size, if it is an image
  NotStored<bool> is_stored{};                        // this very value is in the store
};

// Each `key` is a hash of everything that the value depends on.
struct CachedEssay {
  Hash text_key;
  Hash comments_key;
  std::shared_ptr<const Essay> essay;
  Diagnostics text_said;
  Diagnostics comments_said;
  NotStored<bool> is_stored{};

  Hash html_version() const { return Hasher().add(text_key).add(comments_key).finish(); }
};

struct CachedSeries {
  Hash key;
  Series series;
  Diagnostics said;
  NotStored<bool> is_stored{};
};

struct CachedForeignComments {
  Hash key;
  RawComments comments;
  Diagnostics said;
};

template <class Value>
using ByPath = std::unordered_map<std::string, Value>;

struct ParseCache {
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

// A file whose bytes are read only if they are not known yet.
class FileToRead {
 public:
  // `earlier` may be null. `now_ns` is when this run began to read the site, in nanoseconds since 1970.
  static Result<FileToRead> look(Files&, std::string path, const CachedFile* earlier, std::int64_t now_ns);

  const std::string& path() const { return path_; }
  const CachedFile& reading() const { return reading_; }
  // Returns the bytes. May be called once. Updates `reading` if the file changed in the meantime.
  Result<std::string> take_bytes(Files&);

 private:
  std::string path_;
  CachedFile reading_;
  std::optional<std::string> bytes_;
};

}  // namespace causerie
