// Writes YAML that every reader of YAML 1.1 or 1.2 reads as the same texts (YAML 1.2.2; types of 1.1: yaml.org/type).
//
// For every valid UTF-8 text, reading what is written here returns the text, U+0000 included: with parse_yaml, after
// the normalisation of content/source_text.h as well, and with yaml-cpp alone. So whatever that normalisation would
// change is escaped: decomposed letters, `\r`, what XML forbids. All texts must be valid UTF-8.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace causerie {

// On one line, for a place after `key: ` or `- ` in block style: plain if no reader takes that for anything but this
// text, else in double quotes.
std::string yaml_scalar(std::string_view text);

// "[a, b]"
std::string yaml_list(std::span<const std::string> items);

// A number, a day, a time, `true` or `false`, which is meant to be one: written without quotes. A text that could not
// be any of these is written like other texts.
struct YamlWord {
  std::string text;
};

using YamlValue = std::variant<std::string, YamlWord, std::vector<std::string>>;

// A key must be on one line and shorter than 1,024 characters (YAML 1.2.2, section 7.4.2).
struct YamlField {
  std::string key;
  YamlValue value;
};

// How texts of several lines are written in block style: as literal blocks where those can contain them. A block that
// keeps several newlines at its end (`|+`) would take in blank lines below it, so not every place allows it.
enum class YamlBlocks { none, without_keep, all };

// Lines "key: value" below one another, each indented by so many spaces. Ends in a newline, as do items.
std::string yaml_map(std::span<const YamlField>, int indentation, YamlBlocks = YamlBlocks::all);

// An item of a list, which is a map: "- id: c1", then the other fields below `id`. Not for an empty map.
std::string yaml_item(std::span<const YamlField>, int indentation, YamlBlocks = YamlBlocks::all);

// A value behind "key: " in a map that is indented by so many spaces; without the newline at the end.
std::string yaml_value(const YamlValue&, int indentation, YamlBlocks = YamlBlocks::all);

// Inside brackets or braces. In a JSON file, values are written so that a JSON parser reads them too.
enum class YamlFlow { yaml, json };
std::string yaml_flow_value(const YamlValue&, YamlFlow);
std::string yaml_flow_field(const YamlField&, YamlFlow);          // "key: value"
std::string yaml_flow_map(std::span<const YamlField>, YamlFlow);  // "{id: c1, body: text}"

}  // namespace causerie
