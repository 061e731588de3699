// The reader's browser.
#pragma once

#include <string>

namespace causerie {

// Asks the desktop to show the address. Whether there was anybody to ask.
bool open_in_browser(const std::string& address);

}  // namespace causerie
