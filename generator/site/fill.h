// The holes of a text filled, in the way that a page, a summary or a feed needs.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "content/passage.h"
#include "site/links.h"
#include "site/references.h"

namespace causerie {

// The words of a language that texts need.
struct ProseWords {
  std::array<std::string, std::size(prose_word_keys)> words;
  std::string forthcoming;  // what a promise's title attribute says
};

// What the page gives to a text: the words of its language, and what keeps the text's ids apart from another's.
struct FillManner {
  const ProseWords& words;
  std::string_view id_prefix = {};  // before each id of the text; empty where no other text stands on the page
};

enum class LinkFilling {
  links,  // references become links, promises are marked as forthcoming
  words,  // their words alone: for what stands inside a link already, or where links would lead nowhere
};

std::string fill(const HollowHtml&, const Prose&, const ResolvedText&, const LinkWriter&, LinkFilling,
                 const FillManner&);

// Covers everything that `fill` would put into the text, without making it.
Hash fill_fingerprint(const Passage&, const ResolvedText&, const LinkWriter&, const FillManner&);

}  // namespace causerie
