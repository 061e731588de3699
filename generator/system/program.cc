#include "system/program.h"

#include <link.h>

#include <string_view>

namespace causerie {
namespace {

// The notes of one loaded file, among them its build id: a hash that the linker made of all its bytes.
int add_build_id(dl_phdr_info* loaded, std::size_t, void* hasher) {
  const std::string_view name = loaded->dlpi_name == nullptr ? "" : loaded->dlpi_name;
  if (name.find("vdso") != std::string_view::npos) return 0;  // the kernel's, which decides nothing
  for (int i = 0; i < loaded->dlpi_phnum; ++i) {
    const auto& header = loaded->dlpi_phdr[i];
    if (header.p_type != PT_NOTE) continue;
    const auto* const bytes = reinterpret_cast<const char*>(loaded->dlpi_addr + header.p_vaddr);
    static_cast<Hasher*>(hasher)->add(std::string_view(bytes, header.p_memsz));
  }
  return 0;
}

}  // namespace

Hash program_hash() {
  // Once: what is loaded later, while the program runs, is no other program.
  static const Hash hash = [] {
    Hasher hasher;
    hasher.add("causerie " CAUSERIE_VERSION);
    dl_iterate_phdr(add_build_id, &hasher);
    return hasher.finish();
  }();
  return hash;
}

}  // namespace causerie
