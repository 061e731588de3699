// Explains YAML syntax errors in terms a writer understands. For a quote inside quotes yaml-cpp reports "end of map not
// found"; the most common mistakes are recognised from the text around the offset where it stopped, so that the
// messages do not depend on where and why a release of yaml-cpp stops.
#pragma once

#include <optional>
#include <string>

#include "formats/yaml/text.h"

namespace causerie {

// The kind of error that the parser reports. Its messages are not part of this: they change between releases.
enum class YamlProblem {
  other,  // not in this list
  unknown_escape,
  escape_of_no_character,
  unexpected_colon,
  no_next_entry,  // in a map or list with its items on separate lines
  open_bracket,
  open_quote,
  no_start_of_a_value,
  unknown_alias,
  bad_anchor,
  no_block_text,
  misplaced_list,
  misplaced_bracket,
};

// What is known when the parser stops.
struct YamlTrouble {
  YamlProblem problem = YamlProblem::other;
  std::size_t offset = 0;                    // where the parser stopped
  std::optional<WrittenScalar> last_scalar;  // the last scalar read
  std::optional<std::size_t> last_bracket;   // the last `]` or `}` read
  std::optional<std::size_t> open_bracket;   // the innermost open `[` or `{`
};

struct YamlFault {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;
  std::string hint;
};

// Explains a character that looks like a space, or like nothing, in the indentation, a key or after a ':' in the line
// at the offset or the one above it; nullopt if there is none.
std::optional<YamlFault> explain_hidden_character(const YamlText&, std::size_t offset);
// Explains a line without a key that was meant to be a text's, below or after the key above; nullopt if the line is
// none.
std::optional<YamlFault> explain_text_at_margin(const YamlText&, std::size_t offset);
YamlFault explain(const YamlText&, const YamlTrouble&);
YamlFault explain_open_quote(const YamlText&, std::size_t quote);

}  // namespace causerie
