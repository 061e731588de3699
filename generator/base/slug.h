// Slugs: names in the addresses of pages.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// Lower case (root locale), letters and digits of any script joined by `-`, Latin letters folded to ASCII, NFC, at most
// 200 bytes cut at a `-`. Invisible characters are left out, but a joiner inside a syllable or a Persian word stays.
// Never hidden and without a trailing period; a name that Windows reserves gets `-1`. Empty if the text contains no
// letter or digit: the caller decides what that means.
std::string slug_of(std::string_view text);

// What is wrong with a slug that a person wrote, in words ("must not be empty"); empty if it is valid.
std::string slug_fault(std::string_view slug);

}  // namespace causerie
