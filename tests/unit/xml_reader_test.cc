#include "formats/xml_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>

namespace causerie {
namespace {

ByteSource source_of(std::string bytes, std::size_t most = 1 << 20) {
  return [bytes = std::move(bytes), most](std::uint64_t offset, std::size_t count) -> Result<std::string> {
    if (offset > bytes.size()) return Failure{"cannot read", "test.xml", "past the end", ""};
    return bytes.substr(static_cast<std::size_t>(offset), std::min(count, most));
  };
}

std::string braced(const std::string& space, const std::string& name) {
  return space.empty() ? name : fmt::format("{{{}}}{}", space, name);
}

// "LINE<name key=value>", "LINE'text'", "LINE</name>", and what ended the file early: "LINE:COLUMN!message".
std::vector<std::string> events(const std::string& bytes, const XmlLimits& limits = {}, std::size_t most = 1 << 20) {
  std::vector<std::string> shown;
  const auto handle = [&](const XmlEvent& event) {
    const std::string name = braced(event.space, event.name);
    std::string text = event.kind == XmlEventKind::text  ? fmt::format("{}'{}'", event.line, event.text)
                       : event.kind == XmlEventKind::end ? fmt::format("{}</{}>", event.line, name)
                                                         : fmt::format("{}<{}", event.line, name);
    for (const XmlAttribute& one : event.attributes)
      text += fmt::format(" {}={}", braced(one.space, one.name), one.value);
    shown.push_back(text + (event.kind == XmlEventKind::start ? ">" : ""));
    return true;
  };
  const auto error = read_xml(source_of(bytes, most), handle, limits);
  if (!error) shown.push_back(error.failure().reason);
  if (error && *error) shown.push_back(fmt::format("{}:{}!{}", (*error)->line, (*error)->column, (*error)->message));
  return shown;
}

std::optional<XmlError> error_of(const std::string& bytes, const XmlLimits& limits = {}) {
  return *read_xml(
      source_of(bytes), [](const XmlEvent&) { return true; }, limits);
}

std::string many(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

using Events = std::vector<std::string>;

TEST(XmlReader, GivesElementsAndTextsInOrder) {
  EXPECT_EQ(events("<?xml version='1.0'?>\n<!-- x\n -->\n<rss\n  v=\"2\"><t>a</t>\n</rss>\n"),
            (Events{"5<rss v=2>", "5<t>", "5'a'", "5</t>", "5'\n'", "6</rss>"}));
  EXPECT_EQ(events("<a/>"), (Events{"1<a>", "1</a>"}));
}

TEST(XmlReader, ResolvesNamespacesAndKeepsUnknownPrefixes) {
  EXPECT_EQ(events("<a xmlns='urn:d' xmlns:w='urn:w' b='1' w:b='2' x:b='3'><w:c/><x:d/><e xmlns=''/></a>"),
            (Events{"1<{urn:d}a b=1 {urn:w}b=2 x:b=3>", "1<{urn:w}c>", "1</{urn:w}c>", "1<x:d>", "1</x:d>", "1<e>",
                    "1</e>", "1</{urn:d}a>"}));
}

TEST(XmlReader, FindsAnAttributeByNameAndSpace) {
  std::vector<std::string> found;
  const auto handle = [&](const XmlEvent& event) {
    for (const std::string* value : {event.attribute("b"), event.attribute("b", "urn:w"), event.attribute("c")})
      found.push_back(value == nullptr ? "none" : *value);
    return false;
  };
  EXPECT_EQ(*read_xml(source_of("<a xmlns:w='urn:w' w:b='2' b='1'/>"), handle), std::nullopt);
  EXPECT_EQ(found, (Events{"1", "2", "none"}));
}

TEST(XmlReader, MergesTextAcrossSectionsAndComments) {
  EXPECT_EQ(events("<a>\n1<![CDATA[<2>\n]]>3<!-- no -->4<?no?>5&lt;&#x36;<b/>7</a>"),
            (Events{"1<a>", "1'\n1<2>\n345<6'", "3<b>", "3</b>", "3'7'", "3</a>"}));
}

TEST(XmlReader, DecodesReferencesOnce) {
  EXPECT_EQ(events("<a b='&amp;lt; &#38;#38; &quot;&apos;&gt;'>&amp;lt; &#38;#38;</a>"),
            (Events{"1<a b=&lt; &#38; \"'>>", "1'&lt; &#38;'", "1</a>"}));
}

TEST(XmlReader, ReadsLineEndsAsOne) {
  EXPECT_EQ(events("<a>\r\n<b c='x\r\ny'>t\r\nu<![CDATA[\r\n]]></b>\r\n<d/></a>"),
            (Events{"1<a>", "1'\n'", "3<b c=x y>", "3't\nu\n'", "5</b>", "5'\n'", "6<d>", "6</d>", "6</a>"}));
}

TEST(XmlReader, CountsLinesBeyond16Bits) {
  const auto shown = events("<a>" + many("\n<b/>", 70'000) + "\n<c/></a>");
  EXPECT_EQ(shown[shown.size() - 3], "70002<c>");
}

TEST(XmlReader, ReadsOtherEncodings) {
  EXPECT_EQ(events("<?xml version='1.0' encoding='windows-1252'?><a>\x93h\xE9\x94</a>"),
            (Events{"1<a>", "1'“hé”'", "1</a>"}));
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("<a>\n") + many("x", 9000) + "</a>") utf16 += {c, '\0'};
  EXPECT_EQ(events(utf16), (Events{"1<a>", "1'\n" + many("x", 9000) + "'", "2</a>"}));
}

TEST(XmlReader, ReportsInvalidBytesAndPrintsNothing) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(events("<a>x\n\xE9t</a>"),
            (Events{"1<a>", "2:1!this is not well-formed XML: input is not proper UTF-8, indicate encoding"}));
  EXPECT_EQ(events("<?xml version='1.0' encoding='shift_jis'?><a>x\n\xFF\xFD\x80 </a>"),
            (Events{"1<a>", "2:1!this is not well-formed XML: it has bytes that are invalid in its encoding"}));
  EXPECT_EQ(error_of("<?xml version='1.0' encoding='klingon'?><a/>")->message,
            "this is not well-formed XML: unsupported encoding klingon");
  EXPECT_TRUE(error_of(std::string("<a>\0</a>", 8)));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(XmlReader, KeepsWhatIsBeforeAnError) {
  EXPECT_EQ(events("<a>\n<b>x</b>\n<c>y</d>\n</a>"),
            (Events{"1<a>", "1'\n'", "2<b>", "2'x'", "2</b>", "2'\n'", "3<c>",
                    "3:9!this is not well-formed XML: opening and ending tag mismatch: c line 3 and d"}));
  EXPECT_EQ(events("<a><b></c>").back(),
            "1:11!this is not well-formed XML: opening and ending tag mismatch: b line 1 and c");
}

TEST(XmlReader, GivesNoTagThatIsIncomplete) {
  for (const char* rest : {"<b", "<b ", "<b c='1'", "<b c='1' /", "<b c='1'<d/>", "<b c='1' d></b>"}) {
    const auto shown = events(fmt::format("<a>\n{}", rest));
    ASSERT_EQ(shown.size(), 2u) << rest;
    EXPECT_EQ(shown[0], "1<a>");
    EXPECT_EQ(shown[1].substr(0, 2), "2:") << shown[1];
  }
}

TEST(XmlReader, ReportsAFileThatIsCutOff) {
  for (const char* rest : {"", "x", "<c", "<c d='1", "</b", "<!-- x", "<![CDATA[ x", "&am"}) {
    const auto error = error_of(fmt::format("<a>\n<b>{}", rest));
    ASSERT_TRUE(error) << rest;
    EXPECT_EQ(error->fault, XmlFault::malformed);
    EXPECT_EQ(error->message, "this is not well-formed XML: the file ends within the element that begins on line 2")
        << rest;
  }
  EXPECT_EQ(error_of("")->message, "this is not well-formed XML: document is empty");
}

TEST(XmlReader, IgnoresADocumentTypeWithoutDeclarations) {
  EXPECT_EQ(events("<!DOCTYPE a PUBLIC '-//X//' 'http://127.0.0.1:1/x.dtd' [ <!-- none --> ]><a>&lt;</a>"),
            (Events{"1<a>", "1'<'", "1</a>"}));
}

TEST(XmlReader, RefusesDeclarations) {
  for (const char* declaration :
       {"<!ENTITY x 'y'>", "<!ENTITY x SYSTEM 'file:///etc/hostname'>",
        "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/'> %p;", "%p;", "<!ELEMENT a (b|c)*>", "<!ATTLIST a b (c|d) 'c'>",
        "<!NOTATION n SYSTEM 'n'>", "<!ENTITY x SYSTEM 'x' NDATA n>"}) {
    const auto error = error_of(fmt::format("\n<!DOCTYPE a [ {} ]>\n<a>&x;</a>", declaration));
    ASSERT_TRUE(error) << declaration;
    EXPECT_EQ(error->fault, XmlFault::declarations) << declaration << ": " << error->message;
    EXPECT_EQ(error->line, 2);
  }
}

TEST(XmlReader, RefusesOtherEntities) {
  const Events wanted{"1<a>", "1'\n'", "2<b>", "2</b>",
                      "2:13!the entity '&nbsp;' is not one of amp, lt, gt, quot and apos"};
  EXPECT_EQ(events("<a>\n<b/> x&nbsp;y</a>"), wanted);
  for (const char* text : {"<a b='&nbsp;'/>", "<!DOCTYPE a SYSTEM 'a.dtd'><a>&nbsp;</a>"}) {
    EXPECT_EQ(error_of(text)->fault, XmlFault::unknown_entity) << text;
  }
}

TEST(XmlReader, StopsAtEachLimit) {
  const auto message = [](const std::string& bytes, const XmlLimits& limits = {}) {
    const auto error = error_of(bytes, limits);
    EXPECT_TRUE(!error || error->fault == XmlFault::over_limit) << error->message;
    return error ? error->message : "";
  };
  const std::string deepest = many("<a>", 256) + many("</a>", 256);
  EXPECT_EQ(message(deepest), "");
  EXPECT_EQ(message("<a>" + deepest + "</a>"), "elements are nested more than 256 deep");

  const auto attributes = [](std::string_view name, int count) {
    std::string text = "<a";
    for (int i = 0; i < count; ++i) text += fmt::format(" {}{}='u'", name, i);
    return text + "/>";
  };
  EXPECT_EQ(message(attributes("b", 256)), "");
  EXPECT_EQ(message(attributes("b", 257)), "an element has more than 256 attributes");
  EXPECT_EQ(message(attributes("xmlns:b", 256)), "");
  EXPECT_EQ(message(attributes("xmlns:b", 257)), "an element has more than 256 attributes");
  EXPECT_EQ(message("<a xmlns='1'><a xmlns='2'><a xmlns='3'/></a></a>", {.namespaces = 3}), "");
  EXPECT_EQ(message("<a><a xmlns='2'/><a xmlns='3'/><a xmlns='3'/></a>", {.namespaces = 1}), "");
  EXPECT_EQ(message("<a xmlns='1'><a xmlns='2'><a xmlns='3'/></a></a>", {.namespaces = 2}),
            "more than 2 namespaces are declared at once");

  EXPECT_EQ(message("<a>12<![CDATA[3]]>&#52;5</a>", {.text_bytes = 5}), "");
  EXPECT_EQ(message("<a>12<![CDATA[3]]>&#52;56</a>", {.text_bytes = 5}), "a text has more than 5 bytes");
  EXPECT_EQ(message("<a>12345</a>", {.file_bytes = 12}), "");
  EXPECT_EQ(message("<a>12345</a>", {.file_bytes = 11}), "the file has more than 11 bytes");
  EXPECT_EQ(message("<a>12345</a>\n", {.file_bytes = 12}), "the file has more than 12 bytes");
  EXPECT_EQ(message("<a>12345</a>", {.file_bytes = 0}), "the file has more than 0 bytes");

  constexpr std::string_view too_long = "a tag, CDATA section or comment has more than 20000 bytes";
  for (const char* frame : {"<a><!--{}--></a>", "<a><![CDATA[{}]]></a>", "<a b='{}'/>", "<a><?b {}?></a>"}) {
    EXPECT_EQ(message(fmt::format(fmt::runtime(frame), many("x", 20'000)), {.markup_bytes = 30'000}), "") << frame;
    EXPECT_EQ(message(fmt::format(fmt::runtime(frame), many("x", 50'000)), {.markup_bytes = 20'000}), too_long)
        << frame;
  }
  EXPECT_EQ(message("<a>" + many("x", 90'000) + "</a>", {.markup_bytes = 20'000}), "");
}

// libxml2 2.9 compares each attribute with all others: without a limit before that, this takes minutes.
TEST(XmlReader, StopsATagBeforeItIsComplete) {
  std::string text = "<a", namespaces = "<a";
  for (int i = 0; i < 500'000; ++i) {
    text += fmt::format(" b{}=''", i);
    namespaces += fmt::format(" xmlns:b{}='u'", i);
  }
  EXPECT_EQ(error_of(text + "/>")->message, "an element has more than 256 attributes");
  EXPECT_EQ(error_of(namespaces + "/>")->fault, XmlFault::over_limit);
}

TEST(XmlReader, ReadsALongSectionWithoutWaiting) {
  const std::string text = many(many("<p>", 33) + "\n", 60'000);  // 6 MB
  const auto shown = events("<a><![CDATA[" + text + "]]></a>");
  ASSERT_EQ(shown.size(), 3u);
  EXPECT_EQ(shown[1], "1'" + text + "'");
  EXPECT_EQ(shown[2], "60001</a>");
}

TEST(XmlReader, DoesNotDependOnTheSourcesChunks) {
  std::string text = "<a>";
  for (int i = 0; i < 3000; ++i) text += fmt::format("\n<b c='{}é'>日本語 &amp;<![CDATA[{}]]></b>", i, i);
  const auto wanted = events(text + "</a>"), broken = events(text + "</b>");
  EXPECT_EQ(wanted.size(), 2u + 3000 * 4);
  const auto cut = events(text + "</a>", {.file_bytes = 100'000});
  EXPECT_GT(cut.size(), 99'900 / (text.size() / 3000) * 4);
  for (const std::size_t most : {1, 3, 4000, 70'000}) {
    EXPECT_EQ(events(text + "</a>", {}, most), wanted);
    EXPECT_EQ(events(text + "</b>", {}, most), broken);
    EXPECT_EQ(events(text + "</a>", {.file_bytes = 100'000}, most), cut);
  }
}

TEST(XmlReader, StopsWhenTheHandlerSaysSo) {
  for (const int most : {1, 2, 3, 4}) {
    int count = 0;
    EXPECT_EQ(*read_xml(source_of("<a>x<b/>y</a"), [&](const XmlEvent&) { return ++count < most; }), std::nullopt);
    EXPECT_EQ(count, most);
  }
}

TEST(XmlReader, FailsIfTheSourceFails) {
  int calls = 0;
  const ByteSource source = [&](std::uint64_t, std::size_t) -> Result<std::string> {
    if (++calls == 2) return Failure{"cannot read", "export.xml", "input/output error", ""};
    return "<a>" + many("<b/>", 5000);
  };
  int count = 0;
  const auto error = read_xml(source, [&](const XmlEvent&) { return ++count > 0; });
  ASSERT_FALSE(error);
  EXPECT_EQ(error.failure().reason, "input/output error");
  EXPECT_GT(count, 5000);
}

TEST(XmlReader, ReadsOnManyThreads) {
  std::vector<std::thread> threads;
  std::vector<int> counts(4, 0);
  for (int& count : counts) {
    threads.emplace_back([&count] {
      const std::string text = "<a>" + many("<b c='&lt;'>é</b>", 2000) + "</c>";
      const auto error = read_xml(source_of(text), [&](const XmlEvent&) { return ++count > 0; });
      if (!error || !*error) count = -1;
    });
  }
  for (std::thread& one : threads) one.join();
  EXPECT_EQ(counts, std::vector<int>(4, 6001));
}

}  // namespace
}  // namespace causerie
