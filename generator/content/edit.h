// Changes to files that people wrote, given by source location. Bytes outside a change stay as they are: byte-order
// mark, line ends, decomposed letters, a missing newline at the end.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/hash.h"
#include "base/result.h"
#include "base/span.h"

namespace causerie {

// Lines and columns are those of the normalised text, as in every Span (see content/source_text.h). An empty span
// inserts. The text is valid UTF-8; each line end in it becomes that of the line where the edit begins.
struct Edit {
  Span span;
  std::string text;
};

struct EditedFile {
  std::string path;
  Hash expected;  // of the bytes that the spans refer to (`hash_of`)
  std::vector<Edit> edits;
};

// The bytes of a file after the edits, which may be in any order; insertions at one place keep theirs. Reading the
// result gives the same text as editing the text that was read, normalised again.
//
// If a span begins or ends inside a sequence that normalisation reorders, so that no place in the bytes corresponds to
// it, that one sequence is written in NFC. A failure if the bytes or an edit are not valid UTF-8, if edits overlap, or
// if a span is outside the text; `name` is the file for messages.
Result<std::string> edited(std::string_view bytes, std::span<const Edit>, const std::string& name);

// Applies all edits. Before the first file is written, all are read, compared with `expected`, and edited in memory; a
// file that its edits do not change is not written. Each path may occur once. If writing fails (see Files::replace),
// files before that one have been changed.
Result<void> apply_edits(Files&, std::span<const EditedFile>);

}  // namespace causerie
