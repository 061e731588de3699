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
    "the user name or password was not accepted; a code host needs a token instead of your website password: one that "
    "has not expired and may write to this repository";
constexpr std::string_view not_found =
    "there is no such repository, or you are not allowed to see it; copy its address from its page in the browser";

// The first match wins.
constexpr Advice table[] = {
    {"command not found", "", "that program is not installed on the other machine; ask its administrator"},
    {"Could not resolve", "", "there is no machine with that name: check the spelling, and your network connection"},
    {"Name or service not known", "",
     "there is no machine with that name: check the spelling, and your network connection"},
    {"Host key verification failed", "",
     "ssh does not know this machine yet, or its key has changed; run 'ssh' once with what is before the ':', and type "
     "'yes' if it is the right machine"},
    {"Permission denied (13)", "", "you are not allowed to write there; check the path that your host gave you"},
    {"Permission denied (", "",
     "the other machine refused your login: check the name before the '@', and the password or key; to test the login, "
     "run 'ssh' with what is before the ':'"},
    {"Connection refused", "", "that machine exists, but refuses the connection; check the address, or try later"},
    {"timed out", "", "nothing answers there; check the address and your network connection, or try later"},
    {"mkdir", "No such file or directory",
     "the folder above it does not exist; check the path that your host gave you, or create that folder"},
    {"No space left", "", "there is no space left there; free some space, then deploy again"},
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
