// Fills the holes of a text in the way that a page, a summary or a feed needs.
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
  std::string forthcoming;  // the title attribute of a promise
};

// What the page provides to a text: the words of its language, and a prefix that keeps its ids unique.
struct FillOptions {
  const ProseWords& words;
  std::string_view id_prefix = {};  // before each id of the text; empty if it is the only text on the page
};

enum class LinkFilling {
  links,  // references become links, promises are marked as forthcoming
  words,  // text only, for use inside a link or where links would lead nowhere
};

std::string fill(const HollowHtml&, const Prose&, const ResolvedText&, const LinkWriter&, LinkFilling,
                 const FillOptions&);

// Hashes everything that `fill` would put into the text, without building it.
Hash fill_fingerprint(const Passage&, const ResolvedText&, const LinkWriter&, const FillOptions&);

}  // namespace causerie
