#include "system/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace causerie {

bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

void tell_terminal(const std::string& line) {
  if (isatty(STDERR_FILENO) != 0) std::fprintf(stderr, "%s\n", line.c_str());
}

}  // namespace causerie
