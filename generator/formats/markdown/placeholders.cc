#include "formats/markdown/placeholders.h"

#include <bitset>
#include <charconv>
#include <utility>

#include "base/byte_set.h"
#include "base/text.h"

namespace causerie {
namespace {

constexpr char32_t first_private = 0xE000;
constexpr std::size_t private_count = 0xF8FF - first_private + 1;
using PrivateUse = std::bitset<private_count>;

void use(PrivateUse& used, char32_t c) {
  if (c >= first_private && c - first_private < private_count) used.set(c - first_private);
}

PrivateUse private_use(std::string_view text) {
  static constexpr ByteSet beginnings("\xEE\xEF&");
  PrivateUse used;
  for (std::size_t i = beginnings.find_in(text); i + 2 < text.size(); i = beginnings.find_in(text, i + 1)) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xEE || byte == 0xEF) {
      std::size_t end = i;
      use(used, next_code_point(text, end));
    } else if (byte == '&' && text[i + 1] == '#') {
      const bool is_hexadecimal = text[i + 2] == 'x' || text[i + 2] == 'X';
      const char* digits = text.data() + i + (is_hexadecimal ? 3 : 2);
      unsigned value = 0;
      std::from_chars(digits, text.data() + text.size(), value, is_hexadecimal ? 16 : 10);
      use(used, value);
    }
  }
  return used;
}

}  // namespace

MarkdownPlaceholders::MarkdownPlaceholders(std::string_view text) {
  const PrivateUse used = private_use(text);
  std::vector<std::string> free;
  for (std::size_t i = 0; i < private_count && free.size() < 3; ++i) {
    if (used.test(i)) continue;
    append_code_point(free.emplace_back(), first_private + static_cast<char32_t>(i));
  }
  if (free.size() < 3) return;
  open_ = free[0];
  close_ = free[1];
  literal_ = free[2];
}

std::string MarkdownPlaceholders::add(MarkdownPlaceholder placeholder) {
  const bool is_footnote =
      placeholder.part == MarkdownPart::call || placeholder.part == MarkdownPart::footnote_placeholder;
  has_footnotes_ = has_footnotes_ || is_footnote;
  std::string put(placeholder.before);
  put += open_ + std::to_string(placeholders_.size()) + close_;
  put += placeholder.after;
  placeholders_.push_back(std::move(placeholder));
  return put;
}

MarkdownPlaceholders::Found MarkdownPlaceholders::find(std::string_view text, std::size_t from) const {
  for (std::size_t open = text.find(open_, from); open != std::string_view::npos; open = text.find(open_, open + 1)) {
    Found found;
    const char* digits = text.data() + open + open_.size();
    const auto [end, error] = std::from_chars(digits, text.data() + text.size(), found.index);
    const auto after = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || !text.substr(after).starts_with(close_)) continue;
    const MarkdownPlaceholder& placeholder = at(found.index);
    found.begin = open;
    found.end = after + close_.size();
    if (text.substr(from, open - from).ends_with(placeholder.before)) found.begin -= placeholder.before.size();
    if (text.substr(found.end).starts_with(placeholder.after)) found.end += placeholder.after.size();
    return found;
  }
  return {};
}

std::string MarkdownPlaceholders::restore(std::string_view text) const {
  std::string result;
  std::size_t done = 0;
  for (Found found = find(text, 0); found.begin != std::string_view::npos; found = find(text, done)) {
    result += text.substr(done, found.begin - done);
    result += at(found.index).written;
    done = found.end;
  }
  result += text.substr(done);
  return has_literals_ ? replace_all(result, literal_, "") : result;
}

void MarkdownPlaceholders::split(Event&& event, Events& out) const {
  const std::string_view text = event.text;
  std::size_t done = 0;
  std::string kept;  // text that the next piece continues
  const auto add_text = [&](std::string_view piece) {
    kept += piece;
    if (!kept.empty()) out.push_back({.part = MarkdownPart::text, .text = std::exchange(kept, {})});
  };
  for (Found found = find(text, 0); found.begin != std::string_view::npos; found = find(text, done)) {
    const MarkdownPlaceholder& placeholder = at(found.index);
    if (placeholder.part == MarkdownPart::text) {
      kept += text.substr(done, found.begin - done);
      kept += placeholder.written;
      done = found.end;
      continue;
    }
    add_text(text.substr(done, found.begin - done));
    done = found.end;
    if (placeholder.part == MarkdownPart::cell_placeholder) {
      out.push_back({.part = placeholder.part, .number = placeholder.table});
    } else {
      out.push_back({.part = placeholder.part, .number = found.index, .offset = placeholder.offset});
    }
    // Text after the placeholder of a footnote or cell begins a block, where cmark would have dropped the white space.
    while (placeholder.part != MarkdownPart::call && done < text.size() && (text[done] == ' ' || text[done] == '\t'))
      ++done;
  }
  add_text(text.substr(done));
}

void MarkdownPlaceholders::drop_literals(Events& events) const {
  if (!has_literals_) return;
  for (Event& event : events) {
    if (event.part == MarkdownPart::text) event.text = replace_all(event.text, literal_, "");
  }
}

void MarkdownPlaceholders::resolve(MarkdownDocument& document) const {
  if (placeholders_.empty() && !has_literals_) return;
  Events out;
  out.reserve(document.events.size());
  for (Event& event : document.events) {
    const bool has_signs = event.text.find(open_) != std::string::npos;
    if (event.part == MarkdownPart::text && has_signs) {
      split(std::move(event), out);
      continue;
    }
    if (event.part != MarkdownPart::text && !event.text.empty()) event.text = restore(event.text);
    out.push_back(std::move(event));
  }
  document.events = std::move(out);
  for (ProseLink& link : document.links) {
    link.destination = restore(link.destination);
    link.title = restore(link.title);
  }
  for (ProseImage& image : document.images) {
    image.destination = restore(image.destination);
    image.title = restore(image.title);
  }
  for (std::string& info : document.infos) info = restore(info);
}

}  // namespace causerie
