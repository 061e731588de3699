// Builds a tree from yaml-cpp's events and adds the source locations that it omits. No yaml-cpp exception leaves this
// file.
#include "formats/yaml/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "formats/yaml/faults.h"
#include "formats/yaml/placeholders.h"
#include "formats/yaml/text.h"
#include "formats/yaml/tree.h"

namespace causerie {
namespace {

// yaml-cpp's messages are constants from its header, some followed by details.
YamlProblem problem_of(std::string_view message) {
  namespace says = YAML::ErrorMsg;
  struct Row {
    std::string_view message;
    YamlProblem problem;
  };
  // If one message is a prefix of another, the longer one comes first.
  static const Row rows[] = {
      {says::INVALID_ESCAPE, YamlProblem::unknown_escape},
      {says::INVALID_HEX, YamlProblem::escape_of_no_character},
      {says::INVALID_UNICODE, YamlProblem::escape_of_no_character},
      {says::MAP_VALUE, YamlProblem::unexpected_colon},
      {says::END_OF_MAP_FLOW, YamlProblem::open_bracket},
      {says::END_OF_SEQ_FLOW, YamlProblem::open_bracket},
      {says::END_OF_MAP, YamlProblem::no_next_entry},
      {says::END_OF_SEQ, YamlProblem::no_next_entry},
      {says::DOC_IN_SCALAR, YamlProblem::open_quote},
      {says::EOF_IN_SCALAR, YamlProblem::open_quote},
      {says::UNKNOWN_TOKEN, YamlProblem::no_start_of_a_value},
      {says::UNKNOWN_ANCHOR, YamlProblem::unknown_alias},
      {says::ALIAS_NOT_FOUND, YamlProblem::unknown_alias},
      {says::CHAR_IN_ALIAS, YamlProblem::unknown_alias},
      {says::ANCHOR_NOT_FOUND, YamlProblem::bad_anchor},
      {says::CHAR_IN_ANCHOR, YamlProblem::bad_anchor},
      {says::MULTIPLE_TAGS, YamlProblem::bad_anchor},
      {says::MULTIPLE_ANCHORS, YamlProblem::bad_anchor},
      {says::MULTIPLE_ALIASES, YamlProblem::bad_anchor},
      {says::CHAR_IN_BLOCK, YamlProblem::no_block_text},
      {says::ZERO_INDENT_IN_BLOCK, YamlProblem::no_block_text},
      {says::BLOCK_ENTRY, YamlProblem::misplaced_list},
      {says::FLOW_END, YamlProblem::misplaced_bracket},
  };
  const auto* const row =
      std::find_if(std::begin(rows), std::end(rows), [&](const Row& one) { return message.starts_with(one.message); });
  return row == std::end(rows) ? YamlProblem::other : row->problem;
}

class Reader : public YAML::EventHandler {
 public:
  Reader(const YamlPlaceholders& placeholders, const std::string& file, Position begin, bool is_foreign,
         Diagnostics& diagnostics)
      : placeholders_(placeholders),
        source_(placeholders.text(), begin),
        tree_(source_, file, diagnostics),
        file_(file),
        is_foreign_(is_foreign),
        diagnostics_(diagnostics) {}

  // nullopt for a tree with invalid keys, because its reader would report the same mistakes again. A tree followed by a
  // second document is complete.
  std::optional<Node> document(bool is_stopped) {
    if (tree_.has_faulty_key() || is_broken_ || (is_stopped && documents_ < 2)) return std::nullopt;
    if (tree_.root()) return std::move(tree_.root());
    Node empty;
    empty.span = source_.span(0, 0);
    empty.text_begin = empty.span.begin;
    return empty;
  }

