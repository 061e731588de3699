// From events to HTML with holes.
#pragma once

#include <span>
#include <string_view>

#include "formats/markdown/events.h"

namespace causerie {

enum class LinkStyle { holes, finished, finished_nofollow };

struct RenderOptions {
  LinkStyle links = LinkStyle::holes;
  bool is_plain = false;  // byte for byte as CommonMark's specification writes it: `<br />`, no ids
};

// The events may be a part of the document's. More than a hundred open elements are not opened: their words stand in
// the last one, because browsers and readers get lost long before.
HollowHtml render_events(const MarkdownDocument& document, std::span<const Event> events, const RenderOptions& options);

}  // namespace causerie
