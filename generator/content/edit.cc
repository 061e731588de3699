#include "content/edit.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct RawLine {
  std::size_t begin = 0;
  std::size_t end = 0;        // of its characters
  std::string_view line_end;  // empty for the last line
};

// A place in the text, and in the bytes. `offset` is empty where normalisation left no such place; then the sequence
// from `begin` to `end` must be written as `text`, and the place is `at` in that.
struct Cut {
  std::optional<std::size_t> offset;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
  std::size_t at = 0;
};

std::size_t bytes_of(std::string_view text, std::size_t code_points) {
  std::size_t offset = 0;
  while (code_points-- > 0 && offset < text.size()) next_code_point(text, offset);
  return offset;
}

// Characters between two places that no character outside can combine with, as they are read.
struct Sequence {
  std::string read;                  // without what XML forbids, not yet in NFC
  std::vector<std::size_t> offsets;  // in the bytes, of each code point
  std::vector<std::size_t> in_read;  // in `read`, of each code point
};

class RawText {
 public:
  explicit RawText(std::string_view bytes) : bytes_(bytes) {
    std::size_t begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    for (;;) {
      const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size());
      const std::size_t size = end == bytes.size() ? 0 : bytes.substr(end).starts_with("\r\n") ? 2 : 1;
      lines_.push_back({begin, end, bytes.substr(end, size)});
      if (size == 0) break;
      begin = end + size;
    }
  }

  // Nullopt if there is no such place.
  std::optional<Cut> cut(Position position) const {
    if (position.line < 1 || position.column < 1 || static_cast<std::size_t>(position.line) > lines_.size())
      return std::nullopt;
    const RawLine& line = lines_[static_cast<std::size_t>(position.line) - 1];
    auto before = static_cast<std::size_t>(position.column) - 1;  // code points of the normalised line
    for (std::size_t at = line.begin; at < line.end && before > 0;) {
      std::size_t end = at;
      const Sequence sequence = sequence_at(end, line.end);
      const std::string text = nfc(sequence.read);
      const std::size_t count = count_code_points(text);
      if (before < count) return inside(sequence, text, before, at, end);
      before -= count;
      at = end;
      if (before == 0) return Cut{.offset = at, .begin = at, .end = at, .text = "", .at = 0};
    }
    if (before > 0) return std::nullopt;
    return Cut{.offset = line.begin, .begin = line.begin, .end = line.begin, .text = "", .at = 0};
  }

  std::string_view line_end(int number) const {
    auto line = lines_.begin() + (number - 1);
    if (line->line_end.empty() && line != lines_.begin()) --line;
    return line->line_end.empty() ? "\n" : line->line_end;
  }

  // What is between two places, the second not before the first.
  std::string between(const Cut& from, const Cut& to) const {
    if (from.offset && to.offset) return std::string(bytes_.substr(*from.offset, *to.offset - *from.offset));
    const bool is_one_sequence = from.begin == to.begin && !from.text.empty() && !to.text.empty();
    if (is_one_sequence) return from.text.substr(from.at, to.at - from.at);
    const std::size_t begin = from.offset.value_or(from.end);
    const std::size_t end = to.offset.value_or(to.begin);
    std::string text = from.offset ? "" : from.text.substr(from.at);
    text += bytes_.substr(begin, end - begin);
    return to.offset ? text : text + to.text.substr(0, to.at);
  }

  Cut begin() const { return cut_at(0); }
  Cut end() const { return cut_at(bytes_.size()); }

 private:
  static Cut cut_at(std::size_t offset) {
    return {.offset = offset, .begin = offset, .end = offset, .text = "", .at = 0};
  }

  // `at` is moved behind it.
  Sequence sequence_at(std::size_t& at, std::size_t line_end) const {
    Sequence sequence;
    while (at < line_end) {
      std::size_t next = at;
      const char32_t c = next_code_point(bytes_, next);
      if (!sequence.read.empty() && is_nfc_boundary(c)) break;
      sequence.offsets.push_back(at);
      sequence.in_read.push_back(sequence.read.size());
      append_code_point(sequence.read, is_forbidden_in_pages(c) ? U'\uFFFD' : c);
      at = next;
    }
    return sequence;
  }

  // The place behind `before` code points of the normalised sequence.
  static Cut inside(const Sequence& sequence, const std::string& text, std::size_t before, std::size_t begin,
                    std::size_t end) {
    Cut cut{.offset = std::nullopt, .begin = begin, .end = end, .text = text, .at = bytes_of(text, before)};
    const std::string_view left = std::string_view(text).substr(0, cut.at);
    const std::string_view right = std::string_view(text).substr(cut.at);
    constexpr std::size_t most_tried = 64;  // each costs as much as the sequence is long
    for (std::size_t i = 1; i < std::min(sequence.offsets.size(), most_tried); ++i) {
      const std::string_view read = sequence.read;
      if (nfc(read.substr(0, sequence.in_read[i])) != left || nfc(read.substr(sequence.in_read[i])) != right) continue;
      cut.offset = sequence.offsets[i];
      break;
    }
    return cut;
  }

  std::string_view bytes_;
  std::vector<RawLine> lines_;
};

