#include "deploy/advice.h"

#include <algorithm>
#include <iterator>

namespace causerie {
namespace {

struct Advice {
  std::string_view said, also;  // both must occur in the error output
  std::string_view hint;
};

constexpr std::string_view not_let_in =
    "the name or the password was not accepted; a code host wants a token, not the password of its website: one that "
    "has "
    "not expired, and may write to this repository";
constexpr std::string_view not_found =
    "there is no such repository, or whoever you are there may not see it; copy its address from its page in the "
    "browser";

// The first match wins.
constexpr Advice table[] = {
    {"command not found", "", "that program is not installed on the other machine; whoever keeps it can tell"},
    {"Could not resolve", "", "no machine is called so: look at the spelling, and whether you are connected"},
    {"Name or service not known", "", "no machine is called so: look at the spelling, and whether you are connected"},
    {"Host key verification failed", "",
     "the machine is not known yet, or is another one than before; say 'ssh' and what stands before the ':' once by "
     "itself, and answer 'yes' in full if it is the one that you mean"},
    {"Permission denied (13)", "", "you may not write there; look at the path that your host told you"},
    {"Permission denied (", "",
     "the other machine did not let you in: look at the name before the '@', and at the password or key; 'ssh' and "
     "what "
     "stands before the ':' tries that alone"},
    {"Connection refused", "", "that machine is there, but does not answer; look at the address, or try later"},
    {"timed out", "", "nothing answers there; look at the address and at your connection, or try later"},
    {"mkdir", "No such file or directory",
     "the folder above it is not there; look at the path that your host told you, or make that folder"},
    {"No space left", "", "the place is full; make room, then deploy again"},
    {"Authentication failed", "", not_let_in},
    {"could not read Username", "", not_let_in},
    {"could not read Password", "", not_let_in},
    {"returned error: 401", "", not_let_in},
    {"returned error: 403", "", not_let_in},
    {"Repository not found", "", not_found},
    {"repository", "not found", not_found},
    {"does not appear to be a git repository", "", not_found},
};

bool holds(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

}  // namespace

std::string_view advice_on(std::string_view errors) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Advice& one) {
    return holds(errors, one.said) && holds(errors, one.also);
  });
  return found == std::end(table) ? std::string_view() : found->hint;
}

}  // namespace causerie
