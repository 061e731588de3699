#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "base/byte_set.h"
#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/markdown.h"
#include "formats/markdown/passes.h"
#include "formats/markdown/raw_elements.h"

namespace causerie {
namespace {

enum class Role { open, close, apostrophe, prime };

struct Quote {
  char sign;
  char32_t before;
  char32_t after = ' ';
  Role role = Role::apostrophe;
  bool is_settled = false;  // the role is known from the text around it
};

bool is_blank_or_control(char32_t c) { return c < 0x80 ? c <= ' ' : is_space(c); }
bool is_stop(char32_t c) {
  if (c >= 0x80) return is_punctuation(c);
  return c > ' ' && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
}

// Like the flanking rules of CommonMark for emphasis: true if text follows, or if text precedes.
bool can_open(const Quote& quote) {
  return !is_blank_or_control(quote.after) &&
         (!is_stop(quote.after) || is_blank_or_control(quote.before) || is_stop(quote.before));
}
bool can_close(const Quote& quote) {
  return !is_blank_or_control(quote.before) &&
         (!is_stop(quote.before) || is_blank_or_control(quote.after) || is_stop(quote.after));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// True if `'n'` at `at` is "and" between two words: rock 'n' roll. A single letter in quotation marks has no words on
// both sides.
bool is_elided_and(std::string_view text, std::size_t at) {
  const std::string_view all = text.substr(at);
  if (all.size() < 5 || (all[1] != 'n' && all[1] != 'N') || all[2] != '\'' || at < 2) return false;
  const auto is_word = [](char c) { return static_cast<unsigned char>(c) > '@'; };  // letters, all beyond ASCII
  return text[at - 1] == ' ' && all[3] == ' ' && is_word(text[at - 2]) && is_word(all[4]);
}

// Returns the end of a number of inches or seconds (`6`, `11.5`, `6½`) at `at`, after at most one space.
std::size_t end_of_inches(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == ' ') ++at;
  std::size_t end = at;
  while (end < text.size() && end < at + 2 && is_digit(text[end])) ++end;
  if (end == at) return std::string_view::npos;
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) end += 2;
  for (const std::string_view fraction : {"½", "¼", "¾"}) {
    if (text.substr(end).starts_with(fraction)) end += fraction.size();
  }
  return end;
}

// True if the `'` at `at` counts feet or minutes before a number of inches or seconds: 5'6".
bool is_prime(std::string_view text, std::size_t at) {
  if (at == 0 || !is_digit(text[at - 1])) return false;
  const std::size_t end = end_of_inches(text, at + 1);
  return end < text.size() && text[end] == '"';
}

// True if the `"` at `at` ends such a measure.
bool is_double_prime(std::string_view text, std::size_t at) {
  const std::size_t nearest = at < 8 ? 0 : at - 8;  // the longest number of inches
  const auto feet = text.substr(nearest, at - nearest).rfind('\'');
  if (feet == std::string_view::npos) return false;
  return is_prime(text, nearest + feet) && end_of_inches(text, nearest + feet + 1) == at;
}

// True for Chinese and Japanese, where a quote between letters is not an apostrophe.
bool is_unspaced(char32_t c) { return c >= 0x2E80; }

// Sets the roles of one block's quotes. A double quote always opens or closes; a single one only as part of a pair,
// because most are apostrophes.
void give_roles(std::vector<Quote>& quotes) {
  std::vector<std::size_t> open;  // indices of quotes not closed yet
  int open_doubles = 0;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    Quote& quote = quotes[i];
    if (quote.is_settled) continue;
    const bool opens = can_open(quote);
    const bool closes = can_close(quote);
    if (quote.sign == '"') {
      quote.role = opens != closes ? (opens ? Role::open : Role::close) : open_doubles > 0 ? Role::close : Role::open;
      if (quote.role == Role::open) {
        open.push_back(i);
        ++open_doubles;
      } else if (open_doubles > 0) {
        while (quotes[open.back()].sign != '"') open.pop_back();
        open.pop_back();
        --open_doubles;
      }
    } else if (opens && closes && !is_unspaced(quote.before) && !is_unspaced(quote.after) && !is_stop(quote.after)) {
      continue;  // inside a word
    } else if (closes && !open.empty() && quotes[open.back()].sign == '\'') {
      quotes[open.back()].role = Role::open;
      quote.role = Role::close;
      open.pop_back();
    } else if (opens && !(quote.after >= '0' && quote.after <= '9')) {
      open.push_back(i);  // '90s does not open a quotation
    }
  }
}

