// A stranger's text: nothing in it leads anywhere, or marks anything, that a stranger may not.
#pragma once

#include <string>
#include <string_view>

#include "formats/markdown/events.h"

namespace causerie {

// Images become links, links that are not safe lose their links, headings become paragraphs of class "heading".
void tame(MarkdownDocument& document);

// As an address stands in an attribute of ours: what an address may not hold is percent-escaped, then HTML's rules.
std::string written_address(std::string_view destination);

}  // namespace causerie
