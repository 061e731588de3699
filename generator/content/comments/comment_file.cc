#include "content/comments/comment_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <utility>

#include "base/hidden_character.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/unicode.h"
#include "content/address_mask.h"
#include "content/comments/links.h"
#include "content/date_hint.h"
#include "content/keys.h"
#include "formats/markdown/untrusted_html.h"

namespace causerie {
namespace {

std::string valid_id(std::string_view written) {
  std::string id;
  for (std::size_t offset = 0; offset < written.size();) {
    const char32_t c = next_code_point(written, offset);
    const bool is_plain = c < 0x80 && (std::isalnum(static_cast<int>(c)) != 0 || c == '-' || c == '_');
    id += is_plain ? static_cast<char>(c) : '-';
  }
  return id;
}

// ISO 8601, or seconds or milliseconds since 1970.
std::optional<Date> comment_date(std::string_view text, const Zone& zone) {
  text = trim(text);
  const std::string_view whole = text.substr(0, text.find('.'));
  const bool has_fraction = whole.size() < text.size() && is_digits(text.substr(whole.size() + 1));
  if (has_fraction && whole.size() > 8 && is_digits(whole)) text = whole;  // databases add a fraction
  if (!is_digits(text)) return parse_date(text, zone);
  std::int64_t number = 0;
  if (text.size() > 15 || std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc()) {
    return std::nullopt;
  }
  constexpr std::int64_t first_milliseconds = 100'000'000'000;  // as seconds: in the year 5138
  const std::int64_t seconds = number >= first_milliseconds ? number / 1000 : number;
  constexpr std::int64_t end_of_9999 = 253'402'214'400;  // minus one day, to leave room for time zones
  if (seconds > end_of_9999) return std::nullopt;
  return date_of({seconds}, zone);
}

// The texts of a comment as they are shown.
struct MaskedTexts {
  std::string id{}, parent{}, author{}, url{}, html{};
  bool has_body = false;
  bool shows_tags = false;  // as text
};

// A foreign comment may contain some HTML, one in Causerie's own format if it says that its body is HTML.
void set_body(const RawComment& raw, const std::string& body, const AddressMask& mask, const MarkdownOptions& markdown,
              MaskedTexts& texts) {
  if (raw.body_format == BodyFormat::html) {
    texts.html = mask.html(mask.text(restricted_html(mask.text(body))));
    texts.has_body = !texts.html.empty();
    return;
  }
  MarkdownOptions options = markdown;
  options.restricts_html = raw.dialect != nullptr;
  const Prose prose = parse_markdown(mask.text(body), options);
  const bool is_restricted = options.restricts_html && prose.has_raw_html;
  // What is removed may have split an address.
  texts.html = mask.html(is_restricted ? mask.text(prose.body.html) : prose.body.html);
  texts.has_body = !trim(is_restricted ? texts.html : body).empty();
  texts.shows_tags = prose.has_raw_html && !is_restricted;
}

// Returns the name, or an empty text if it has no visible character: such a comment is anonymous.
std::string without_invisible_name(std::string name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (!is_space(c) && !is_invisible(c)) return name;
  }
  return {};
}

// The only function that turns what a reader wrote into texts of the site: there is no e-mail address in the result.
// A body that is too long to be shown is left out.
MaskedTexts masked_texts(const RawComment& raw, const AddressMask& mask, const CommentReading& reading,
                         Diagnostics& diagnostics) {
  const auto clean = [&](const Placed& value) { return cleaned(value.text, {raw.path, value.span}, diagnostics); };
  MaskedTexts texts{.id = valid_id(mask.name(raw.id.text)),
                    .parent = valid_id(mask.name(raw.parent.text)),
                    .author = without_invisible_name(mask.name(clean(raw.author))),
                    .url = raw.url ? mask.name(clean(*raw.url)) : std::string()};
  if (raw.body.text.size() <= reading.most_bytes) set_body(raw, clean(raw.body), mask, reading.markdown, texts);
  return texts;
}

std::optional<Date> read_date(const RawComment& raw, const Zone& zone, Diagnostics& diagnostics) {
  if (!raw.date) return std::nullopt;
  const std::optional<Date> date = comment_date(raw.date->text, zone);
  if (!date) {
    diagnostics
        .warning("bad-date", {raw.path, raw.date->span},
                 "the date of this comment is invalid; the comment is shown without it")
        .hint(date_hint(raw.date->text, "write it as 2013-01-14T09:30:00Z"));
  }
  return date;
}

// Returns the URL if it can be linked, else an empty text.
std::string read_url(const RawComment& raw, std::string masked, Diagnostics& diagnostics) {
  if (!raw.url) return {};
  const bool is_masked = masked.find(masked_address) != std::string::npos;
  if (!is_masked && is_safe_destination(masked, false)) return masked;
  diagnostics.warning("bad-url", {raw.path, raw.url->span}, "this URL cannot be linked; the name is shown without it")
      .hint(is_masked ? "it contains an e-mail address, or a hash of one" : "it must begin with https:// or http://");
  return {};
}

std::string size_in_words(std::size_t bytes) {
  return bytes % 1024 == 0 ? fmt::format("{} KB", bytes / 1024) : fmt::format("{} bytes", bytes);
}

// A missing body in Causerie's own format was reported when the file was parsed; one of HTML may show nothing.
void report_faults(const RawComment& raw, const Comment& comment, bool has_body, std::size_t most_bytes,
                   Diagnostics& diagnostics) {
  if (comment.id.empty() && !raw.has_faulty_id && (has_body || !comment.is_foreign)) {
    diagnostics.add({severity_of_mistakes_in(comment),
                     "missing-key",
                     comment.location(),
                     "a comment needs 'id'",
                     {"give it an id of letters, digits, - and _ that no other comment on this essay has"}});
  }
  if (raw.body.text.size() > most_bytes && comment.status == CommentStatus::approved) {
    diagnostics
        .warning("long-comment", comment.location(),
                 fmt::format("the text of this comment is longer than {} and is not shown", size_in_words(most_bytes)))
        .hint("shorten it, or allow more with 'comments: {max_size: …}' in site.yaml");
    return;
  }
  const bool is_reported = !comment.is_foreign && trim(raw.body.text).empty();
  if (!is_reported && !has_body && comment.status == CommentStatus::approved && raw.wordless_kind.empty()) {
    diagnostics.warning("missing-body", comment.location(), "this comment has no text and is not shown")
        .hint("write its text, or delete it");
  }
}

void report_hidden_characters(const RawComment& raw, Diagnostics& diagnostics) {
  if (raw.dialect != nullptr) return;  // readers' programs make those
  for (const auto& [name, value] : {std::pair("id", &raw.id), std::pair("parent", &raw.parent)}) {
    const auto hidden = hidden_character(value->text);
    if (!hidden) continue;
    diagnostics
        .warning("hidden-character", {raw.path, value->span}, fmt::format("this '{}' contains {}", name, hidden->name))
        .hint("delete it: '-' is read in its place");
  }
}

Comment read_comment(const RawComment& raw, const AddressMask& mask, const CommentReading& reading, std::string& html,
                     Diagnostics& diagnostics) {
  report_hidden_characters(raw, diagnostics);
  MaskedTexts texts = masked_texts(raw, mask, reading, diagnostics);
  Comment comment;
  comment.id = std::move(texts.id);
  comment.parent = std::move(texts.parent);
  comment.author = std::move(texts.author);
  comment.url = read_url(raw, std::move(texts.url), diagnostics);
  comment.date = read_date(raw, reading.zone, diagnostics);
  comment.status = raw.status;
  comment.is_by_author = raw.is_by_author;
  comment.is_foreign = raw.dialect != nullptr;
  comment.file = raw.path;
  comment.span = raw.id.span;
  if (!comment.parent.empty()) comment.parent_span = raw.parent.span;
  report_faults(raw, comment, texts.has_body, reading.most_bytes, diagnostics);
  if (texts.shows_tags && comment.status == CommentStatus::approved) {
    diagnostics.note("html-as-text", {raw.path, raw.body.span}, "the HTML in this comment is shown as text")
        .hint("add 'body_format: html' to the comment if all of its text is HTML");
  }
  if (!texts.has_body && comment.status == CommentStatus::approved) comment.status = CommentStatus::removed;
  html = std::move(texts.html);
  Hasher hasher;
  hasher.add(comment.id).add(comment.parent).add(comment.author).add(comment.url).add(html);
  hasher.add(comment.date ? iso(*comment.date) : "").add(static_cast<std::int64_t>(comment.status));
  comment.hash = hasher.add(comment.is_by_author).finish();
  return comment;
}

// Some themes give, as the parent, the number of the thread: its index, from 1, among the comments without a parent.
void answer_by_number(std::span<const std::shared_ptr<const RawComment>> raw, std::vector<Comment>& comments) {
  std::vector<std::size_t> top;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (comments[i].is_foreign && comments[i].parent.empty()) top.push_back(i);
  }
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const auto number = static_cast<std::size_t>(raw[i]->answered_thread);
    if (number == 0) continue;
    comments[i].parent = number <= top.size() ? comments[top[number - 1]].id : std::to_string(number);
  }
}

