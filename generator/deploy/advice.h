// What to do about what git, rsync, ssh and rclone say when they fail: they speak to people who know them.
#pragma once

#include <string_view>

namespace causerie {

// Empty where nothing better is known than what the program said. Looks for words that its versions have in common, in
// English, as system/process.h has them speak.
std::string_view advice_on(std::string_view errors);

}  // namespace causerie