class Typographer {
 public:
  Typographer(Events& events, const std::vector<ProseLink>& links, std::string_view language, std::string_view literal)
      : events_(events),
        links_(links),
        marks_(quote_marks_of(language)),
        literal_(literal),
        signs_(std::string("\"'-.").append(literal.substr(0, 1))) {}

  void run() {
    RawElements raw;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      raw.take(events_[i]);
      switch (events_[i].part) {
        case MarkdownPart::text:
          if (is_address(i) || raw.is_inside_code()) {
            see('x', 'x');
          } else {
            read(i);
          }
          break;
        case MarkdownPart::code:
          see('x', 'x');
          break;
        case MarkdownPart::soft_break:
        case MarkdownPart::line_break:
          see(' ', ' ');
          break;
        case MarkdownPart::html:
        case MarkdownPart::call:
        case MarkdownPart::emphasis:
        case MarkdownPart::strong:
        case MarkdownPart::strike:
        case MarkdownPart::link:
        case MarkdownPart::image:
          break;
        default:
          end_block();
      }
    }
    end_block();
  }

 private:
  // True if the text is that of an automatic link: an address, not prose.
  bool is_address(std::size_t index) const {
    if (index == 0 || !is_enter(events_[index - 1], MarkdownPart::link)) return false;
    const auto link = static_cast<std::size_t>(events_[index - 1].number);
    const bool holds_literal = !literal_.empty() && events_[index].text.find(literal_) != std::string::npos;
    return link < links_.size() && links_[link].is_automatic && !holds_literal;
  }

  // Records what follows the last quotes and precedes the next ones: quotes ignore each other.
  void see(char32_t first, char32_t last) {
    for (; settled_ < quotes_.size(); ++settled_) quotes_[settled_].after = first;
    before_ = last;
  }

  // True if something may change here: a quote, a literal placeholder, `--` or `...`.
  bool is_special(std::string_view text, std::size_t at) const {
    const char c = text[at];
    if (c == '"' || c == '\'') return true;
    if (c == '-') return text.substr(at).starts_with("--");
    if (c == '.') return text.substr(at).starts_with("...");
    return !literal_.empty() && c == literal_[0] && text.substr(at).starts_with(literal_);
  }

  static char32_t last_of(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return next_code_point(text, at);
  }

  void read(std::size_t index) {
    const std::string_view text = events_[index].text;
    std::size_t seen = 0;  // start of the text not yet passed to see()
    const auto show = [&](std::size_t until) {
      if (until <= seen) return;
      std::size_t first = seen;
      see(next_code_point(text, first), last_of(text.substr(seen, until - seen)));
    };
    bool changes = false;
    for (std::size_t i = signs_.find_in(text); i < text.size(); i = signs_.find_in(text, i + 1)) {
      if (!is_special(text, i)) continue;
      changes = true;
      if (text[i] == '"' || text[i] == '\'') {
        show(i);
        quotes_.push_back(quote_at(text, i));
        seen = i + 1;
      } else if (text[i] != '-' && text[i] != '.') {
        show(i);
        seen = i + literal_.size();
        i = seen;  // skips the character after it
      }
    }
    show(text.size());
    if (changes) changed_.push_back(index);
  }

  Quote quote_at(std::string_view text, std::size_t i) const {
    Quote quote{.sign = text[i], .before = before_};
    const bool is_single = quote.sign == '\'';
    if (is_single ? is_prime(text, i) : is_double_prime(text, i)) {
      quote.role = Role::prime;
      quote.is_settled = true;
    } else if (is_single) {
      quote.is_settled = is_elided_and(text, i) || (i >= 2 && text[i - 2] == '\'' && is_elided_and(text, i - 2));
    }
    return quote;
  }

  void end_block() {
    if (!quotes_.empty()) give_roles(quotes_);
    std::size_t next = 0;
    for (const std::size_t index : changed_) write(events_[index], next);
    quotes_.clear();
    changed_.clear();
    settled_ = 0;
    before_ = ' ';
  }

  std::string_view sign_of(const Quote& quote) const {
    if (quote.role == Role::apostrophe) return "’";
    if (quote.role == Role::prime) return quote.sign == '"' ? "″" : "′";
    if (quote.sign == '"') return quote.role == Role::open ? marks_.open : marks_.close;
    return quote.role == Role::open ? marks_.inner_open : marks_.inner_close;
  }

  void write(Event& event, std::size_t& next) const {
    const std::string_view text = event.text;
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
      if (!is_special(text, i)) {
        const std::size_t next_sign = signs_.find_in(text, i + 1);
        result.append(text, i, next_sign - i);
        i = next_sign;
      } else if (text[i] == '"' || text[i] == '\'') {
        result += sign_of(quotes_[next++]);
        ++i;
      } else if (text[i] == '-') {
        const std::size_t end = std::min(text.find_first_not_of('-', i), text.size());
        write_dashes(result, end - i);
        i = end;
      } else if (text[i] == '.') {
        result += "…";
        i += 3;
      } else {
        i += literal_.size();
        if (i < text.size()) result += text[i++];
      }
    }
    event.text = std::move(result);
  }

  // Like cmark: only em dashes or only en dashes if the number of hyphens allows it, else em dashes first.
  static void write_dashes(std::string& result, std::size_t hyphens) {
    std::size_t en = 0;
    if (hyphens % 3 != 0) en = hyphens % 2 == 0 ? hyphens / 2 : hyphens % 3 == 2 ? 1 : 2;
    for (std::size_t em = (hyphens - 2 * en) / 3; em > 0; --em) result += "—";
    for (; en > 0; --en) result += "–";
  }

  Events& events_;
  const std::vector<ProseLink>& links_;
  const QuotationMarks marks_;
  const std::string_view literal_;
  const ByteSet signs_;               // first bytes of what may change
  std::vector<Quote> quotes_;         // the block's quotes so far
  std::vector<std::size_t> changed_;  // indices of the block's texts that change
  char32_t before_ = ' ';
  std::size_t settled_ = 0;  // number of quotes whose `after` is set
};

}  // namespace

