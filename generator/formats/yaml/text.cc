#include "formats/yaml/text.h"

#include <algorithm>

namespace causerie {
namespace {

bool is_yaml_space(char c) { return is_space_or_tab(c) || c == '\n' || c == '\r'; }

}  // namespace

Position YamlText::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset < known_offset_) {
    if (!lines_) lines_.emplace(text_);
    known_ = lines_->at(offset);
  } else {
    for (std::size_t i = known_offset_; i < offset; ++i) {
      if (text_[i] == '\n') {
        known_ = {known_.line + 1, 1};
      } else if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) {
        ++known_.column;
      }
    }
  }
  known_offset_ = offset;
  return {known_.line + begin_.line - 1, known_.line == 1 ? known_.column + begin_.column - 1 : known_.column};
}

Span YamlText::span(std::size_t begin, std::size_t end) {
  const Position first = at(begin);
  return {first, at(end)};
}

std::size_t YamlText::line_begin(std::size_t offset) const {
  const auto newline = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

std::size_t YamlText::line_end(std::size_t offset) const {
  const std::size_t end = std::min(text_.find('\n', offset), text_.size());
  return end > offset && text_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t YamlText::skip_word(std::size_t offset) const {
  if (text_.substr(offset).starts_with("!<")) return std::min(text_.find('>', offset), text_.size() - 1) + 1;
  while (offset < text_.size() && !is_yaml_space(text_[offset]) &&
         std::string_view(",[]{}").find(text_[offset]) == std::string_view::npos) {
    ++offset;
  }
  return offset;
}

std::size_t YamlText::skip_blanks(std::size_t offset, std::string_view also) const {
  for (;; ++offset) {
    const char c = (*this)[offset];
    if (c == '#' && (offset == 0 || is_yaml_space(text_[offset - 1]))) {
      offset = std::min(text_.find('\n', offset), text_.size());
    }
    if (offset >= text_.size() ||
        (!is_yaml_space(text_[offset]) && also.find(text_[offset]) == std::string_view::npos)) {
      return offset;
    }
  }
}

std::size_t YamlText::skip_properties(std::size_t offset) const {
  while ((*this)[offset] == '!' || (*this)[offset] == '&') offset = skip_blanks(skip_word(offset));
  return offset;
}

WrittenScalar YamlText::scalar(std::size_t begin, std::string_view value) const {
  switch ((*this)[begin]) {
    case '\'':
    case '"':
      return quoted(begin, value);
    case '|':
    case '>':
      return block(begin, value);
    default:
      return plain(begin, value);
  }
}

WrittenScalar YamlText::quoted(std::size_t begin, std::string_view value) const {
  WrittenScalar result{.style = text_[begin], .begin = begin, .text_begin = begin + 1};
  std::size_t at = begin + 1;
  for (;;) {
    at = text_.find_first_of(result.style == '"' ? "\"\\" : "'", at);
    if (at == std::string_view::npos) break;
    const bool is_pair = text_[at] == '\\' || (result.style == '\'' && (*this)[at + 1] == '\'');
    if (!is_pair) break;
    at += 2;
  }
  result.is_closed = at != std::string_view::npos;
  result.end = result.is_closed ? at + 1 : text_.size();
  result.is_verbatim = result.is_closed && text_.substr(begin + 1, at - begin - 1) == value;
  return result;
}

// The end of a multi-line value is found by comparing characters: the text differs only in white space.
WrittenScalar YamlText::plain(std::size_t begin, std::string_view value) const {
  WrittenScalar result{.begin = begin, .end = begin + value.size(), .text_begin = begin};
  result.is_verbatim = text_.substr(begin, value.size()) == value;
  if (result.is_verbatim) return result;
  std::size_t at = begin;
  for (const char c : value) {
    if (is_yaml_space(c)) continue;
    while (is_yaml_space((*this)[at])) ++at;
    if ((*this)[at] != c) break;
    ++at;
  }
  result.end = at;
  return result;
}

// The indentation of a block is what its first non-blank line has in the text but not in the value.
WrittenScalar YamlText::block(std::size_t begin, std::string_view value) const {
  WrittenScalar result{
      .style = text_[begin], .begin = begin, .end = line_end(begin), .is_verbatim = text_[begin] == '|'};
  std::size_t line = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
  result.text_begin = line;
  const std::size_t first_in_value = value.find_first_not_of(" \n");
  const std::size_t first = text_.find_first_not_of(" \n\r", line);
  if (first_in_value == std::string_view::npos || first == std::string_view::npos) return result;
  const std::size_t kept = first_in_value - (value.substr(0, first_in_value).rfind('\n') + 1);
  const std::size_t written = first - line_begin(first);
  const std::size_t indentation = written - std::min(kept, written);
  result.indentation = static_cast<int>(indentation);
  for (line = line_begin(first); line < text_.size(); line = std::min(text_.find('\n', line), text_.size() - 1) + 1) {
    const std::size_t start = text_.find_first_not_of(' ', line);
    if (start == std::string_view::npos) break;
    if (text_[start] == '\n' || text_[start] == '\r') continue;
    const std::string_view rest = text_.substr(start);
    const bool is_document_mark = start == line && (rest.starts_with("---") || rest.starts_with("..."));
    if (start - line < indentation || is_document_mark) break;
    result.end = line_end(start);
  }
  return result;
}

}  // namespace causerie
