// Editing the bytes of a file and reading it is the same as reading it and editing the text.
#include "content/edit.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/text.h"
#include "base/unicode.h"
#include "content/source_text.h"

namespace causerie {
namespace {

using Editing = Result<std::string> (*)(std::string_view bytes, std::span<const Edit>, const std::string& name);

std::string read(const std::string& bytes) {
  Diagnostics unread;
  return *text_from_bytes(bytes, "a.md", unread);
}

class Trial {
 public:
  explicit Trial(unsigned seed) : random_(seed) {
    const std::string_view own_line_end = any(line_ends);
    const bool is_mixed = below(3) == 0;
    if (below(3) == 0) bytes_ = "\xEF\xBB\xBF";
    bytes_ += text(20, is_mixed ? std::string_view() : own_line_end);
    text_ = read(bytes_);
    make_edits();
  }

  // What is wrong; "" if nothing is.
  std::string fault(Editing edit) {
    std::shuffle(edits_.begin(), edits_.end(), random_);
    const auto result = edit(bytes_, edits_, "a.md");
    if (!result) return result.failure().reason;
    if (first_invalid_byte(*result)) return "not valid UTF-8";
    if (read(*result) != read_after_edits()) return "another text";
    // What is in front of the first edit and behind the last, but for a sequence of which a part is changed.
    const auto first = position_of_first_difference(*result);
    const std::size_t kept = kept_at_front();
    if (first < kept) return fmt::format("the byte {} of {} in front changed", first, kept);
    if (!result->ends_with(kept_at_end())) return "the end changed";
    return "";
  }

  std::string story() const {
    std::string all = "bytes " + shown(bytes_);
    for (const Edit& edit : edits_) {
      all += fmt::format("\n{}:{} to {}:{} {}", edit.span.begin.line, edit.span.begin.column, edit.span.end.line,
                         edit.span.end.column, shown(edit.text));
    }
    return all;
  }

 private:
  static constexpr std::string_view line_ends[] = {"\n", "\r\n", "\r"};
  static constexpr std::string_view pieces[] = {
      "a",      "word ",        "e\u0301", "\u00E9", "a\u0301\u0323", "\u0323",
      "\u0301", "\u1100\u1161", "\u11A8",  "\x01",   "\u212B",        "\U0001F600",
      "\u0958", "\uFEFF",       "- x: y",  "\t",     "\u0344",        std::string_view("\0", 1)};

  template <std::size_t size>
  std::string_view any(const std::string_view (&list)[size]) {
    return list[static_cast<std::size_t>(below(static_cast<int>(size)))];
  }
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }

  // Mixed line ends if `line_end` is empty.
  std::string text(int most, std::string_view line_end) {
    std::string made;
    for (int i = below(most + 1); i > 0; --i)
      made += below(4) == 0 ? (line_end.empty() ? any(line_ends) : line_end) : any(pieces);
    return made;
  }

  // One to three, at places of the text that was read, in order and without overlap.
  void make_edits() {
    offsets_.clear();
    std::vector<std::size_t> boundaries;
    for (std::size_t at = 0;; next_code_point(text_, at)) {
      boundaries.push_back(at);
      if (at == text_.size()) break;
    }
    const int count = 1 + below(3);
    for (int i = 0; i < 2 * count; ++i)
      offsets_.push_back(boundaries[static_cast<std::size_t>(below(static_cast<int>(boundaries.size())))]);
    std::sort(offsets_.begin(), offsets_.end());
    for (std::size_t i = 0; i < offsets_.size(); i += 2) {
      // Two at one place would have no order once they are shuffled.
      if (i > 0 && offsets_[i] == offsets_[i - 1]) continue;
      const Span span{position_at(text_, offsets_[i]), position_at(text_, offsets_[i + 1])};
      edits_.push_back({span, text(4, "\n")});
      used_.push_back(i);
    }
  }

