#include <algorithm>
#include <cstdint>

#include "base/byte_set.h"
#include "base/text.h"
#include "base/unicode.h"
#include "formats/markdown/passes.h"

namespace causerie {
namespace {

enum class Role { open, close, apostrophe };

struct Quote {
  char sign;
  char32_t before;
  char32_t after = ' ';
  Role role = Role::apostrophe;
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

// True for Chinese and Japanese, where a quote between letters is not an apostrophe.
bool is_unspaced(char32_t c) { return c >= 0x2E80; }

// Sets the roles of one block's quotes. A double quote always opens or closes; a single one only as part of a pair,
// because most are apostrophes.
void give_roles(std::vector<Quote>& quotes) {
  std::vector<std::size_t> open;  // indices of quotes not closed yet
  int open_doubles = 0;
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    Quote& quote = quotes[i];
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
    for (std::size_t i = 0; i < events_.size(); ++i) {
      switch (events_[i].part) {
        case MarkdownPart::text:
          if (is_address(i)) {
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
        quotes_.push_back({.sign = text[i], .before = before_});
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

}  // namespace causerie
