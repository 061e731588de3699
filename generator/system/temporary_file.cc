#include "system/temporary_file.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace causerie {

std::string temporary_name() {
  static std::atomic<unsigned> count = 0;
  return ".causerie-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".tmp";
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace causerie
