// Renders events to HTML with holes.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "formats/markdown/events.h"
#include "formats/markdown/untrusted_html.h"

namespace causerie {

enum class LinkStyle { holes, finished, finished_nofollow };

struct RenderOptions {
  LinkStyle links = LinkStyle::holes;
  bool is_plain = false;            // byte for byte as in the CommonMark specification: `<br />`, no ids
  bool has_own_directions = false;  // the direction of each paragraph and list is that of its text: `dir="auto"`
  std::vector<OffsetRange>* raw = nullptr;  // receives where raw HTML is in the result
};

// Renders the document's events, or a part of them. Elements nested more than 100 deep are not opened; their text goes
// into the innermost open one, because browsers and readers cannot follow such nesting.
HollowHtml render_events(const MarkdownDocument& document, std::span<const Event> events, const RenderOptions& options);

}  // namespace causerie
