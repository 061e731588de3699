// What is wrong with a text that is no YAML, in a writer's words. yaml-cpp says "end of map not found" of a quote
// inside quotes; the commonest slips are recognised from the text around the place where it gave up.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/yaml_text.h"

namespace causerie {

// What is known when the parser gives up.
struct YamlTrouble {
  std::string_view says;                     // yaml-cpp's message
  std::size_t offset = 0;                    // where it stands
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