  void report(const YAML::Exception& exception) {
    report(explain(source_, {problem_of(exception.msg), exception.mark.is_null() ? 0 : offset(exception.mark),
                             last_scalar_, tree_.last_bracket(), tree_.open_bracket()}));
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    // At a stray ',' yaml-cpp reports empty documents without end.
    if (documents_ > 0 && offset(mark) == document_begin_) {
      report({document_begin_, document_begin_ + 1, "no value can begin here", "put quotes around the text"});
      throw YamlStop();
    }
    document_begin_ = offset(mark);
    ++documents_;
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (documents_ > 1) return;
    std::size_t begin = anchor == YAML::NullAnchor ? offset(mark) : source_.skip_properties(offset(mark));
    FinishedNode null;
    null.node.text = null_word(begin);
    if (null.node.text.empty()) begin = anchor == YAML::NullAnchor ? empty_location(mark) : offset(mark);
    null.begin = begin;
    null.end = begin + null.node.text.size();
    null.node.span = source_.span(begin, null.end);
    null.node.text_begin = null.node.span.begin;
    null.node.is_plain = null.node.text_is_verbatim = true;
    // `tags: #php` is an empty value; `tags: # none yet` is meant to be one.
    const std::size_t comment = null.node.text.empty() ? comment_after(null.end) : std::string_view::npos;
    if (comment != std::string_view::npos && !is_yaml_blank(source_[comment + 1])) warn_of_comment(comment);
    tree_.add(std::move(null), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_second_document(mark);
    tree_.repeat(anchor, offset(mark), source_.skip_word(offset(mark)));
  }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string& value) override {
    refuse_second_document(mark);
    std::size_t begin = source_.skip_properties(offset(mark));
    WrittenScalar written = source_.scalar(begin, value);
    if (written.style == 0 && value.empty()) {  // a tag without a value
      begin = source_.skip_word(offset(mark));
      written.begin = written.end = written.text_begin = begin;
    }
    if (!written.is_closed) {
      report(explain_open_quote(source_, begin));
      throw YamlStop();
    }
    FinishedNode scalar;
    Node& node = scalar.node;
    node.kind = NodeKind::scalar;
    node.is_plain = written.style == 0;
    node.span.begin = source_.at(begin);
    node.text_begin = source_.at(written.text_begin);
    node.text_begin.column += written.indentation;
    node.text = restored(value, written);
    if (written.style == '"') {
      node.text = with_whole_escapes(std::move(node.text), source_.text().substr(begin, written.end - begin));
    }
    // Restoring placeholders can shorten the text by joining escapes, which the comparison did not see.
    node.text_is_verbatim = written.is_verbatim && (node.text.size() == value.size() ||
                                                    count_code_points(node.text) == count_code_points(value));
    node.span.end = source_.at(written.end);
    if (node.is_plain) {
      if (const auto comment = comment_after(written.end); comment != std::string_view::npos) warn_of_comment(comment);
    }
    scalar.begin = begin;
    scalar.end = written.end;
    scalar.weight = 1 + value.size() / 64;
    last_scalar_ = written;
    tree_.add(std::move(scalar), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(NodeKind::sequence, mark, tag, anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(NodeKind::map, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { tree_.close(); }
  void OnMapEnd() override { tree_.close(); }

 private:
  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(mark.pos), source_.text().size());
  }

  void report(YamlFault fault) {
    if (auto hidden = explain_hidden_character(source_, fault.begin)) fault = *std::move(hidden);
    std::vector<std::size_t> none;
    const auto words = [&](const std::string& text) { return placeholders_.restore(text, "", false, none); };
    tree_.error("broken-yaml", source_.span(fault.begin, fault.end), words(fault.message)).hint(words(fault.hint));
  }

  static bool is_yaml_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0'; }

  // Returns the offset of the comment that follows a value in its line, or npos.
  std::size_t comment_after(std::size_t end) const {
    std::size_t at = end;
    while (source_[at] == ' ' || source_[at] == '\t') ++at;
    return at > end && source_[at] == '#' ? at : std::string_view::npos;
  }

  // Only where people write texts: elsewhere a comment is what it looks like.
  void warn_of_comment(std::size_t begin) {
    static constexpr std::string_view texts[] = {"title", "summary", "description", "author", "body", "tags"};
    static constexpr std::string_view foreign_texts[] = {"name", "message", "content", "text", "comment"};
    if (tree_.is_key_next()) return;
    const std::string_view key = tree_.key_above();
    const bool is_text = std::ranges::find(texts, key) != std::end(texts) ||
                         (is_foreign_ && std::ranges::find(foreign_texts, key) != std::end(foreign_texts));
    if (!is_text) return;
    const std::size_t end = source_.line_end(begin);
    diagnostics_
        .warning("yaml-comment", {file_, source_.span(begin, end)}, "everything after ' #' is a comment to YAML")
        .hint("put the text in quotes");
  }

  void refuse_second_document(const YAML::Mark& mark) {
    if (documents_ < 2) return;
    const std::size_t begin = offset(mark);
    const bool is_marked = source_.text().substr(document_begin_).starts_with("---") ||
                           source_.text().substr(0, begin).find("\n...") != std::string_view::npos;
    if (is_marked) {
      report({begin, source_.line_end(begin), "a second document begins here; only the first would be read",
              "indent the '---' or '...' line above if it belongs to a text; else remove it, or everything after it"});
    } else {
      is_broken_ = true;
      // text after a complete value; reported like the same mistake inside a map
      report(explain(source_, {YamlProblem::no_next_entry, begin, last_scalar_, tree_.last_bracket(), {}}));
    }
    throw YamlStop();
  }

  void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    refuse_second_document(mark);
    const bool has_properties = anchor != YAML::NullAnchor || (!tag.empty() && tag != "?");
    const std::size_t begin = has_properties ? source_.skip_properties(offset(mark)) : offset(mark);
    tree_.open(kind, begin, style == YAML::EmitterStyle::Flow, anchor);
  }

  // Returns the text of a null. yaml-cpp places a null at the next token, which may be the null itself or belong to
  // another node; empty in the second case.
  std::string null_word(std::size_t begin) const {
    for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
      const std::size_t end = begin + word.size();
      if (!source_.text().substr(begin).starts_with(word)) continue;
      if (source_.skip_word(begin) != end && source_[end] != ':') continue;
      if (tree_.is_key_next() || source_[source_.skip_blanks(end)] != ':') return std::string(word);
    }
    return "";
  }

