// What is fuzzed: a function that takes any bytes, and says what of that which must hold for all of them does not.
//
// Each target is a file of its own. The tests try them on their seeds and on some hundred changed ones; `./dev fuzz`
// gives them to libFuzzer, for as long as one likes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace causerie::fuzz {

using Faults = std::vector<std::string>;  // what should have held

struct Target {
  std::string_view name;
  Faults (*attempt)(std::string_view bytes);
  std::span<const std::string_view> seed_files;  // globs of paths below the sources' folder
  std::string_view examples = {};                // a file below tests/examples/: each fenced block in it is a seed
  std::span<const std::string_view> seeds = {};  // others
  std::span<const std::string_view> tokens;      // what is written into seeds: words that mean something in the format
};

extern const Target front_matter;
extern const Target comments;
extern const Target markdown;
extern const Target templates;
extern const Target site_file;
extern const Target outside_links;
extern const Target history_notes;
extern const Target text_changes;

inline constexpr const Target* targets[] = {&front_matter, &comments,      &markdown,      &templates,
                                            &site_file,    &outside_links, &history_notes, &text_changes};

}  // namespace causerie::fuzz
