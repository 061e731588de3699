#include "formats/yaml/writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view digits = "0123456789";

bool is_in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

bool is_noncharacter(char32_t c) { return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

// What YAML or XML does not allow in a text, what some reader takes for a line end or drops, and a tab.
bool must_be_escaped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || is_noncharacter(c);
}

// Words for booleans and null in YAML 1.1, in any letter case.
bool is_word_of_yaml(std::string_view text) {
  static constexpr std::string_view words[] = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
  const std::string lower = ascii_lower(text.substr(0, 6));
  return text.size() < 6 && std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

// Whether all characters occur in numbers, days or times of YAML 1.1 or 1.2: 0x1F, 1_000, 1e3, 2001-12-14t21:59:43Z.
bool looks_like_a_number(std::string_view text) {
  return is_in(digits, text[0]) &&
         text.find_first_not_of("0123456789abcdefABCDEFxXoOtTzZ+-.:_,' ") == std::string_view::npos;
}

enum class Surroundings { block, flow };

// Stricter than YAML, so that it is obvious that readers agree.
bool can_be_plain(std::string_view text, Surroundings surroundings) {
  if (text.empty() || text.back() == ' ' || is_word_of_yaml(text) || looks_like_a_number(text)) return false;
  const std::string_view others = surroundings == Surroundings::block ? " ._-'/()+;!," : " ._-'/()+;!";
  for (std::size_t at = 0; at < text.size();) {
    const bool is_first = at == 0;
    const char byte = text[at];
    const bool is_web_address = surroundings == Surroundings::block && text.substr(at).starts_with("://");
    const char32_t c = next_code_point(text, at);
    if (c > 0x7F) {
      if (must_be_escaped(c) || is_space(c) || (is_first && is_mark(c))) return false;
    } else if (!is_in(letters, byte) && !is_in(digits, byte) && (is_first || !is_in(others, byte)) &&
               (is_first || !is_web_address)) {
      return false;
    }
  }
  return nfc(text) == text;
}

// Characters between two boundaries of NFC.
std::string_view sequence_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  next_code_point(text, end);
  while (end < text.size()) {
    std::size_t next = end;
    if (is_nfc_boundary(next_code_point(text, next))) break;
    end = next;
  }
  return text.substr(begin, end - begin);
}

// The escape for a character, or empty if it is written as it is. JSON has none of eight digits, but pairs of
// surrogates.
std::string escape(char32_t c, bool is_changed, YamlFlow flow) {
  if (c == '"') return "\\\"";
  if (c == '\\') return "\\\\";
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  if (c == '\r') return "\\r";
  if (!must_be_escaped(c) && (!is_changed || c <= 0x7F)) return "";
  if (c <= 0xFFFF) return fmt::format("\\u{:04X}", static_cast<unsigned>(c));
  if (flow == YamlFlow::yaml) return fmt::format("\\U{:08X}", static_cast<unsigned>(c));
  const unsigned offset = static_cast<unsigned>(c) - 0x10000;
  return fmt::format("\\u{:04X}\\u{:04X}", 0xD800 + (offset >> 10), 0xDC00 + (offset & 0x3FF));
}

// In double quotes.
std::string quoted(std::string_view text, YamlFlow flow) {
  const bool is_normalised = nfc(text) == text;
  std::string result = "\"";
  bool is_after_escape = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::string_view sequence = is_normalised ? text : sequence_at(text, begin);
    const bool is_changed = !is_normalised && nfc(sequence) != sequence;
    for (std::size_t at = 0; at < sequence.size();) {
      const std::size_t start = at;
      const char32_t c = next_code_point(sequence, at);
      // A mark would combine with the last letter of an escape.
      const bool is_caught = is_after_escape && c > 0x7F && !is_nfc_boundary(c);
      const std::string escaped = escape(c, is_changed || is_caught, flow);
      is_after_escape = !escaped.empty();
      result += is_after_escape ? std::string_view(escaped) : sequence.substr(start, at - start);
    }
    begin += sequence.size();
  }
  return result + "\"";
}

std::string scalar(std::string_view text, Surroundings surroundings) {
  return can_be_plain(text, surroundings) ? std::string(text) : quoted(text, YamlFlow::yaml);
}

