// How much there is to read.
#pragma once

#include "formats/markdown/events.h"

namespace causerie {

// Runs of anything but white space that hold a letter or digit, code included; two Han or kana characters are a word.
int count_words(const Events& events);

}  // namespace causerie
