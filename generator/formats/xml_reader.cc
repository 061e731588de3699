#include "formats/xml_reader.h"

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/text.h"

namespace causerie {
namespace {

constexpr std::size_t chunk_bytes = 65536;  // requested from the source at a time

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view view(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

// libxml2's message on one line, and not longer than a line: names in it may be long.
std::string short_message(const char* message) {
  constexpr std::size_t most = 200;
  std::string_view line = message == nullptr ? "it cannot be parsed" : message;
  line = line.substr(0, std::min(line.find('\n'), most));
  line = line.substr(0, first_invalid_byte(line).value_or(line.size()));
  std::string result(line.substr(0, line.find_last_not_of(" .!") + 1));
  if (result.size() > 1 && std::islower(static_cast<unsigned char>(result[1])) != 0) result[0] = ascii_lower(result)[0];
  return result;
}

void discard(void*, const char*, ...) {}

// libxml2 reports some errors, such as those of its encoding converters, to the thread instead of the parser, and
// prints them if the thread has no handler.
class ThreadErrors {
 public:
  ThreadErrors(void* data, xmlStructuredErrorFunc handler)
      : context_(xmlStructuredErrorContext),
        handler_(xmlStructuredError),
        generic_context_(xmlGenericErrorContext),
        generic_handler_(xmlGenericError) {
    xmlSetStructuredErrorFunc(data, handler);
    xmlSetGenericErrorFunc(nullptr, discard);
  }
  ~ThreadErrors() {
    xmlSetStructuredErrorFunc(context_, handler_);
    xmlSetGenericErrorFunc(generic_context_, generic_handler_);
  }
  ThreadErrors(const ThreadErrors&) = delete;
  ThreadErrors& operator=(const ThreadErrors&) = delete;

 private:
  void* context_;
  xmlStructuredErrorFunc handler_;
  void* generic_context_;
  xmlGenericErrorFunc generic_handler_;
};

// One run of the parser. It cannot be stopped while it reads: then its input ends, and the reason for that is reported
// in place of the error that follows.
class XmlRun {
 public:
  XmlRun(const ByteSource& source, const XmlHandler& handle, const XmlLimits& limits)
      : source_(source), handle_(handle), limits_(limits) {}
  XmlRun(const XmlRun&) = delete;
  XmlRun& operator=(const XmlRun&) = delete;
  ~XmlRun() {
    if (context_ == nullptr) return;
    if (context_->myDoc != nullptr) xmlFreeDoc(context_->myDoc);  // from declarations; the context does not own it
    xmlFreeParserCtxt(context_);
  }

  Result<std::optional<XmlError>> run() {
    const ThreadErrors silent(this, [](void* data, auto*) { of(data).has_lost_bytes_ = true; });
    xmlSAXHandler handlers = sax_handlers();
    context_ = xmlCreateIOParserCtxt(
        &handlers, this, [](void* data, char* buffer, int size) { return of(data).read(buffer, size); }, nullptr, this,
        XML_CHAR_ENCODING_NONE);
    if (context_ == nullptr) return Failure{"cannot read", "XML", "out of memory", ""};
    xmlCtxtUseOptions(context_, XML_PARSE_NONET);
    xmlParseDocument(context_);
    if (failure_) return *failure_;
    if (!error_ && !is_stopped_ && (context_->wellFormed == 0 || cut_ || has_lost_bytes_))
      malformed(nullptr, line(), column(), 0);
    return error_;
  }

 private:
  static XmlRun& of(void* data) { return *static_cast<XmlRun*>(data); }

  static xmlSAXHandler sax_handlers() {
    xmlSAXHandler sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* space,
                            int namespaces, const xmlChar**, int attributes, int, const xmlChar** values) {
      of(data).start(name, prefix, space, namespaces, attributes, values);
    };
    sax.endElementNs = [](void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* space) {
      of(data).end(name, prefix, space);
    };
    sax.characters = [](void* data, const xmlChar* text, int size) { of(data).text(view(text, text + size)); };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    sax.comment = [](void* data, const xmlChar*) { of(data).pass(); };
    sax.processingInstruction = [](void* data, const xmlChar*, const xmlChar*) { of(data).pass(); };
    // For every entity but the five.
    sax.getEntity = [](void* data, const xmlChar* name) -> xmlEntityPtr {
      of(data).stop(XmlFault::unknown_entity, fmt::format("the entity '&{};' is not one of amp, lt, gt, quot and apos",
                                                          short_message(reinterpret_cast<const char*>(name))));
      return nullptr;
    };
    sax.getParameterEntity = [](void* data, const xmlChar*) -> xmlEntityPtr {
      of(data).refuse_declarations();
      return nullptr;
    };
    sax.entityDecl = [](void* data, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
      of(data).refuse_declarations();
    };
    sax.notationDecl = [](void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
      of(data).refuse_declarations();
    };
    sax.attributeDecl = [](void* data, const xmlChar*, const xmlChar*, int, int, const xmlChar*,
                           xmlEnumerationPtr choices) {
      xmlFreeEnumeration(choices);  // owned by this callback
      of(data).refuse_declarations();
    };
    sax.elementDecl = [](void* data, const xmlChar*, int, xmlElementContentPtr) { of(data).refuse_declarations(); };
    sax.unparsedEntityDecl = [](void* data, const xmlChar*, const xmlChar*, const xmlChar*, const xmlChar*) {
      of(data).refuse_declarations();
    };
    sax.serror = [](void* data, auto* error) {
      if (error->level == XML_ERR_FATAL) of(data).malformed(error->message, error->line, error->int2, error->code);
    };
    return sax;
  }

  int line() const { return std::max(xmlSAX2GetLineNumber(context_), 1); }
  int column() const { return std::max(xmlSAX2GetColumnNumber(context_), 1); }

  // Only the first error counts: libxml2's later ones follow from it.
  void malformed(const char* message, int at_line, int at_column, int code) {
    if (error_ || is_stopped_) return;
    if (cut_) {
      error_ = XmlError{XmlFault::over_limit, std::max({at_line, last_line_, 1}), std::max(at_column, 1), *cut_};
      return;
    }
    std::string reason = short_message(message);
    if (is_read_ && has_ended() && !open_.empty() && code != XML_ERR_TAG_NAME_MISMATCH) {
      reason = fmt::format("the file ends within the element that begins on line {}", open_.back().line);
    }
    if (has_lost_bytes_) reason = "it has bytes that are invalid in its encoding";
    error_ = XmlError{XmlFault::malformed, std::max(at_line, 1), std::max(at_column, 1),
                      "this is not well-formed XML: " + reason};
  }

  // Whether libxml2 is through with all that was read.
  bool has_ended() const { return context_->input != nullptr && context_->input->cur >= context_->input->end; }

  void stop(XmlFault fault, std::string message) {
    if (!error_ && !is_stopped_) error_ = XmlError{fault, line(), column(), std::move(message)};
    xmlStopParser(context_);
  }

  void refuse_declarations() {
    stop(XmlFault::declarations, "the document type declares entities, elements or attributes, which is not supported");
  }

  std::string too_many_attributes() const {
    return fmt::format("an element has more than {} attributes", limits_.attributes);
  }
  std::string too_many_namespaces() const {
    return fmt::format("more than {} namespaces are declared at once", limits_.namespaces);
  }

  // Ends the input after `kept` bytes of the chunk.
  void cut(std::size_t kept, std::string message) {
    cut_ = std::move(message);
    is_read_ = true;
    chunk_.resize(kept);
    next_ = std::min(next_, kept);
  }

  // The next chunk, once all of this one is used.
  Result<void> read_chunk() {
    // Whether a file of the full size ends there takes one more byte to know.
    const std::uint64_t left = limits_.file_bytes - offset_;
    auto chunk = source_(offset_, static_cast<std::size_t>(std::min<std::uint64_t>(chunk_bytes, left + 1)));
    if (!chunk) return chunk.failure();
    chunk_ = *std::move(chunk);
    next_ = 0;
    offset_ += chunk_.size();
    is_read_ = chunk_.empty();
    if (chunk_.size() > left)
      cut(static_cast<std::size_t>(left), fmt::format("the file has more than {} bytes", limits_.file_bytes));
    return {};
  }

  // Fills the buffer unless the file ends, so that nothing depends on the source's chunks.
  int read(char* buffer, int size) {
    if (error_ || is_stopped_) return 0;
    if (!cut_ && unpassed_ > limits_.markup_bytes)
      cut(0, fmt::format("a tag, CDATA section or comment has more than {} bytes", limits_.markup_bytes));
#if LIBXML_VERSION < 21200
    // It compares each attribute with all others when the tag is complete, so the number matters before that.
    if (context_->nsNr / 2 > limits_.namespaces) cut(0, too_many_namespaces());
    if (context_->maxatts / 5 > 4 * std::max(limits_.attributes, 8)) cut(0, too_many_attributes());  // it doubles
#endif
    const auto wanted = static_cast<std::size_t>(size);
    std::size_t filled = 0;
    while (filled < wanted) {
      if (next_ == chunk_.size()) {
        if (is_read_) break;
        if (auto chunk = read_chunk(); !chunk) {
          failure_ = chunk.failure();
          return -1;
        }
      }
      const std::size_t count = std::min(wanted - filled, chunk_.size() - next_);
      std::copy_n(chunk_.data() + next_, count, buffer + filled);
      filled += count;
      next_ += count;
    }
    unpassed_ += filled;
    return static_cast<int>(filled);
  }

  // After each piece of markup or text.
  void pass() {
    unpassed_ = 0;
    last_line_ = line();
  }

  // Whether to go on.
  bool give() {
    if (!handle_(event_)) {
      is_stopped_ = true;
      xmlStopParser(context_);
    }
    return !is_stopped_;
  }

  bool give_text() {
    if (error_ || is_stopped_) return false;
    if (event_.text.empty()) return true;
    event_.kind = XmlEventKind::text;
    event_.line = text_line_;
    event_.space.clear();
    event_.name.clear();
    event_.attributes.clear();
    const bool goes_on = give();
    event_.text.clear();
    return goes_on;
  }

  void set_name(XmlEventKind kind, const xmlChar* name, const xmlChar* prefix, const xmlChar* space) {
    event_.kind = kind;
    event_.line = last_line_;
    event_.space = view(space);
    event_.name = local_name(name, prefix, space);
    event_.attributes.clear();
  }

  static std::string local_name(const xmlChar* name, const xmlChar* prefix, const xmlChar* space) {
    const bool is_undeclared = prefix != nullptr && space == nullptr;
    return is_undeclared ? fmt::format("{}:{}", view(prefix), view(name)) : std::string(view(name));
  }

  void start(const xmlChar* name, const xmlChar* prefix, const xmlChar* space, int namespaces, int attributes,
             const xmlChar** values) {
    // libxml2 calls this before it checks that the tag ends here. If it does not, an error follows.
    const xmlChar* const at = context_->input->cur;
    if (at[0] != '>' && (at[0] != '/' || at[1] != '>')) return;
    if (!give_text()) return;
    pass();
    if (static_cast<int>(open_.size()) >= limits_.depth)
      return stop(XmlFault::over_limit, fmt::format("elements are nested more than {} deep", limits_.depth));
    if (attributes + namespaces > limits_.attributes) return stop(XmlFault::over_limit, too_many_attributes());
    namespaces_ += namespaces;
    if (namespaces_ > limits_.namespaces) return stop(XmlFault::over_limit, too_many_namespaces());
    open_.push_back({last_line_, namespaces});
    set_name(XmlEventKind::start, name, prefix, space);
    for (int i = 0; i < attributes; ++i, values += 5) {
      // Since XML_PARSE_NOENT is off, libxml2 leaves each ampersand in this form.
      event_.attributes.push_back({std::string(view(values[2])), local_name(values[0], values[1], values[2]),
                                   replace_all(view(values[3], values[4]), "&#38;", "&")});
    }
    give();
  }

  void end(const xmlChar* name, const xmlChar* prefix, const xmlChar* space) {
    if (!give_text()) return;
    pass();
    namespaces_ -= open_.back().namespaces;
    open_.pop_back();
    set_name(XmlEventKind::end, name, prefix, space);
    give();
  }

  void text(std::string_view piece) {
    if (error_ || is_stopped_) return;
    if (event_.text.empty()) text_line_ = last_line_;
    pass();
    if (piece.size() > limits_.text_bytes - event_.text.size())
      return stop(XmlFault::over_limit, fmt::format("a text has more than {} bytes", limits_.text_bytes));
    event_.text += piece;
  }

  struct OpenElement {
    int line = 0;
    int namespaces = 0;  // that it declares
  };

  const ByteSource& source_;
  const XmlHandler& handle_;
  const XmlLimits& limits_;
  xmlParserCtxtPtr context_ = nullptr;
  std::optional<XmlError> error_;
  std::optional<std::string> cut_;  // the limit that ends the input early
  std::optional<Failure> failure_;
  bool is_stopped_ = false;  // by the handler
  bool has_lost_bytes_ = false;

  std::string chunk_;
  std::size_t next_ = 0;      // in the chunk
  std::uint64_t offset_ = 0;  // of the chunk's end
  bool is_read_ = false;
  std::size_t unpassed_ = 0;  // bytes read since the last piece of markup or text

  XmlEvent event_;  // its text is the one that is not complete yet
  std::vector<OpenElement> open_;
  int namespaces_ = 0;  // that the open elements declare
  int text_line_ = 1, last_line_ = 1;
};

}  // namespace

const std::string* XmlEvent::attribute(std::string_view of_name, std::string_view of_space) const {
  for (const XmlAttribute& one : attributes) {
    if (one.name == of_name && one.space == of_space) return &one.value;
  }
  return nullptr;
}

Result<std::optional<XmlError>> read_xml(const ByteSource& source, const XmlHandler& handle, const XmlLimits& limits) {
  static const bool is_ready = (xmlInitParser(), true);
  static_cast<void>(is_ready);
  return XmlRun(source, handle, limits).run();
}

}  // namespace causerie
