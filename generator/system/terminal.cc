#include "system/terminal.h"

#include <unistd.h>

#include <cstdlib>

namespace causerie {

bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDERR_FILENO) != 0 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace causerie
