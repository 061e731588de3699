// What a page that lists essays says of itself to search engines, if the writer has not said it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pages/page_kind.h"

namespace causerie {

// Returns what the page lists and the first names in it, as plain text: "24 posts · On naps · Fourteen chairs". Only
// whole names, at most about as much as a search engine shows, but always one.
std::string list_description(std::string_view count, std::span<const std::string> names);
std::string list_description(const PageContext&, std::string_view count, std::span<const EssayId>);

}  // namespace causerie
