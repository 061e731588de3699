// XML 1.0 with namespaces, read as a stream of events; for files from untrusted sources, such as exports of other
// programs. Wraps libxml2's SAX parser.
//
// Not xmlTextReader: it keeps line numbers in 16 bits, on an error it drops up to 512 bytes of elements that it has
// already parsed, and a long CDATA section takes it quadratic time (libxml2 2.9.14; see findings/).
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace causerie {

// Returns at most `count` bytes from `offset` on; possibly fewer, and none only at the end. A call of `read_xml` starts
// at offset 0 and requests each byte once, in order, so a second call is a second pass. `Files::read_part`
// (base/files.h) is such a source.
using ByteSource = std::function<Result<std::string>(std::uint64_t offset, std::size_t count)>;

// What a file may contain. The defaults of `depth` and `markup_bytes` are libxml2's own limits, so a higher value has
// no effect. It also has one for names (50,000 bytes).
struct XmlLimits {
  int depth = 256;                        // open elements
  int attributes = 256;                   // of an element, with its namespace declarations
  int namespaces = 256;                   // declarations in scope
  std::size_t text_bytes = 64 << 20;      // of a text, as UTF-8
  std::size_t markup_bytes = 10'000'000;  // of a tag, CDATA section, comment or processing instruction
  std::uint64_t file_bytes = std::numeric_limits<std::uint64_t>::max() / 2;
};

// `space` is the namespace's URI, empty if there is none. A prefix that is not declared stays part of the name
// (`media:title`), since exports often forget the declaration.
struct XmlAttribute {
  std::string space;
  std::string name;
  std::string value;
  bool operator==(const XmlAttribute&) const = default;
};

enum class XmlEventKind { start, text, end };

struct XmlEvent {
  XmlEventKind kind = XmlEventKind::start;
  int line = 0;                          // 1-based: where a tag ends, where a text begins
  std::string space;                     // of a start and an end, as is `name`
  std::string name;                      // the local name
  std::vector<XmlAttribute> attributes;  // of a start, in the file's order, without namespace declarations
  std::string text;                      // of a text: valid UTF-8, never empty, with LF for all line ends

  // nullptr if the element has no such attribute.
  const std::string* attribute(std::string_view of_name, std::string_view of_space = {}) const;
  bool operator==(const XmlEvent&) const = default;
};

enum class XmlFault {
  malformed,       // not XML, or not in a known encoding
  declarations,    // the document type declares something
  unknown_entity,  // any entity but amp, lt, gt, quot and apos
  over_limit,      // of XmlLimits
};

// The message is in lower case and without a full stop.
struct XmlError {
  XmlFault fault = XmlFault::malformed;
  int line = 0;    // 1-based
  int column = 0;  // 1-based, as libxml2 counts
  std::string message;
  bool operator==(const XmlError&) const = default;
};

// Gets each event in order; the event is valid during the call. Returns whether to go on. Must not throw.
using XmlHandler = std::function<bool(const XmlEvent&)>;

// Calls `handle` for every event up to the end, the first error, or the event after which `handle` returns false.
// Returns the error, if that was the reason; fails if the source fails. The events before an error are the same
// whatever the sizes of the source's chunks; of a text that the error interrupts, there is no event.
//
// Adjacent texts and CDATA sections are one text. Comments and processing instructions are left out and do not divide
// a text. Text outside the root element is not reported. Reads no other file and makes no connection: no DTD is loaded,
// and a document type is ignored unless it declares something. The limits bound the memory in use. Safe on many threads
// at a time; prints nothing.
Result<std::optional<XmlError>> read_xml(const ByteSource& source, const XmlHandler& handle,
                                         const XmlLimits& limits = {});

}  // namespace causerie