// Two line ends stay two: a `\n` behind a lone `\r` would make one of them.
void append_text(std::string& result, std::string_view text) {
  if (result.ends_with('\r') && text.starts_with('\n')) result += '\r';
  result += text;
}

std::string with_line_ends(std::string_view text, std::string_view line_end) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    result += text.substr(at, end - at);
    if (end == text.size()) break;
    result += line_end;
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return result;
}

Failure not_edited(const std::string& name, std::string reason) {
  return {"cannot change", name, std::move(reason), ""};
}

}  // namespace

Result<std::string> edited(std::string_view bytes, std::span<const Edit> edits, const std::string& name) {
  if (first_invalid_byte(bytes)) return not_edited(name, "it is not valid UTF-8");
  std::vector<const Edit*> sorted;
  std::transform(edits.begin(), edits.end(), std::back_inserter(sorted), [](const Edit& one) { return &one; });
  std::stable_sort(sorted.begin(), sorted.end(), [](const Edit* a, const Edit* b) { return a->span < b->span; });
  const RawText raw(bytes);
  std::string result;
  Cut done = raw.begin();
  Position done_in_text{1, 1};
  for (const Edit* const edit : sorted) {
    if (edit->span.begin < done_in_text || edit->span.end < edit->span.begin)
      return not_edited(name, "two changes overlap");
    const auto begin = raw.cut(edit->span.begin), end = raw.cut(edit->span.end);
    if (!begin || !end) return not_edited(name, "a change is outside of the text");
    if (first_invalid_byte(edit->text)) return not_edited(name, "a change is not valid UTF-8");
    append_text(result, raw.between(done, *begin));
    append_text(result, with_line_ends(edit->text, raw.line_end(edit->span.begin.line)));
    done = *end;
    done_in_text = edit->span.end;
  }
  append_text(result, raw.between(done, raw.end()));
  // A character U+FEFF that has come to the beginning would be read as a mark.
  const bool had_mark = bytes.starts_with(byte_order_mark);
  if (!had_mark && result.starts_with(byte_order_mark)) result.insert(0, byte_order_mark);
  return result;
}

Result<void> apply_edits(Files& files, std::span<const EditedFile> edited_files) {
  struct Change {
    const EditedFile* file;
    std::string bytes;
  };
  std::vector<Change> changes;
  std::set<std::string_view> paths;
  for (const EditedFile& file : edited_files) {
    const std::string name = files.name_of(file.path);
    if (!paths.insert(file.path).second) return not_edited(name, "it is named twice");
    const auto old = files.read(file.path);
    if (!old) return old.failure();
    if (hash_of(*old) != file.expected) return not_edited(name, std::string(changed_since_read));
    auto bytes = edited(*old, file.edits, name);
    if (!bytes) return bytes.failure();
    if (*bytes != *old) changes.push_back({&file, *std::move(bytes)});
  }
  for (const Change& change : changes) {
    if (auto done = files.replace(change.file->path, change.file->expected, change.bytes); !done) return done.failure();
  }
  return {};
}

}  // namespace causerie
