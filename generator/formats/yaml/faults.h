// What is wrong with a text that is no YAML, in a writer's words. yaml-cpp says "end of map not found" of a quote
// inside quotes; the commonest slips are recognised from the text around the place where it gave up, so that releases
// that give up elsewhere or for another reason are told in the same words.
#pragma once

#include <optional>
#include <string>

#include "formats/yaml/text.h"

namespace causerie {

// What the parser calls the fault. Its words are no part of it: they change from release to release.
enum class YamlProblem {
  other,  // one that this list does not know
  unknown_escape,
  escape_of_no_character,
  unexpected_colon,
  no_next_entry,  // of a map or list whose items stand in lines of their own
  open_bracket,
  open_quote,
  no_start_of_a_value,
  unknown_alias,
  bad_anchor,
  no_block_text,
  misplaced_list,
  misplaced_bracket,
};

// What is known when the parser gives up.
struct YamlTrouble {
  YamlProblem problem = YamlProblem::other;
  std::size_t offset = 0;                    // where it is
  std::optional<WrittenScalar> last_scalar;  // the last one read
  std::optional<std::size_t> last_bracket;   // the last `]` or `}` read
  std::optional<std::size_t> open_bracket;   // the innermost `[` or `{` that waits for its end
};

struct YamlFault {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string message;
  std::string hint;
};

YamlFault explain(const YamlText&, const YamlTrouble&);
YamlFault explain_open_quote(const YamlText&, std::size_t quote);

}  // namespace causerie
