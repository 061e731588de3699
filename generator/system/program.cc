#include "system/program.h"

#include <climits>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>

#if defined(__APPLE__)
#include <mach-o/dyld.h>
#else
#include <link.h>
#include <unistd.h>
#if defined(__FreeBSD__)
#include <sys/sysctl.h>
#include <sys/types.h>
#endif
#endif

namespace causerie {
namespace {

// The path that the system reports, possibly with links in it.
std::string name_of_program() {
  std::string name(PATH_MAX, '\0');
#if defined(__APPLE__)
  auto size = static_cast<std::uint32_t>(name.size());
  if (_NSGetExecutablePath(name.data(), &size) != 0) return {};
  return name.c_str();
#elif defined(__FreeBSD__)
  const int question[] = {CTL_KERN, KERN_PROC, KERN_PROC_PATHNAME, -1};
  std::size_t size = name.size();
  if (sysctl(question, 4, name.data(), &size, nullptr, 0) != 0) return {};
  return name.c_str();
#else
  const ssize_t size = ::readlink("/proc/self/exe", name.data(), name.size());
  name.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  return name;
#endif
}

// Only the name of a library counts if it has no file, like the system's own libraries on macOS.
void add_file(const std::string& path, Hasher& hasher) {
  std::ifstream file(path, std::ios::binary);
  hasher.add(path).add(std::string(std::istreambuf_iterator<char>(file), {}));
}

#ifdef __APPLE__

void add_all(Hasher& hasher) {
  add_file(program_path(), hasher);
  for (std::uint32_t i = 1; i < _dyld_image_count(); ++i) add_file(_dyld_get_image_name(i), hasher);
}

#else

int add_loaded(dl_phdr_info* loaded, std::size_t, void* hasher) {
  const std::string_view name = loaded->dlpi_name == nullptr ? "" : loaded->dlpi_name;
  if (name.find("vdso") != std::string_view::npos) return 0;  // part of the kernel; does not affect the output
  std::optional<std::string_view> id;
  for (int i = 0; i < loaded->dlpi_phnum && !id; ++i) {
    const auto& header = loaded->dlpi_phdr[i];
    if (header.p_type != PT_NOTE || header.p_align == 8) continue;
    const auto* const bytes = reinterpret_cast<const char*>(loaded->dlpi_addr + header.p_vaddr);
    id = build_id_in({bytes, header.p_memsz});
  }
  if (id) {
    static_cast<Hasher*>(hasher)->add(*id);
  } else {
    add_file(name.empty() ? program_path() : std::string(name), *static_cast<Hasher*>(hasher));
  }
  return 0;
}

void add_all(Hasher& hasher) { dl_iterate_phdr(add_loaded, &hasher); }

#endif

}  // namespace

std::string program_path() {
  const std::string name = name_of_program();
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(name.c_str(), nullptr), ::free);
  return real == nullptr ? name : real.get();
}

std::optional<std::string_view> build_id_in(std::string_view notes) {
  constexpr std::uint32_t build_id = 3;  // NT_GNU_BUILD_ID
  constexpr std::string_view owner("GNU", 4);
  const auto padded = [](std::size_t size) { return (size + 3) / 4 * 4; };
  std::uint32_t head[3];  // sizes of the owner's name and of the content, and the type, in native byte order
  while (notes.size() >= sizeof head) {
    std::memcpy(head, notes.data(), sizeof head);
    notes.remove_prefix(sizeof head);
    const std::size_t name_size = padded(head[0]), size = padded(head[1]);
    if (name_size > notes.size() || size > notes.size() - name_size) return std::nullopt;
    if (head[2] == build_id && head[1] > 0 && notes.substr(0, head[0]) == owner)
      return notes.substr(name_size, head[1]);
    notes.remove_prefix(name_size + size);
  }
  return std::nullopt;
}

Hash program_hash() {
  // Computed once: libraries that are loaded later do not make it a different program.
  static const Hash hash = [] {
    Hasher hasher;
    hasher.add("causerie " CAUSERIE_VERSION);
    add_all(hasher);
    return hasher.finish();
  }();
  return hash;
}

}  // namespace causerie