  std::string read_after_edits() const {
    std::string result;
    std::size_t done = 0;
    for (std::size_t i = 0; i < used_.size(); ++i) {
      result += text_.substr(done, offsets_[used_[i]] - done);
      result += in_order_[i];
      done = offsets_[used_[i] + 1];
    }
    result += text_.substr(done);
    // A byte-order mark in front, so that a character U+FEFF is not taken for one.
    return read("\xEF\xBB\xBF" + result);
  }

  std::size_t position_of_first_difference(const std::string& result) const {
    const auto [a, b] = std::mismatch(bytes_.begin(), bytes_.end(), result.begin(), result.end());
    return static_cast<std::size_t>(a - bytes_.begin());
  }

  // The bytes of whole lines in front of the first edit, and behind the last. A mark may be added in front.
  std::size_t kept_at_front() const {
    const int line = position_at(text_, offsets_[used_.front()]).line;
    std::size_t at = bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int i = 1; i < line; ++i) at = line_after(at);
    return line == 1 ? 0 : at;
  }
  std::string kept_at_end() const {
    const int line = position_at(text_, offsets_[used_.back() + 1]).line;
    std::size_t at = bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int i = 0; i < line; ++i) at = line_after(at);
    return bytes_.substr(at);
  }
  std::size_t line_after(std::size_t at) const {
    const std::size_t end = std::min(bytes_.find_first_of("\r\n", at), bytes_.size());
    return std::min(bytes_.size(), end + (bytes_.compare(end, 2, "\r\n") == 0 ? 2 : 1));
  }

  static std::string shown(std::string_view bytes) {
    std::string all;
    for (const char c : bytes)
      all += c > 0x1F && c < 0x7F ? std::string(1, c) : fmt::format("<{:02X}>", static_cast<unsigned char>(c));
    return all;
  }

  std::mt19937 random_;
  std::string bytes_, text_;
  std::vector<std::size_t> offsets_;  // in the text: begin and end, alternately
  std::vector<std::size_t> used_;     // of these, where each edit begins
  std::vector<Edit> edits_;

 public:
  void keep_order() {
    for (const Edit& edit : edits_) in_order_.push_back(read("\xEF\xBB\xBF" + edit.text));
  }

 private:
  std::vector<std::string> in_order_;
};

std::string first_fault(Editing edit) {
  for (unsigned seed = 1; seed <= 4000; ++seed) {
    Trial trial(seed);
    trial.keep_order();
    const std::string fault = trial.fault(edit);
    if (!fault.empty()) return fmt::format("seed {}: {}\n{}", seed, fault, trial.story());
  }
  return "";
}

TEST(EditProperty, EditingBytesIsEditingTheText) { EXPECT_EQ(first_fault(edited), ""); }

// Without regard to what normalisation does; and with normalisation of everything.
Result<std::string> edited_as_if_normalised(std::string_view bytes, std::span<const Edit> edits, const std::string&) {
  std::string text(bytes);
  std::vector<Edit> sorted(edits.begin(), edits.end());
  std::sort(sorted.begin(), sorted.end(), [](const Edit& a, const Edit& b) { return b.span < a.span; });
  for (const Edit& edit : sorted) {
    const auto offset = [&](Position position) {
      std::size_t at = LineIndex(text).offset_of(position.line);
      for (int i = 1; i < position.column && at < text.size(); ++i) next_code_point(text, at);
      return at;
    };
    const std::size_t begin = offset(edit.span.begin), end = offset(edit.span.end);
    text.replace(begin, end - std::min(begin, end), edit.text);
  }
  return text;
}
Result<std::string> edited_and_normalised(std::string_view bytes, std::span<const Edit> edits,
                                          const std::string& name) {
  const auto result = edited(bytes, edits, name);
  return result ? Result<std::string>(nfc(*result)) : result;
}

TEST(EditProperty, OtherWaysAreNoticed) {
  EXPECT_NE(first_fault(edited_as_if_normalised), "");
  EXPECT_NE(first_fault(edited_and_normalised), "");
}

}  // namespace
}  // namespace causerie
