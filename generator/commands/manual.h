// The manual page, generated from the table of commands.
#pragma once

#include <string>

namespace causerie {

std::string manual_page();  // for man: roff, with the macros of man(7)

}  // namespace causerie
