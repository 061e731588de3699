// Opens the user's browser.
#pragma once

#include <string>

namespace causerie {

// Asks the desktop to show the address. Returns whether the program that does so could be started.
bool open_in_browser(const std::string& address);

}  // namespace causerie
