// Any text, written as YAML and read again.
#include "base/text.h"
#include "formats/yaml/writer.h"
#include "fuzz/yaml_reading.h"

namespace causerie::fuzz {
namespace {

Faults attempt(std::string_view bytes) {
  Faults faults;
  if (first_invalid_byte(bytes)) return faults;
  const std::string text(bytes), value = "=" + text;

  const std::string scalar = yaml_scalar(text);
  if (scalar.find('\n') != std::string::npos) faults.push_back("several lines: " + scalar);
  if (scalar[0] != '"' && is_other_than_text(scalar)) faults.push_back("not only a text: " + scalar);
  check_yaml(scalar + "\n", {value}, faults);
  check_yaml("k: " + scalar + " # c\nl: m\n", {"{", "=k", value, "=l", "=m", "}"}, faults);
  check_yaml("- " + scalar, {"[", value, "]"}, faults);

  std::vector<std::string> items;
  Flattened list{"["};
  for (const std::string_view line : lines_of(bytes)) {
    items.emplace_back(line);
    list.push_back("=" + items.back());
  }
  list.push_back("]");
  check_yaml(yaml_list(items), list, faults);
  if (items.size() > 1)
    check_yaml(
        "k: " + yaml_list(items) + "\n",
        [&] {
          Flattened map{"{", "=k"};
          map.insert(map.end(), list.begin(), list.end());
          map.push_back("}");
          return map;
        }(),
        faults);

  const std::vector<YamlField> fields{{"id", "c1"}, {"body", text}, {"date", YamlWord{"2026-11-27"}}, {"last", text}};
  const Flattened map{"{", "=id", "=c1", "=body", value, "=date", "=2026-11-27", "=last", value, "}"};
  check_yaml(yaml_map(fields, 0), map, faults);
  check_yaml(yaml_flow_map(fields, YamlFlow::yaml), map, faults);
  const std::string json = yaml_flow_map(fields, YamlFlow::json);
  const bool has_surrogates = json.find("\\uD") != std::string::npos;  // JSON's, which yaml-cpp does not know
  if (!has_surrogates) check_yaml(json, map, faults);
  Flattened two{"["};
  for (int i = 0; i < 2; ++i) two.insert(two.end(), map.begin(), map.end());
  two.push_back("]");
  check_yaml(yaml_item(fields, 0) + yaml_item(fields, 0), two, faults);
  two.insert(two.begin(), {"{", "=comments"});
  two.push_back("}");
  for (const YamlBlocks blocks : {YamlBlocks::without_keep, YamlBlocks::none}) {
    // Blank lines and comments between items are part of none.
    check_yaml("comments:\n" + yaml_item(fields, 3, blocks) + "\n\n# c\n" + yaml_item(fields, 3, blocks) + "\n\n", two,
               faults);
  }
  if (text.size() < 100 && text.find('\n') == std::string::npos)
    check_yaml(yaml_map(std::vector<YamlField>{{text, text}}, 0), {"{", value, value, "}"}, faults);
  return faults;
}

constexpr std::string_view seed_files[] = {"tests/sites/*/input/content/**.yaml", "tests/sites/*/input/data/**"};
constexpr std::string_view seeds[] = {"Null",
                                      "nULL",
                                      "no",
                                      "0o7",
                                      "1_000",
                                      "12:30:45",
                                      "2024-05-01",
                                      "- x",
                                      "? x",
                                      "a: b",
                                      "a #b",
                                      "#a",
                                      "'",
                                      "\"",
                                      "\\",
                                      "\ta\t",
                                      "a\r\nb",
                                      "a  ",
                                      "  a",
                                      "---",
                                      "...",
                                      "%TAG",
                                      "@a",
                                      "`a",
                                      "",
                                      "\n",
                                      "a\n\n\n",
                                      "\n\n a\nb\n",
                                      "a\n\n  b\n",
                                      "a\n \n b",
                                      "=",
                                      "<<",
                                      "~",
                                      "Who?",
                                      "[a, b]",
                                      "a?b, c",
                                      "\\ud83d",
                                      "\\N\\_",
                                      "a\n\tb\n",
                                      "a\tb\nc\n",
                                      "e\xCC\x81t\xC3\xA9",
                                      "a\n\xCC\x81",
                                      "\xF0\x9F\x98\x80",
                                      "\xEF\xB7\x90?\xEF\xB7\xAF",
                                      "\xEF\xBB\xBF"};
constexpr std::string_view tokens[] = {"\n",
                                       " ",
                                       "\t",
                                       "\r",
                                       "- ",
                                       ": ",
                                       " #",
                                       "? ",
                                       "|",
                                       ">",
                                       "\n\n",
                                       "\n  ",
                                       "---\n",
                                       "...\n",
                                       "\"",
                                       "'",
                                       "\\",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       ",",
                                       "&a ",
                                       "*a",
                                       "!!str ",
                                       "%YAML",
                                       "@",
                                       "`",
                                       "null",
                                       "1e3",
                                       ".5",
                                       "0x1F",
                                       "://",
                                       "\\ud83d",
                                       "\\ufdd0",
                                       "\xC2\x85",
                                       "\xE2\x80\xA8",
                                       "\xE2\x80\xA9",
                                       "\xC2\xA0",
                                       "\xEF\xBB\xBF",
                                       "\xCC\x81",
                                       "\xCC\xA3",
                                       "\x7F",
                                       "\x01",
                                       "\xEF\xBF\xBF",
                                       "\xEF\xB7\x90",
                                       "\xEF\xB7\xAF",
                                       "\xF0\x9F\xBF\xBE",
                                       std::string_view("\0", 1)};

}  // namespace

const Target yaml_writer = {
    .name = "yaml_writer", .attempt = attempt, .seed_files = seed_files, .seeds = seeds, .tokens = tokens};

}  // namespace causerie::fuzz
