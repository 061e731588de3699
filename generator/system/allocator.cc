// The program's memory comes from mimalloc, in pages of 2 MB if the system supports them.
//
// A build touches a lot of memory once, and requesting it from the system 4 KB at a time takes longer than filling it,
// above all in virtual machines, where many sites are built. Linked into the program only, and only if mimalloc was
// found: tests keep the allocator that their sanitizers watch. ARCHITECTURE.md has the measurements.
#include <mimalloc.h>

namespace {

// The user's own MIMALLOC_ environment variables override these options.
void set_up() {
  mi_option_set_enabled_default(mi_option_large_os_pages, true);
#if MI_MALLOC_VERSION < 300
  mi_option_set_default(mi_option_eager_commit_delay, 0);
#endif
  // Memory returned to the system would soon be requested again. The option was renamed in 1.8.2 and in 2.1.2.
#if MI_MALLOC_VERSION >= 212 || (MI_MALLOC_VERSION >= 182 && MI_MALLOC_VERSION < 200)
  mi_option_set_default(mi_option_purge_delay, -1);
#else
  mi_option_set_enabled_default(mi_option_allow_decommit, false);
#endif
}

#ifdef __linux__
// Called before the libraries are initialised (System V ABI), because that allocates the first memory.
__attribute__((section(".preinit_array"), used)) void (*const before_all_else)() = set_up;
#else
__attribute__((constructor)) void before_main() { set_up(); }
#endif

}  // namespace
