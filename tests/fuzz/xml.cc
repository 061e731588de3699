// An export of another program, read as XML.
#include "base/text.h"
#include "formats/xml_reader.h"
#include "fuzz/target.h"

namespace causerie::fuzz {
namespace {

struct Reading {
  std::vector<XmlEvent> events;
  std::optional<XmlError> error;
  std::uint64_t requested = 0;  // up to where
  bool operator==(const Reading& other) const { return events == other.events && error == other.error; }
};

Reading reading_of(std::string_view bytes, std::size_t most, const XmlLimits& limits) {
  Reading reading;
  const ByteSource source = [&](std::uint64_t offset, std::size_t count) {
    reading.requested = std::max(reading.requested, offset + count);
    const auto begin = static_cast<std::size_t>(std::min<std::uint64_t>(offset, bytes.size()));
    return Result<std::string>(std::string(bytes.substr(begin, std::min(count, most))));
  };
  const auto handle = [&](const XmlEvent& event) {
    reading.events.push_back(event);
    return true;
  };
  reading.error = *read_xml(source, handle, limits);
  return reading;
}

void check_events(const Reading& reading, const XmlLimits& limits, Faults& faults) {
  std::vector<std::string> open;
  int line = 1;
  bool was_text = false;
  for (const XmlEvent& event : reading.events) {
    const bool is_text = event.kind == XmlEventKind::text;
    if (event.line < line) faults.push_back("lines go back");
    line = event.line;
    if (is_text && (was_text || event.text.empty() || open.empty())) faults.push_back("a text that is none");
    if (event.text.size() > limits.text_bytes) faults.push_back("a text that is too long");
    if (event.text.find('\0') != std::string::npos || first_invalid_byte(event.text + event.name + event.space))
      faults.push_back("bytes that are no text");
    for (const XmlAttribute& one : event.attributes) {
      if (one.name.empty() || first_invalid_byte(one.name + one.space + one.value))
        faults.push_back("an attribute that is no text");
    }
    if (static_cast<int>(event.attributes.size()) > limits.attributes) faults.push_back("too many attributes");
    if (!is_text && event.name.empty()) faults.push_back("no name");
    if (event.kind == XmlEventKind::start) open.push_back(event.space + " " + event.name);
    if (static_cast<int>(open.size()) > limits.depth) faults.push_back("too deep");
    if (event.kind == XmlEventKind::end) {
      if (open.empty() || open.back() != event.space + " " + event.name) faults.push_back("an end of nothing");
      if (!open.empty()) open.pop_back();
    }
    was_text = is_text;
  }
  if (!reading.error && (!open.empty() || reading.events.empty())) faults.push_back("an end before the end");
  if (reading.error) {
    const XmlError& error = *reading.error;
    if (error.line < line || error.column < 1) faults.push_back("an error before what was read");
    if (error.message.empty() || first_invalid_byte(error.message)) faults.push_back("a message that is no text");
  }
}

Faults attempt(std::string_view bytes) {
  Faults faults;
  const Reading full = reading_of(bytes, bytes.size() + 1, {});
  check_events(full, {}, faults);
  for (const std::size_t most : {std::size_t{1}, std::size_t{7}}) {
    if (reading_of(bytes, most, {}) != full) faults.push_back("chunks that matter");
  }
  // Under limits, a reading is the beginning of the full one.
  const XmlLimits tight = {.depth = 3,
                           .attributes = 2,
                           .namespaces = 2,
                           .text_bytes = 20,
                           .markup_bytes = 100,
                           .file_bytes = bytes.size() / 2 + 10};
  const Reading part = reading_of(bytes, bytes.size() + 1, tight);
  check_events(part, tight, faults);
  if (reading_of(bytes, 3, tight) != part) faults.push_back("chunks that matter under limits");
  if (part.events.size() > full.events.size() ||
      !std::equal(part.events.begin(), part.events.end(), full.events.begin()))
    faults.push_back("another beginning under limits");
  if (part.requested > tight.file_bytes + 1) faults.push_back("a request past the limit");
  return faults;
}

constexpr std::string_view seeds[] = {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
    "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\n xmlns:wp=\"http://wordpress.org/export/1.2/\">\n"
    "<channel><title>A &amp; B</title>\n<item><content:encoded><![CDATA[<p>One</p>\n\n]]></content:encoded>\n"
    "<wp:comment><wp:comment_id>3</wp:comment_id></wp:comment></item></channel></rss>\n",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title type=\"html\">&lt;b&gt;</title><link rel='alternate' "
    "href='https://example.org/?a=1&amp;b=2'/></entry></feed>",
    "<disqus xmlns=\"http://disqus.com\" xmlns:dsq=\"http://disqus.com/disqus-internals\"><post dsq:id=\"1\"><message>"
    "<![CDATA[Hi]]></message><parent dsq:id=\"0\"/></post></disqus>",
    "<!DOCTYPE a [ <!ENTITY x \"yyyy\"> <!ENTITY z \"&x;&x;\"> ]><a>&z;</a>",
    "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://example.org/rss.dtd\"><rss>a&nbsp;b</rss>",
    "<?xml version='1.0' encoding='windows-1252'?><a>\x93h\xE9\x94</a>",
    "<?xml version='1.0' encoding='shift_jis'?><a>\x82\xA0</a>",
    "<a><b><c><d><e>1</e></d></c></b></a>",
    "<a xmlns='1'><a xmlns='2'><a xmlns:b='3'><b:c b:d=''/></a></a></a>",
    "<a>1<!-- 2 -->3<?x 4?>5<![CDATA[6]]>7</a>\n<!-- end -->\n",
    "<a b='1' c=\"2\" d='&#38;#38;' e='\r\n'/>",
    "<a>\r\n&#x1F600;&#0;</a>",
    std::string_view("\xFF\xFE<\0a\0>\0x\0<\0/\0a\0>\0", 18)};
constexpr std::string_view tokens[] = {"<![CDATA[",
                                       "]]>",
                                       "<!--",
                                       "-->",
                                       "<?x ",
                                       "?>",
                                       "<!DOCTYPE a",
                                       " [",
                                       "]>",
                                       "/>",
                                       "</",
                                       "<a>",
                                       "</a>",
                                       "xmlns:b=",
                                       "xmlns=''",
                                       "&amp;",
                                       "&#38;",
                                       "&#xD800;",
                                       "&nbsp;",
                                       "%p;",
                                       "b:c",
                                       "\r\n",
                                       "\xEF\xBB\xBF",
                                       "<!ENTITY x 'y'>",
                                       "encoding='utf-16'",
                                       "standalone='yes'"};

}  // namespace

const Target xml = {.name = "xml", .attempt = attempt, .seed_files = {}, .seeds = seeds, .tokens = tokens};

}  // namespace causerie::fuzz
