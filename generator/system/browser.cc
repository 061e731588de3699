#include "system/browser.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

extern char** environ;

namespace causerie {

bool open_in_browser(const std::string& address) {
#ifdef __APPLE__
  const char* opener = "open";
#else
  const char* opener = "xdg-open";
#endif
  // The opener gets no terminal input or output, and its own process group, so that Ctrl-C does not reach it.
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  posix_spawn_file_actions_addopen(&silent, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  for (const int out : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&silent, out, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t apart;
  posix_spawnattr_init(&apart);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&apart, &none);
  posix_spawnattr_setpgroup(&apart, 0);
  posix_spawnattr_setflags(&apart, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  std::string program = opener, argument = address;
  char* words[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  const bool is_started = ::posix_spawnp(&child, opener, &silent, &apart, words, environ) == 0;
  posix_spawn_file_actions_destroy(&silent);
  posix_spawnattr_destroy(&apart);
  // Some openers exit only when the browser does.
  if (is_started) std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
  return is_started;
}

}  // namespace causerie
