// A Markdown text by the writer, parsed once, with its source position.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "formats/markdown/markdown.h"
#include "formats/yaml/yaml.h"

namespace causerie {

struct Passage {
  std::string file;
  Position begin;           // of the text's first character in the file
  bool is_verbatim = true;  // the file has each line unchanged; otherwise every location is `begin`
  Prose prose;
  Hash hash;  // of the text and everything else that parsing depends on

  SourceLocation location(Position in_text, int length = 1) const;
  SourceLocation location(const ProseImage& image) const;  // of the whole `![words](destination)`
  bool is_empty() const { return prose.body.html.empty(); }
};

// A body below front matter, whose first line in the file is `first_line`.
Passage read_passage(std::string_view text, std::string file, int first_line, const MarkdownOptions&, Diagnostics&);
// The value of a key; empty for a null node.
Passage read_passage(const Node& scalar, std::string file, const MarkdownOptions&, Diagnostics&);

// A title as readers see it: with typographic quotes and dashes, if the options ask for them.
std::string shown_title(std::string written, const MarkdownOptions&);

Hash hash_of(const MarkdownOptions&);

}  // namespace causerie
