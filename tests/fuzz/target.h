// A fuzz target: a function that takes any bytes, and returns the violated properties.
//
// Each target has its own file. The tests run them on their seeds and on some hundred mutations; `./dev fuzz` runs them
// with libFuzzer for as long as you like.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace causerie::fuzz {

using Faults = std::vector<std::string>;  // violated properties

struct Target {
  std::string_view name;
  Faults (*attempt)(std::string_view bytes);
  std::span<const std::string_view> seed_files;  // globs of paths below the source folder
  std::string_view examples = {};                // a file below tests/examples/: each fenced block in it is a seed
  std::span<const std::string_view> seeds = {};  // additional seeds
  std::span<const std::string_view> tokens;      // inserted into seeds: tokens that are special in the format
};

extern const Target front_matter;
extern const Target comments;
extern const Target markdown;
extern const Target templates;
extern const Target site_file;
extern const Target outside_links;
extern const Target stored_values;
extern const Target text_changes;
extern const Target yaml_writer;
extern const Target yaml_edits;
extern const Target xml;

inline constexpr const Target* targets[] = {
    &front_matter,  &comments,     &markdown,    &templates,  &site_file, &outside_links,
    &stored_values, &text_changes, &yaml_writer, &yaml_edits, &xml};

}  // namespace causerie::fuzz
