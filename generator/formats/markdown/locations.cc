#include "formats/markdown/locations.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace causerie {
namespace {

// True if a paragraph's line looks like a link definition, which cmark removes from the paragraph.
bool looks_like_definition(std::string_view line) {
  if (!line.starts_with('[')) return false;
  const auto close = line.find("]:");
  return close != std::string_view::npos && line.substr(0, close).find('[', 1) == std::string_view::npos;
}

}  // namespace

SourceLines::SourceLines(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
}

std::size_t SourceLines::begin(int line) const {
  const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
  return index < starts_.size() ? starts_[index] : text_.size();
}

std::string_view SourceLines::line(int line) const {
  const std::size_t start = begin(line);
  return text_.substr(start, text_.find('\n', start) - start);
}

std::size_t SourceLines::content(int line, int quotes) const {
  std::size_t at = begin(line);
  for (;; ++at) {
    if (at < text_.size() && text_[at] == '>' && quotes > 0) {
      --quotes;
    } else if (at >= text_.size() || !is_space_or_tab(text_[at])) {
      return at;
    }
  }
}

std::size_t SourceLines::content_of(const ParagraphLines& paragraph, int line) const {
  if (line == paragraph.first) return begin(line) + static_cast<std::size_t>(paragraph.column - 1);
  return content(line, paragraph.quotes);
}

void InlineLocator::begin(const ParagraphLines& block) {
  block_ = block;
  cursor_ = lines_.content_of(block, block.first);
  skipped_lines_ = 0;
  while (block.first + skipped_lines_ < block.last) {
    const int line = block.first + skipped_lines_;
    const std::size_t at = lines_.content_of(block, line);
    const std::size_t end = lines_.begin(line) + lines_.line(line).size();
    if (at >= end || !looks_like_definition(lines_.text().substr(at, end - at))) break;
    ++skipped_lines_;
  }
}

bool InlineLocator::holds(std::size_t offset, std::string_view openings, std::string_view words) const {
  if (offset < cursor_) return false;
  std::string_view rest = lines_.text().substr(std::min(offset, lines_.text().size()));
  if (rest.empty() || openings.find(rest.front()) == std::string_view::npos) return false;
  const bool is_image = rest.front() == '!';
  if (is_image && !rest.starts_with("![")) return false;
  rest.remove_prefix(is_image ? 2 : 1);
  // Compare only characters that are certainly written as they read: no escapes, no entities.
  const auto is_plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
  };
  for (std::size_t i = 0; i < words.size() && i < 40 && is_plain(words[i]); ++i) {
    if (i >= rest.size() || rest[i] != words[i]) return false;
  }
  return true;
}

std::size_t InlineLocator::search(std::string_view openings, std::string_view destination) const {
  const std::string_view text = lines_.text().substr(0, lines_.begin(block_.last + 1));
  if (cursor_ >= text.size()) return cursor_;
  const std::size_t target = destination.empty() ? std::string_view::npos : text.find(destination, cursor_);
  if (target != std::string_view::npos && target > cursor_) {
    const std::size_t found = text.substr(0, target).find_last_of(openings);
    if (found != std::string_view::npos && found >= cursor_) return found;
  }
  const std::size_t found = text.find_first_of(openings, cursor_);
  return found == std::string_view::npos ? cursor_ : found;
}

std::size_t InlineLocator::locate(int line, int column, std::string_view openings, std::string_view words,
                                  std::string_view destination) {
  const auto guess = [&](int skipped) {
    const int at = line + skipped;
    return lines_.content_of(block_, at) + static_cast<std::size_t>(std::max(0, column - block_.column));
  };
  std::size_t found = guess(skipped_lines_);
  constexpr int farthest = 20;
  for (int skipped = 0; skipped < farthest && line + skipped <= block_.last; ++skipped) {
    if (holds(found, openings, words)) return cursor_ = found;
    found = guess(skipped);
  }
  if (!holds(found, openings, words)) found = search(openings, destination);
  return cursor_ = found;
}

int SourceLines::line_at(std::size_t offset) const {
  return static_cast<int>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

Position PositionCursor::at(std::size_t offset) {
  offset = std::min(offset, lines_.text().size());
  const int line = lines_.line_at(offset);
  if (line != position_.line || offset < offset_) {
    offset_ = lines_.begin(line);
    position_ = {line, 1};
  }
  position_.column += static_cast<int>(count_code_points(lines_.text().substr(offset_, offset - offset_)));
  offset_ = offset;
  return position_;
}

}  // namespace causerie