bool has_only_blanks(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

// Whether a literal block can contain the text. A tab at the beginning of a line may be read as indentation, and white
// space in the first and last line would be lost.
bool can_be_block(std::string_view text, YamlBlocks blocks) {
  const std::size_t last = text.find_last_not_of('\n');
  if (blocks == YamlBlocks::none || last == std::string_view::npos || text.find('\n') == std::string_view::npos)
    return false;
  if (blocks == YamlBlocks::without_keep && last + 2 < text.size()) return false;
  const auto lines = lines_of(text.substr(0, last + 1));
  if (has_only_blanks(lines.front()) || has_only_blanks(lines.back())) return false;
  for (const std::string_view line : lines) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin != std::string_view::npos && line[begin] == '\t') return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (must_be_escaped(c) && c != '\n' && c != '\t') return false;
  }
  return nfc(text) == text;
}

constexpr int step = 2;  // of indentation

std::string literal_block(std::string_view text, int indentation) {
  std::string result = "|";
  if (text.starts_with(' ')) result += std::to_string(step);
  if (!text.ends_with('\n')) result += '-';
  if (text.ends_with("\n\n")) result += '+';
  if (text.ends_with('\n')) text.remove_suffix(1);
  const std::string margin(static_cast<std::size_t>(indentation + step), ' ');
  for (const std::string_view line : lines_of(text)) {
    result += '\n';
    if (!line.empty()) result.append(margin).append(line);
  }
  return result;
}

bool is_word(std::string_view text) {
  return !text.empty() && (is_in(letters, text[0]) || is_in(digits, text[0])) && text.back() != ':' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_in(letters, c) || is_in(digits, c) || is_in("+-.:_", c); });
}

bool is_word_of_json(std::string_view text) {
  return text == "true" || text == "false" || text == "0" || (is_digits(text) && text[0] != '0');
}

std::string flow_scalar(std::string_view text, YamlFlow flow) {
  return flow == YamlFlow::json ? quoted(text, flow) : scalar(text, Surroundings::flow);
}

std::string flow_list(std::span<const std::string> items, YamlFlow flow) {
  std::string list = "[";
  for (const std::string& item : items) list.append(list.size() > 1 ? ", " : "").append(flow_scalar(item, flow));
  return list + "]";
}

}  // namespace

std::string yaml_scalar(std::string_view text) { return scalar(text, Surroundings::block); }

std::string yaml_list(std::span<const std::string> items) { return flow_list(items, YamlFlow::yaml); }

std::string yaml_value(const YamlValue& value, int indentation, YamlBlocks blocks) {
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return yaml_list(*list);
  if (const auto* word = std::get_if<YamlWord>(&value))
    return is_word(word->text) ? word->text : yaml_scalar(word->text);
  const std::string& text = std::get<std::string>(value);
  return can_be_block(text, blocks) ? literal_block(text, indentation) : yaml_scalar(text);
}

std::string yaml_map(std::span<const YamlField> fields, int indentation, YamlBlocks blocks) {
  const std::string margin(static_cast<std::size_t>(indentation), ' ');
  std::string lines;
  for (const YamlField& field : fields) {
    lines += margin + yaml_scalar(field.key) + ": " + yaml_value(field.value, indentation, blocks) + "\n";
  }
  return lines;
}

std::string yaml_item(std::span<const YamlField> fields, int indentation, YamlBlocks blocks) {
  std::string lines = yaml_map(fields, indentation + step, blocks);
  lines[static_cast<std::size_t>(indentation)] = '-';
  return lines;
}

std::string yaml_flow_value(const YamlValue& value, YamlFlow flow) {
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return flow_list(*list, flow);
  if (const auto* word = std::get_if<YamlWord>(&value)) {
    const bool is_bare = flow == YamlFlow::json ? is_word_of_json(word->text) : is_word(word->text);
    return is_bare ? word->text : flow_scalar(word->text, flow);
  }
  return flow_scalar(std::get<std::string>(value), flow);
}

std::string yaml_flow_field(const YamlField& field, YamlFlow flow) {
  return flow_scalar(field.key, flow) + ": " + yaml_flow_value(field.value, flow);
}

std::string yaml_flow_map(std::span<const YamlField> fields, YamlFlow flow) {
  std::string map = "{";
  for (const YamlField& field : fields) map.append(map.size() > 1 ? ", " : "").append(yaml_flow_field(field, flow));
  return map + "}";
}

}  // namespace causerie