  // Returns the offset where a missing value would be.
  std::size_t empty_location(const YAML::Mark& mark) const {
    const OpenNode* parent = tree_.innermost();
    const bool is_map = parent && parent->whole.node.kind == NodeKind::map;
    if (!parent || tree_.is_key_next() || (parent->is_flow && !is_map)) return offset(mark);
    const std::size_t next = source_.skip_blanks(parent->whole.end);
    return source_[next] == (is_map ? ':' : '-') ? next + 1 : parent->whole.end;
  }

  std::string restored(const std::string& value, const WrittenScalar& written) {
    std::vector<std::size_t> lone;
    std::string text = placeholders_.restore(value, source_.text().substr(written.begin, written.end - written.begin),
                                             written.style == '"', lone);
    for (const std::size_t at : lone) {
      const Position begin = source_.at(written.begin + at);
      const SourceLocation location{file_, {begin, {begin.line, begin.column + 6}}};  // \ud83d or its placeholder
      const std::string message = "this is half of a character: the escape that completes it is missing";
      if (is_foreign_) {
        diagnostics_.warning("lone-surrogate", location, message + "; shown as \uFFFD");
      } else {
        diagnostics_.error("lone-surrogate", location, message).hint("write the character itself");
      }
    }
    return text;
  }

  const YamlPlaceholders& placeholders_;
  YamlText source_;
  YamlTree tree_;
  const std::string& file_;
  bool is_foreign_;
  Diagnostics& diagnostics_;
  int documents_ = 0;
  bool is_broken_ = false;  // there is text after the first document, without a marker between them
  std::size_t document_begin_ = 0;
  std::optional<WrittenScalar> last_scalar_;
};

// A stream buffer over an existing text.
class TextBuffer : public std::streambuf {
 public:
  explicit TextBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // required by setg(); nothing is written
    setg(begin, begin, begin + text.size());
  }
};

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const NodeEntry& e) { return e.key.text == key; });
  return found == entries.end() ? nullptr : &found->value;
}

Position Node::position_in_file(Position in_text) const {
  if (!text_is_verbatim) return span.begin;
  return {text_begin.line + in_text.line - 1, text_begin.column + in_text.column - 1};
}

std::optional<Node> parse_yaml(std::string_view text, const std::string& file, Position begin, bool is_foreign,
                               Diagnostics& diagnostics) {
  const YamlPlaceholders placeholders(text);
  Reader reader(placeholders, file, begin, is_foreign, diagnostics);
  TextBuffer buffer(placeholders.text());
  std::istream stream(&buffer);
  bool is_stopped = true;
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(reader)) continue;
    is_stopped = false;
  } catch (const YamlStop&) {
  } catch (const YAML::Exception& exception) {
    reader.report(exception);
  }
  return reader.document(is_stopped);
}

}  // namespace causerie
