#include "system/module.h"

#include <dlfcn.h>
#include <unistd.h>

#include <array>
#include <climits>

#include "base/paths.h"

namespace causerie {
namespace {

std::string folder_of_program() {
  std::array<char, PATH_MAX> path{};
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  return size <= 0 ? std::string() : std::string(parent_of({path.data(), static_cast<std::size_t>(size)}));
}

}  // namespace

Result<const void*> module_entry(const std::string& name, const char* entry) {
  const std::string file = "causerie-" + name + ".so", beside = folder_of_program();
  std::string reason;
  for (const char* place : {"/", "/../lib/causerie/"}) {
    const std::string path = beside + place + file;
    if (::access(path.c_str(), F_OK) != 0) continue;
    void* const loaded = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (void* found = loaded == nullptr ? nullptr : ::dlsym(loaded, entry)) return static_cast<const void*>(found);
    reason = ::dlerror();
  }
  return Failure{"cannot load", file, reason.empty() ? "it is not where the program is installed" : reason,
                 "install Causerie again: a program that was copied alone is not whole"};
}

}  // namespace causerie
