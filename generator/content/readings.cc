#include "content/readings.h"

#include <algorithm>

namespace causerie {
namespace {

// The coarsest clock of a file system in use ticks every two seconds (FAT).
constexpr std::int64_t rest_ns = 2'000'000'000;

bool is_at_rest(const FileStat& stat, std::int64_t now_ns) {
  return std::max(stat.modified_ns, stat.changed_ns) + rest_ns < now_ns;
}

}  // namespace

Result<FileToRead> FileToRead::look(Files& files, std::string path, const FileReading* earlier, std::int64_t now_ns) {
  FileToRead file;
  file.path_ = std::move(path);
  const auto stat = files.stat(file.path_);
  if (!stat) return stat.failure();
  if (*stat) file.reading_ = {**stat, is_at_rest(**stat, now_ns), {}};
  if (*stat && earlier != nullptr && earlier->was_at_rest && earlier->stat == **stat) {
    file.reading_.bytes = earlier->bytes;
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
  if (bytes) reading_.bytes = hash_of(*bytes);
  return bytes;
}

}  // namespace causerie