// Likes, reposts and bookmarks can be many and have no text to show, so there is one note per file.
void note_wordless_mentions(std::span<const std::shared_ptr<const RawComment>> raw,
                            const std::vector<Comment>& comments, Diagnostics& diagnostics) {
  struct Mentions {
    SourceLocation first;
    std::map<std::string, int> counts;
  };
  std::map<std::string, Mentions> by_file;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (comments[i].status != CommentStatus::removed || raw[i]->wordless_kind.empty()) continue;
    Mentions& mentions = by_file.try_emplace(raw[i]->path, Mentions{comments[i].location(), {}}).first->second;
    ++mentions.counts[raw[i]->wordless_kind];
  }
  for (const auto& [file, mentions] : by_file) {
    std::vector<std::string> counts;
    for (const auto& [kind, count] : mentions.counts) counts.push_back(fmt::format("{} {}", count, kind));
    diagnostics.note("wordless-mentions", mentions.first,
                     fmt::format("mentions without text are not shown: {}", join(counts, ", ")));
  }
}

}  // namespace

ReadComments read_comments(std::span<const std::shared_ptr<const RawComment>> raw, const CommentReading& reading,
                           Diagnostics& diagnostics) {
  std::vector<std::string> addresses = reading.private_addresses;
  for (const auto& comment : raw) {
    addresses.insert(addresses.end(), comment->addresses.begin(), comment->addresses.end());
  }
  const AddressMask mask(addresses);
  ReadComments read;
  read.comments.reserve(raw.size());
  read.html.resize(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    read.comments.push_back(read_comment(*raw[i], mask, reading, read.html[i], diagnostics));
  }
  answer_by_number(raw, read.comments);
  note_wordless_mentions(raw, read.comments, diagnostics);
  link_comments(read.comments, diagnostics);
  return read;
}

}  // namespace causerie
