// Headings: their levels on the page and their ids.
#pragma once

#include <span>
#include <string>

#include "formats/markdown/events.h"

namespace causerie {

// Moves all headings down so that the highest is `top_level` (none above it stays), and gives each an id as its text;
// ids in `taken` are avoided.
void finish_headings(MarkdownDocument& document, int top_level, std::span<const std::string> taken);

// The words from the event behind a heading's beginning to its end.
std::string heading_text(const MarkdownDocument& document, std::size_t heading);

}  // namespace causerie
