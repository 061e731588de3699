// Placeholders in a flattened template. The library splits text at every white-space character, at the cost of a heap
// object each, and removes lines by its own rule. So spaces, tabs and line ends of the template are replaced by
// placeholders and restored after rendering. The delimiters of tags are control characters too, which templates may not
// contain.
#pragma once

#include "base/byte_set.h"

namespace causerie {

inline constexpr char placeholder_open = '\x01';
inline constexpr char placeholder_close = '\x02';
inline constexpr char placeholder_line_end = '\x03';
inline constexpr char placeholder_space = '\x04';
inline constexpr char placeholder_tab = '\x05';

// In a comment's HTML: where its replies go (theme/renderer.h).
inline constexpr char placeholder_replies = '\x06';

// Removed from every value that is shown.
inline constexpr ByteSet all_placeholders = ByteSet({}).with(placeholder_open, placeholder_replies);

}  // namespace causerie
