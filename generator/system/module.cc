#include "system/module.h"

#include <dlfcn.h>
#include <unistd.h>

#include "base/paths.h"
#include "system/program.h"

namespace causerie {

Result<const void*> module_entry(const std::string& name, const char* entry) {
  const std::string file = "causerie-" + name + CAUSERIE_MODULE_SUFFIX;
  const std::string program = program_path(), beside = std::string(parent_of(program));
  std::string reason;
  for (const char* folder : {"/", "/" CAUSERIE_MODULE_FOLDER "/"}) {
    const std::string path = beside + folder + file;
    if (program.empty() || ::access(path.c_str(), F_OK) != 0) continue;
    void* const loaded = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (void* found = loaded == nullptr ? nullptr : ::dlsym(loaded, entry)) return static_cast<const void*>(found);
    reason = ::dlerror();
  }
  return Failure{"cannot load", file, reason.empty() ? "it is missing where the program is installed" : reason,
                 "install Causerie again: the program does not work without its other files"};
}

}  // namespace causerie
