// Each addition to CommonMark is a pass over the events of a document. They run in the order of parse_markdown
// (markdown.cc); each is a file of its own here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "formats/markdown/events.h"
#include "formats/markdown/locations.h"
#include "formats/markdown/placeholders.h"

namespace causerie {

// A stranger's text: nothing in it leads anywhere, or marks anything, that a stranger may not.

// Images become links, links that are not safe lose their links, headings become paragraphs of class "heading".
void tame(MarkdownDocument& document);

// As an address stands in an attribute of ours: what an address may not hold is percent-escaped, then HTML's rules.
std::string written_address(std::string_view destination);

// Raw HTML that a trusted writer put into a text: its ids and relative addresses become holes.

// Fills document.raw, and `addresses`, `requests`, `raw_ids` and `faults` of the prose.
void read_raw_html(MarkdownDocument& document, PositionCursor& positions, Prose& prose);

// `<!-- more -->` alone in its block, or among words, becomes MarkdownPart::more.
void find_more(Events& events);

// Raw HTML becomes text that shows its tags.
void show_raw_html_as_text(Events& events);

// Footnotes: definitions leave the text, calls are numbered, the notes that are called follow at the end.

// A note's number is the order of its first call; calls inside notes count after those of the text, note by note.
// A call without a note becomes text again; a note that nobody calls is left out. Both are faults.
std::vector<ProseFault> place_notes(MarkdownDocument& document, const MarkdownPlaceholders& placeholders,
                                    PositionCursor& positions);

// Where there are no footnotes: calls are text again, as written.
void drop_notes(Events& events, const MarkdownPlaceholders& placeholders);

// Images become leaves with their words as plain text; one that is alone in its paragraph becomes a figure.

// Links and images are numbered anew: what stood inside an image's words, a link's words, or in notes that nobody
// calls, is gone.
void collapse_images(MarkdownDocument& document);

// An image alone in its paragraph, or alone in a link alone there; its title becomes the caption.
void make_figures(MarkdownDocument& document);

// Headings: their levels on the page and their ids.

// Moves all headings down so that the highest is `top_level` (none above it stays), and gives each an id as its text;
// ids in `taken` are avoided.
void finish_headings(MarkdownDocument& document, int top_level, std::span<const std::string> taken);

// The words from the event behind a heading's beginning to its end.
std::string heading_text(const MarkdownDocument& document, std::size_t heading);

// A block quote that begins `[!NOTE]` is a callout; words behind it on the line are its title.

void make_callouts(Events& events);

// Typographic quotes by the text's language, dashes and ellipses.

// CLDR's, but where its readers are used to others. For " and, inner, for '.
QuotationMarks quote_marks_of(std::string_view language);

// In texts, not in code. `literal` stands before a character that is to stay as it is, and is removed.
void set_typography(Events& events, const std::vector<ProseLink>& links, std::string_view language,
                    std::string_view literal);

// Signs that CommonMark left in the text although the writer meant something by them.

// `**` between a mark of punctuation beyond ASCII and a letter: by CommonMark's rule it neither begins nor ends strong
// words there, which text without blanks between its words (Chinese, Japanese) runs into.
std::vector<ProseFault> find_leftovers(const Events& events, PositionCursor& positions);

// How much there is to read.

// Runs of anything but white space that hold a letter or digit, code included; two Han or kana characters are a word.
int count_words(const Events& events);

// What a list says of a text.

// The words before MarkdownPart::more, else whole sentences of the first paragraph up to about 300 characters, as
// events that hold words only: no blocks, calls, images, raw HTML or line breaks; every part that is entered is left.
Events summary_of(const MarkdownDocument& document);

// The same of any words, links left out: for a list of contents.
Events bare_words(std::span<const Event> events);

}  // namespace causerie
