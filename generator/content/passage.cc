#include "content/passage.h"

#include "base/text.h"

namespace causerie {
namespace {

Passage parse(std::string_view text, Passage passage, const MarkdownOptions& options, Diagnostics& diagnostics) {
  passage.prose = parse_markdown(text, options);
  passage.hash = Hasher().add(text).add(hash_of(options)).finish();
  for (const ProseFault& fault : passage.prose.faults) {
    const SourceLocation location = passage.location(fault.position);
    (fault.is_error ? diagnostics.error(fault.code, location, fault.message)
                    : diagnostics.warning(fault.code, location, fault.message))
        .hint(fault.hint);
  }
  return passage;
}

}  // namespace

SourceLocation Passage::location(Position in_text, int length) const {
  if (!is_verbatim) return {file, {begin, begin}};
  const Position at{begin.line + in_text.line - 1, begin.column + in_text.column - 1};
  return {file, {at, {at.line, at.column + length}}};
}

SourceLocation Passage::location(const ProseImage& image) const {
  return location(image.position, static_cast<int>(count_code_points(image.destination + image.alternative)) + 5);
}

Passage read_passage(std::string_view text, std::string file, int first_line, const MarkdownOptions& options,
                     Diagnostics& diagnostics) {
  Passage passage;
  passage.file = std::move(file);
  passage.begin = {first_line, 1};
  return parse(text, std::move(passage), options, diagnostics);
}

Passage read_passage(const Node& scalar, std::string file, const MarkdownOptions& options, Diagnostics& diagnostics) {
  Passage passage;
  passage.file = std::move(file);
  if (scalar.kind != NodeKind::scalar) return passage;
  passage.is_verbatim = scalar.text_is_verbatim;
  passage.begin = scalar.text_is_verbatim ? scalar.text_begin : scalar.span.begin;
  return parse(scalar.text, std::move(passage), options, diagnostics);
}

std::string shown_title(std::string written, const MarkdownOptions& options) {
  return options.is_smart ? typographic_title(written, options.language) : written;
}

Hash hash_of(const MarkdownOptions& options) {
  return Hasher()
      .add(options.is_untrusted)
      .add(options.shows_raw_html)
      .add(options.is_smart)
      .add(options.language)
      .add(options.top_heading_level)
      .finish();
}

}  // namespace causerie
