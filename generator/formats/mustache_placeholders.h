// How a flattened template is written for the library, which splits text at every blank, costing a heap object each,
// and removes lines by its own rule. So blanks and line ends of the template travel as marks and are put back after
// rendering, and tags have delimiters that no template can hold: control characters, which templates may not contain.
#pragma once

#include "base/byte_set.h"

namespace causerie {

inline constexpr char mark_open = '\x01';
inline constexpr char mark_close = '\x02';
inline constexpr char mark_line_end = '\x03';
inline constexpr char mark_blank = '\x04';
inline constexpr char mark_tab = '\x05';

// Stands in a comment's HTML for its replies (theme/forest.h).
inline constexpr char mark_replies = '\x06';

// No value that is shown may hold a mark; they are taken out of it.
inline constexpr ByteSet all_marks = ByteSet({}).with(mark_open, mark_replies);

}  // namespace causerie
