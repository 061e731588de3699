// How a flattened template is written for the library, which splits text at every blank, costing a heap object each,
// and removes lines by its own rule. So blanks and line ends of the template travel as marks and are put back after
// rendering, and tags have delimiters that no template can hold: control characters, which templates may not contain.
#pragma once

#include "base/byte_set.h"

namespace causerie {

inline constexpr char placeholder_open = '\x01';
inline constexpr char placeholder_close = '\x02';
inline constexpr char placeholder_line_end = '\x03';
inline constexpr char placeholder_blank = '\x04';
inline constexpr char placeholder_tab = '\x05';

// In a comment's HTML, where its replies go (theme/forest.h).
inline constexpr char placeholder_replies = '\x06';

// No value that is shown may hold a mark; they are taken out of it.
inline constexpr ByteSet all_placeholders = ByteSet({}).with(placeholder_open, placeholder_replies);

}  // namespace causerie
