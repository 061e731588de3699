// The passes over the events of a document, one for each addition to CommonMark. Each is in the file named below;
// parse_markdown (markdown.cc) runs them in the required order.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "formats/markdown/events.h"
#include "formats/markdown/locations.h"
#include "formats/markdown/placeholders.h"
#include "formats/markdown/prose.h"

namespace causerie {

// template_tags.cc: returns what looks like a tag of a template or a shortcode, outside of code.
std::vector<ProseTemplateTag> find_template_tags(const Events& events, PositionCursor& positions);

// links_in_text.cc: turns bare web addresses in text into links (bare_addresses.h). `literal` as in set_typography. If
// `reads_html`, text inside links and code of raw HTML is left alone.
void link_bare_addresses(MarkdownDocument& document, std::string_view source, std::string_view literal,
                         bool reads_html);

// strikethrough.cc: turns `~~` in text into MarkdownPart::strike.
void strike_out(MarkdownDocument& document, std::string_view literal);

// task_lists.cc: turns `[ ]` and `[x]` at the beginning of an item into MarkdownPart::task around its first paragraph.
void make_tasks(Events& events);

// definitions.cc: returns the offset of each `:` that begins a definition.
std::vector<std::size_t> find_definitions(std::string_view text);

// Turns the lists that begin with placeholders for these into definition lists, and the paragraph before each into its
// term. Without such a paragraph, they become paragraphs that begin with a colon.
void make_definition_lists(Events& events);

// untrusted.cc: removes what untrusted text must not contain. Images become links, unsafe links are reduced to their
// text, headings become paragraphs of class "heading".
void restrict_untrusted(MarkdownDocument& document);

// destinations.cc: how addresses are written. Returns the address for use in one of our attributes: percent-escaped
// where needed, then escaped for HTML.
std::string written_address(std::string_view destination);

// raw.cc: raw HTML in trusted text. Its ids and relative addresses become holes. Fills document.raw, and `addresses`,
// `requests`, `raw_links`, `raw_ids`, `has_raw_html` and `faults` of the prose. Returns the names of `<a name>`.
std::vector<std::string> read_raw_html(MarkdownDocument& document, PositionCursor& positions, Prose& prose);

// Turns `<!-- more -->`, as a block or inline, into MarkdownPart::more.
void find_more(Events& events);

// Turns raw HTML into text that shows its tags.
void show_raw_html_as_text(Events& events);

// True if the events contain a tag of an element that HTML defines and that untrusted text may have, or that is only
// unwrapped there.
bool has_known_html(const Events& events);

// For trusted text: turns inline tags without values of attributes and without an end, of elements that HTML does not
// define (`List<T>`, `<your name>`), into text, since browsers would show nothing.
void show_invented_tags_as_text(Events& events);

// Turns inline tags that untrusted_html.h shows as text into text, so that what follows them is not taken for their
// content.
void show_unknown_tags_as_text(Events& events);

// footnotes.cc: moves the footnotes that are called to the end of the text and numbers them in the order of their first
// call; calls in footnotes come after those in the text, footnote by footnote. A call without a footnote becomes text
// again, and a footnote without a call is dropped; both are returned as faults, like a footnote that is defined twice.
std::vector<ProseFault> resolve_footnotes(MarkdownDocument& document, const MarkdownPlaceholders& placeholders,
                                          PositionCursor& positions);

// For text without footnotes: turns calls back into text as written.
void drop_footnotes(Events& events, const MarkdownPlaceholders& placeholders);

// images.cc: images and figures. Turns images into leaves with their content as plain text. Renumbers links and images,
// because those inside an image, links inside a link, and those in dropped footnotes are gone.
void collapse_images(MarkdownDocument& document);

// Turns an image that is alone in its paragraph, or alone in a link that is alone there, into a figure with the image's
// title as its caption.
void make_figures(MarkdownDocument& document);

// written_ids.cc: moves `{#id .class key=value}` at the end of a heading from its text to the `text` of its enter
// event.
void take_heading_attributes(Events& events, std::string_view source);

// Returns the id in such attributes; empty if there is none.
std::string id_in_attributes(std::string_view attributes);

// headings.cc: levels and ids of headings. Moves all headings down so that the highest is not above `top_level`, and
// gives each its written id, else one made from its text that is not in `taken`. If the id was another one before ids
// could be written, and before invisible characters were left out of them, that one stays as an anchor in front of the
// heading, and in `raw_ids` of the prose. Adds to `faults` of the prose.
void finish_headings(MarkdownDocument& document, int top_level, std::span<const std::string> taken,
                     PositionCursor& positions, Prose& prose);

// Returns the plain text of the heading whose enter event has the index `heading`.
std::string heading_text(const MarkdownDocument& document, std::size_t heading);

// callouts.cc: turns a block quote that begins with a marker such as `[!NOTE]` into a callout; the rest of that line is
// its title.
void make_callouts(Events& events);

// quotes.cc: returns the quotation marks of a language, for " and (inner) for '. From CLDR, with exceptions where its
// readers expect others.
QuotationMarks quote_marks_of(std::string_view language);

// typography.cc: sets typographic quotes, dashes and ellipses in text, not in code. `literal` precedes a character that
// must not change, and is removed.
void set_typography(Events& events, const std::vector<ProseLink>& links, std::string_view language,
                    std::string_view literal);

// literal_emphasis.cc: returns a fault for each `**` between non-ASCII punctuation and a letter. CommonMark does not
// let it begin or end strong emphasis there, which affects text without spaces between words (Chinese, Japanese).
std::vector<ProseFault> find_literal_emphasis(const Events& events, PositionCursor& positions);

// words.cc: counts the words, code included. A word is a run of characters other than white space that contains a
// letter or digit; two Han or kana characters count as one.
int count_words(const Events& events);

// summary.cc: returns the content before MarkdownPart::more, else whole sentences of the first paragraph up to about
// 300 characters. Inline events only: no blocks, calls, images, raw HTML or line breaks; each enter has its exit.
Events summary_of(const MarkdownDocument& document);

// Reduces inline events to text, code and emphasis, for a table of contents.
Events bare_words(std::span<const Event> events);

}  // namespace causerie