void set_typography(Events& events, const std::vector<ProseLink>& links, std::string_view language,
                    std::string_view literal) {
  Typographer(events, links, language, literal).run();
}

std::string typographic_title(std::string_view title, std::string_view language) {
  static constexpr ByteSet signs("\"'-.");
  if (signs.find_in(title) == title.size()) return std::string(title);
  // A title has no code, so `--help` is recognised by the space before it. U+0001 is in no text.
  static constexpr std::string_view literal = "\x01";
  const auto is_opening = [](char c) { return c == '"' || c == '\'' || c == '('; };
  std::string text;
  for (std::size_t i = 0; i < title.size(); ++i) {
    const std::size_t before = i > 0 && is_opening(title[i - 1]) ? i - 1 : i;
    const bool begins_word = before == 0 || title[before - 1] == ' ';
    const bool is_option = begins_word && title.substr(i).starts_with("--") && i + 2 < title.size() &&
                           title[i + 2] != ' ' && title[i + 2] != '-';
    if (is_option) text.append(literal).append("-").append(literal);
    text += is_option ? title[++i] : title[i];
  }
  Events events{{.part = MarkdownPart::text, .text = std::move(text)}};
  set_typography(events, {}, language, literal);
  return std::move(events.front().text);
}

}  // namespace causerie
