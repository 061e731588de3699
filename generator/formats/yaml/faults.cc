#include "formats/yaml/faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hidden_character.h"

namespace causerie {
namespace {

constexpr std::size_t longest_example = 80;

// A line's content without indentation and the dashes of list items, and where it begins.
struct Line {
  std::size_t begin = 0;
  std::size_t content = 0;
  std::string_view text;
};

Line line_at(const YamlText& source, std::size_t offset) {
  Line line;
  line.begin = line.content = source.line_begin(offset);
  const std::size_t end = source.line_end(line.begin);
  while (line.content < end && (source[line.content] == ' ' || source[line.content] == '\t' ||
                                (source[line.content] == '-' && source[line.content + 1] == ' '))) {
    ++line.content;
  }
  line.text = trim(source.text().substr(line.content, end - line.content));
  return line;
}

// Returns the closest line above that is neither blank nor a comment.
std::optional<Line> line_above(const YamlText& source, Line line) {
  while (line.begin > 0) {
    line = line_at(source, line.begin - 1);
    if (!line.text.empty() && line.text.front() != '#') return line;
  }
  return std::nullopt;
}

// Returns the index of the colon after the line's key, or npos.
std::size_t colon_in(std::string_view line) {
  for (auto at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    if (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t') return at;
  }
  return std::string_view::npos;
}

std::string in_quotes(std::string_view value) {
  if (value.find_first_of("\"\\") == std::string_view::npos) return fmt::format("\"{}\"", value);
  return "'" + replace_all(value, "'", "''") + "'";
}

std::string quotes_hint(const Line& line) {
  const std::size_t colon = colon_in(line.text);
  if (colon == std::string_view::npos || line.text.size() > longest_example) return "put quotes around the value";
  return fmt::format("put quotes around the value: {}: {}", line.text.substr(0, colon),
                     in_quotes(trim(line.text.substr(colon + 1))));
}

// Explains a second `: ` in a line, or a line that was read as part of the one above.
YamlFault unexpected_colon(const YamlText& source, std::size_t offset) {
  const Line line = line_at(source, offset);
  const std::size_t end = line.content + line.text.size();
  if (colon_in(line.text) < offset - line.content) {
    return {offset, offset + 1, "a second ': ' in one line", quotes_hint(line)};
  }
  const auto above = line_above(source, line);
  if (above) {
    const std::size_t above_end = above->content + above->text.size();
    const std::size_t colon = above->text.find(':');
    if (colon == std::string_view::npos) {
      if (auto fault = explain_text_at_margin(source, above->content)) return *std::move(fault);
      return {above->content, above_end, "this line has no ': '",
              "write a name, a ':' and a space in front of the value"};
    }
    if (colon_in(above->text) == std::string_view::npos) {
      return {above->content + colon, above->content + colon + 1, "a space is missing after this ':'",
              fmt::format("write '{}: {}'", above->text.substr(0, colon), above->text.substr(colon + 1))};
    }
    if (line.content - line.begin > above->content - above->begin) {
      return {line.content, end, "this line is indented more than the one above, which already has a value",
              "indent both lines the same, or put quotes around a value of several lines"};
    }
  }
  return {offset, offset + 1, "a ':' is not allowed here", "put quotes around a value that contains ': '"};
}

// True if the lines above are a list whose markers are in the same column as this line.
bool is_below_a_list(const YamlText& source, Line line) {
  const std::size_t column = line.content - line.begin;
  for (auto above = line_above(source, line); above; above = line_above(source, *above)) {
    const std::size_t first = source.text().find_first_not_of(' ', above->begin);
    if (first - above->begin > column) continue;
    return first - above->begin == column && source[first] == '-';
  }
  return false;
}

// Explains why something other than the expected next entry was found.
YamlFault unexpected_text(const YamlText& source, const YamlTrouble& trouble) {
  const std::size_t offset = trouble.offset;
  const Line line = line_at(source, offset);
  const auto& last = trouble.last_scalar;
  const bool is_behind_quote =
      last && (last->style == '"' || last->style == '\'') && last->end > line.begin && last->end <= offset;
  if (is_behind_quote && last->begin < line.begin) {
    return {last->begin, last->begin + 1, "the quote that begins here ends on another line",
            "is its closing quote missing?"};
  }
  if (is_behind_quote && (!trouble.last_bracket || *trouble.last_bracket < last->end)) {
    return {last->end, source.line_end(offset), "there is more text after the closing quote",
            last->style == '\'' ? "write a quote inside the text twice: ''"
                                : "write a quote inside the text as \\\", or put single quotes around the text"};
  }
  if (trouble.last_bracket && *trouble.last_bracket >= line.begin && *trouble.last_bracket < offset) {
    const char bracket = source[*trouble.last_bracket];
    return {offset, source.line_end(offset), fmt::format("there is more text after the closing '{}'", bracket),
            fmt::format("a value that begins with '{}' needs quotes around it", bracket == ']' ? '[' : '{')};
  }
  if (source[offset] == ',' || source[offset] == ']' || source[offset] == '}') {
    return {offset, offset + 1, fmt::format("a value cannot begin with '{}'", source[offset]), quotes_hint(line)};
  }
  if (source[offset] == '-') {
    return {offset, offset + 1, "expected a name and a ':', not a list item",
            "put the items below the name that they belong to"};
  }
  if (auto fault = explain_text_at_margin(source, offset)) return *std::move(fault);
  if (colon_in(line.text) != std::string_view::npos && is_below_a_list(source, line)) {
    return {line.content, line.content + line.text.size(), "expected an item of the list above",
            fmt::format("if an item begins here, write '- {}' and indent its other lines by two spaces", line.text)};
  }
  return {line.content, line.content + line.text.size(), "this line is not indented like the lines it belongs to",
          "indent all names of one group, or all '-' of one list, the same"};
}

// Explains a second `: ` in a value between brackets, on one line; nullopt if there is none.
std::optional<YamlFault> second_colon_in_brackets(const YamlText& source, std::size_t bracket) {
  const std::size_t end = source.line_end(bracket);
  for (std::size_t begin = bracket + 1; begin < end;) {
    std::size_t next = std::min(source.text().find_first_of(",]}", begin), end);
    const std::string_view entry = trim(source.text().substr(begin, next - begin));
    const std::size_t colon = colon_in(entry);
    const std::string_view value = colon == std::string_view::npos ? std::string_view() : trim(entry.substr(colon + 1));
    const bool is_quoted = entry.find_first_of("\"'") != std::string_view::npos;
    if (!value.empty() && !is_quoted && colon_in(value) != std::string_view::npos) {
      const std::size_t at = source.text().find(entry, begin);
      return YamlFault{at, at + entry.size(), "a second ': ' in one value",
                       fmt::format("put quotes around the value: {}: {}", entry.substr(0, colon), in_quotes(value))};
    }
    begin = next + 1;
  }
  return std::nullopt;
}

YamlFault bad_escape(const YamlText& source, std::size_t offset, bool is_known) {
  const auto backslash = source.text().substr(0, offset).rfind('\\');
  if (backslash == std::string_view::npos) return {offset, offset, "this escape has no meaning", ""};
  std::size_t behind = backslash + 1;
  if (behind < source.text().size()) next_code_point(source.text(), behind);
  const std::string_view escape = source.text().substr(backslash, behind - backslash);
  return {backslash, behind,
          is_known ? fmt::format("the digits after '{}' are not the number of a character", escape)
                   : fmt::format("'{}' has no meaning between double quotes", escape),
          "write \\\\ for a backslash, or put single quotes around the text"};
}

YamlFault open_bracket(const YamlText& source, const YamlTrouble& trouble) {
  const std::size_t at = trouble.open_bracket.value_or(trouble.offset);
  if (auto fault = second_colon_in_brackets(source, at)) return *std::move(fault);
  const char bracket = source[at];
  return {at, at + 1, fmt::format("the '{}' that begins here is never closed", bracket),
          fmt::format("close it with '{}', or put quotes around a text that begins with '{}'",
                      bracket == '[' ? ']' : '}', bracket)};
}

// Explains a character that cannot begin what is expected here, or cannot be here at all.
YamlFault unexpected_character(const YamlText& source, YamlProblem problem, std::size_t offset) {
  const Line line = line_at(source, offset);
  std::size_t end = offset;
  if (offset < source.text().size()) next_code_point(source.text(), end);
  const std::string_view character = source.text().substr(offset, end - offset);
  switch (problem) {
    case YamlProblem::no_start_of_a_value:
      return {offset, end, fmt::format("a value cannot begin with '{}'", character),
              offset == line.content ? "put quotes around it" : quotes_hint(line)};
    case YamlProblem::bad_anchor:
      return {offset, end, fmt::format("a value cannot begin with '{}'", character), quotes_hint(line)};
    case YamlProblem::unknown_alias:
      return {offset, source.skip_word(offset),
              "a value that begins with '*' repeats another value, and none has that name", quotes_hint(line)};
    case YamlProblem::no_block_text:
      return {offset, end, "the text must begin on the line below its '|' or '>'",
              "or put quotes around a value that begins with '|' or '>'"};
    case YamlProblem::misplaced_list:
      return {offset, end, "a list cannot begin on the same line as its name", "begin it on the next line"};
    case YamlProblem::misplaced_bracket:
      return {offset, end, fmt::format("this '{}' has no opening bracket", character), quotes_hint(line)};
    default:
      return {offset, end, "this cannot be read as YAML", "put quotes around a value with special characters"};
  }
}

}  // namespace

YamlFault explain_open_quote(const YamlText& source, std::size_t quote) {
  return {quote, source.line_end(quote), "the quote that begins here is never closed",
          fmt::format("close it with {}", source[quote])};
}

std::optional<YamlFault> explain_text_at_margin(const YamlText& source, std::size_t offset) {
  const Line line = line_at(source, offset);
  if (line.text.empty() || source[line.begin] == '-' || line.text.front() == '-' ||
      colon_in(line.text) != std::string_view::npos) {
    return std::nullopt;
  }
  for (auto above = line_above(source, line); above; above = line_above(source, *above)) {
    const std::size_t colon = colon_in(above->text);
    if (colon == std::string_view::npos) continue;
    if (line.content - line.begin > above->content - above->begin) return std::nullopt;
    const std::string_view key = above->text.substr(0, colon);
    const std::string_view value = trim(above->text.substr(colon + 1));
    // Below any other key the line may be one that lacks its own key.
    static constexpr std::string_view texts[] = {"body", "summary", "description", "message", "content", "text"};
    const bool has_mark = !value.empty() && (value.front() == '|' || value.front() == '>');
    const bool is_block = value.empty() || has_mark;
    if (!has_mark && std::ranges::find(texts, key) == std::end(texts)) return std::nullopt;
    return YamlFault{line.content, line.content + line.text.size(),
                     fmt::format("this line is not indented like the text of '{}'", key),
                     is_block ? fmt::format("indent the text under '{}' by at least {} spaces", key,
                                            above->content - above->begin + 2)
                              : fmt::format("write '{}: |' and indent the text under it by at least {} spaces", key,
                                            above->content - above->begin + 2)};
  }
  return std::nullopt;
}

std::optional<YamlFault> explain_hidden_character(const YamlText& source, std::size_t offset) {
  std::optional<Line> line = line_at(source, std::min(offset, source.text().size()));
  for (int i = 0; i < 2 && line; ++i, line = line_above(source, *line)) {
    const std::string_view written = source.text().substr(line->begin, source.line_end(line->begin) - line->begin);
    const auto hidden = hidden_character(written);
    if (!hidden) continue;
    const std::string_view before = trim(written.substr(0, hidden->begin));
    const bool is_syntax = before.empty() || before.ends_with(':') || before.ends_with('-') ||
                           before.find_first_of(":\"'#") == std::string_view::npos;
    if (!is_syntax) continue;
    const std::size_t begin = line->begin + hidden->begin;
    const bool is_space_wanted = before.empty() || before.ends_with(':') || before.ends_with('-');
    return YamlFault{begin, line->begin + hidden->end, fmt::format("this is {}", hidden->name),
                     is_space_wanted ? "delete it; if a space belongs there, type it" : "delete it"};
  }
  return std::nullopt;
}

YamlFault explain(const YamlText& source, const YamlTrouble& trouble) {
  const std::size_t offset = std::min(trouble.offset, source.text().size());
  const Line line = line_at(source, offset);
  const std::size_t tab = source.text().substr(line.begin, line.content - line.begin).find('\t');
  const bool is_escape =
      trouble.problem == YamlProblem::unknown_escape || trouble.problem == YamlProblem::escape_of_no_character;
  if (!is_escape && !trouble.open_bracket && tab != std::string_view::npos) {
    return {line.begin + tab, line.begin + tab + 1, "this line is indented with a tab",
            "indent with spaces; YAML does not allow tabs there"};
  }
  switch (trouble.problem) {
    case YamlProblem::unknown_escape:
    case YamlProblem::escape_of_no_character:
      return bad_escape(source, offset, trouble.problem == YamlProblem::escape_of_no_character);
    case YamlProblem::unexpected_colon:
      return unexpected_colon(source, offset);
    case YamlProblem::no_next_entry:
      return unexpected_text(source, trouble);
    case YamlProblem::open_bracket:
      return open_bracket(source, trouble);
    case YamlProblem::open_quote: {
      const std::size_t from = trouble.last_scalar ? trouble.last_scalar->end : 0;
      const std::size_t quote = source.text().find_first_of("\"'", from);
      return quote < offset ? explain_open_quote(source, quote) : unexpected_character(source, trouble.problem, offset);
    }
    default:
      return unexpected_character(source, trouble.problem, offset);
  }
}

}  // namespace causerie
