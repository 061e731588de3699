// The holes of a text filled, in the way that a page, a summary or a feed needs.
#pragma once

#include <string>
#include <string_view>

#include "base/hash.h"
#include "content/passage.h"
#include "site/links.h"
#include "site/references.h"

namespace causerie {

enum class LinkStyle {
  links,  // references become links, promises are marked as forthcoming
  words,  // their words alone: for what stands inside a link already, or where links would lead nowhere
};


std::string fill(const HollowHtml&, const Prose&, const ResolvedText&, const LinkWriter&, LinkStyle);

// The same without the `<p>` around a single paragraph: for a standfirst or a summary.
std::string fill_inline(const HollowHtml&, const Prose&, const ResolvedText&, const LinkWriter&, LinkStyle);

// Covers everything that `fill` would put into the text, without making it.
Hash fill_fingerprint(const Passage&, const ResolvedText&, const LinkWriter&);

}  // namespace causerie
