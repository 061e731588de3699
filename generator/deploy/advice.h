// Hints for the errors of git, rsync, ssh and rclone, whose messages assume that the reader knows the program.
#pragma once

#include <string_view>

namespace causerie {

// Returns a hint for the error output of a program; empty if there is nothing to add to it. Matches phrases that are
// common to the program's versions, in English, which is the language that system/process.h sets for programs.
std::string_view advice_on(std::string_view errors);

}  // namespace causerie
