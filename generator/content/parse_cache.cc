#include "content/parse_cache.h"

namespace causerie {
Result<FileToRead> FileToRead::look(Files& files, std::string path, const CachedFile* earlier, std::int64_t now_ns) {
  FileToRead file;
  file.path_ = std::move(path);
  const auto stat = files.stat(file.path_);
  if (!stat) return stat.failure();
  if (*stat) file.reading_ = {.stat = **stat, .was_at_rest = is_at_rest(**stat, now_ns)};
  if (*stat && earlier != nullptr && earlier->was_at_rest && earlier->stat == **stat) {
    file.reading_ = *earlier;
    return file;
  }
  auto bytes = files.read(file.path_);
  if (!bytes) return bytes.failure();
  file.reading_.bytes = hash_of(*bytes);
  file.bytes_ = *std::move(bytes);
  return file;
}

Result<std::string> FileToRead::take_bytes(Files& files) {
  if (bytes_) return *std::move(bytes_);
  auto bytes = files.read(path_);
  if (!bytes) return bytes;
  const Hash read = hash_of(*bytes);
  if (read != reading_.bytes) reading_.is_stored.value = false;
  reading_.bytes = read;
  return bytes;
}

}  // namespace causerie
