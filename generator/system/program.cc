#include "system/program.h"

#include <fstream>
#include <string>

namespace causerie {
namespace {

Hash hash_of_our_file() {
  std::ifstream file("/proc/self/exe", std::ios::binary | std::ios::ate);
  if (!file) return hash_of("causerie " CAUSERIE_VERSION);
  std::string bytes(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return hash_of(bytes);
}

}  // namespace

Hash program_hash() {
  static const Hash hash = hash_of_our_file();  // once, however many builds one process does
  return hash;
}

}  // namespace causerie
