#include "content/parse_cache_encoding.h"

#include <concepts>
#include <type_traits>

#include "base/diagnostic_bytes.h"

namespace causerie {
namespace {

template <class T, class Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

// Writes or reads the members of each type, in order. One description serves both directions, and a type that gains a
// member does not compile here until it is added.
template <class Bytes>
class Members {
 public:
  explicit Members(Bytes& bytes) : bytes_(bytes) {}

  void operator()(auto&... values) { (one(values), ...); }
  template <class T>
  T read() {
    T value{};
    one(value);
    return value;
  }

 private:
  static constexpr bool is_writing = std::same_as<Bytes, BinaryWriter>;

  template <class T>
  requires std::integral<T> || std::is_enum_v<T>
  void one(T& number) {
    if constexpr (is_writing && sizeof(T) <= 4) {
      bytes_.number32(static_cast<std::uint32_t>(number));
    } else if constexpr (is_writing) {
      bytes_.number64(static_cast<std::uint64_t>(number));
    } else {
      number = static_cast<T>(sizeof(T) <= 4 ? bytes_.number32() : bytes_.number64());
    }
  }
  void one(Is<std::string> auto& text) {
    if constexpr (is_writing) {
      bytes_.text(text);
    } else {
      text = bytes_.text();
    }
  }
  void one(Is<Hash> auto& hash) {
    if constexpr (is_writing) {
      bytes_.hash(hash);
    } else {
      hash = bytes_.hash();
    }
  }
  void one(Is<FileStat> auto& stat) {
    if constexpr (is_writing) {
      bytes_.stat(stat);
    } else {
      stat = bytes_.stat();
    }
  }
  template <class T>
  void one(const std::vector<T>& list) {
    bytes_.number32(list.size());
    for (const T& item : list) one(item);
  }
  template <class T>
  void one(std::vector<T>& list) {
    list.resize(bytes_.count(4));
    for (T& item : list) one(item);
  }
  template <class T>
  void one(const std::optional<T>& value) {
    bytes_.number32(value ? 1 : 0);
    if (value) one(*value);
  }
  template <class T>
  void one(std::optional<T>& value) {
    if (bytes_.number32() != 0) one(value.emplace());
  }

  void one(Is<Position> auto& position) {
    auto& [line, column] = position;
    (*this)(line, column);
  }
  void one(Is<Span> auto& span) {
    auto& [begin, end] = span;
    (*this)(begin, end);
  }
  void one(Is<SourceLocation> auto& location) {
    auto& [file, span] = location;
    (*this)(file, span);
  }
  void one(Is<Placed> auto& placed) {
    auto& [text, span] = placed;
    (*this)(text, span);
  }
  void one(Is<Day> auto& of) {
    auto& [year, month, day] = of;
    (*this)(year, month, day);
  }
  void one(Is<Date> auto& date) {
    auto& [day, instant, has_time, offset] = date;
    (*this)(day, instant.seconds, has_time, offset);
  }
  void one(Is<ImageSize> auto& size) {
    auto& [width, height] = size;
    (*this)(width, height);
  }

  void one(Is<Hole> auto& hole) {
    auto& [kind, offset, index] = hole;
    (*this)(kind, offset, index);
  }
  void one(Is<HollowHtml> auto& hollow) {
    auto& [html, holes] = hollow;
    (*this)(html, holes);
  }
  void one(Is<ProseLink> auto& link) {
    auto& [destination, title, is_empty, is_automatic, location] = link;
    (*this)(destination, title, is_empty, is_automatic, location);
  }
  void one(Is<ProseImage> auto& image) {
    auto& [destination, alternative, title, location] = image;
    (*this)(destination, alternative, title, location);
  }
  void one(Is<ProseAddress> auto& address) {
    auto& [destination, location] = address;
    (*this)(destination, location);
  }
  void one(Is<ProseHeading> auto& heading) {
    auto& [level, id, text, html, location] = heading;
    (*this)(level, id, text, html, location);
  }
  void one(const ProseFault& fault) {
    auto& [code, message, hint, location, is_error] = fault;
    bytes_.text(code.name());
    (*this)(message, hint, location, is_error);
  }
  void one(std::vector<ProseFault>& faults) {
    for (std::size_t left = bytes_.count(4); left > 0; --left) {
      const auto code = DiagnosticCode::named(bytes_.text());
      if (!code) return bytes_.give_up();
      ProseFault& fault = faults.emplace_back(ProseFault{*code, {}, {}, {}});
      (*this)(fault.message, fault.hint, fault.position, fault.is_error);
    }
  }
  void one(Is<Prose> auto& prose) {
    auto& [body, summary, links, images, addresses, requests, raw_links, headings, raw_ids, faults, has_raw_html,
           words] = prose;
    (*this)(body, summary, links, images, addresses, requests, raw_links, headings, raw_ids, faults, has_raw_html,
            words);
  }
  void one(Is<Passage> auto& passage) {
    auto& [file, begin, is_verbatim, prose, hash] = passage;
    (*this)(file, begin, is_verbatim, prose, hash);
  }

  void one(Is<Comment> auto& comment) {
    auto& [id, parent, has_lost_parent, author, url, date, status, is_by_author, is_foreign, body, hash, location,
           parent_location] = comment;
    (*this)(id, parent, has_lost_parent, author, url, date, status, is_by_author, is_foreign, body, hash, location,
            parent_location);
  }
  void one(Is<Essay> auto& essay) {
    auto& [source, folder, stem, kind, is_sound, title, slug, slug_location, part, part_location, date,
           has_unreadable_date, updated, is_draft, is_listed, id, summary, tags, authors, aliases, refused_aliases,
           image, comment_setting, contents, language, canonical_url, params, body, comments, has_all_comments] = essay;
    (*this)(source, folder, stem, kind, is_sound, title, slug, slug_location, part, part_location, date,
            has_unreadable_date, updated, is_draft, is_listed, id, summary, tags, authors, aliases, refused_aliases,
            image, comment_setting, contents, language, canonical_url, params, body, comments, has_all_comments);
  }
  void one(Is<Expected> auto& expected) {
    auto& [year, month, day] = expected;
    (*this)(year, month, day);
  }
  void one(Is<PlannedPart> auto& planned) {
    auto& [part, title, expected, span] = planned;
    (*this)(part, title, expected, span);
  }
  void one(Is<OrderEntry> auto& entry) {
    auto& [stem, group] = entry;
    (*this)(stem, group);
  }
  void one(Is<Series> auto& series) {
    auto& [source, folder, title, description, slug, slug_span, is_complete, is_sound, has_unreadable_plan, order,
           planned, authors, image] = series;
    (*this)(source, folder, title, description, slug, slug_span, is_complete, is_sound, has_unreadable_plan, order,
            planned, authors, image);
  }

  // The values that `params` may contain: true or false, texts, lists and maps.
  void one(const Record& record) {
    bytes_.number32(record.fields().size());
    for (const auto& [name, value] : record.fields()) (*this)(name, value);
  }
  void one(Record& record) {
    for (std::size_t left = bytes_.count(4); left > 0; --left) {
      std::string name;
      Value value;
      (*this)(name, value);
      record.set(name, std::move(value));
    }
  }
  void one(const Value& value) {
    const auto index = value.state().index();
    one(index);
    if (const auto* flag = std::get_if<bool>(&value.state())) one(*flag);
    if (const auto* text = std::get_if<std::string>(&value.state())) one(*text);
    if (const auto* list = std::get_if<List>(&value.state())) one(*list);
    if (const auto* record = std::get_if<Record>(&value.state())) one(*record);
  }
  void one(Value& value) {
    std::size_t index = 0;
    one(index);
    if (index == Value(true).state().index()) value = read<bool>();
    if (index == Value("").state().index()) value = read<std::string>();
    if (index == Value(List()).state().index()) value = read<List>();
    if (index == Value(Record()).state().index()) value = read<Record>();
  }
  void one(const Diagnostics& said) {
    bytes_.number32(said.items().size());
    for (const Diagnostic& diagnostic : said.items()) write(bytes_, diagnostic);
  }
  void one(Diagnostics& said) {
    for (std::size_t left = bytes_.count(4); left > 0; --left) {
      auto diagnostic = read_diagnostic(bytes_);
      if (!diagnostic) return bytes_.give_up();
      said.add(*std::move(diagnostic));
    }
  }

  void one(Is<CachedFile> auto& reading) {
    auto& [stat, was_at_rest, bytes, picture, disk_size] = reading;
    (*this)(stat, was_at_rest, bytes, picture);
    static_cast<void>(disk_size);
  }
  void one(Is<CachedSeries> auto& reading) {
    auto& [key, series, said, disk_size] = reading;
    (*this)(key, series, said);
    static_cast<void>(disk_size);
  }
  void one(const CachedEssay& reading) {
    (*this)(reading.text_key, reading.comments_key, *reading.essay, reading.text_said, reading.comments_said);
  }
  void one(CachedEssay& reading) {
    const auto essay = std::make_shared<Essay>();
    (*this)(reading.text_key, reading.comments_key, *essay, reading.text_said, reading.comments_said);
    reading.essay = essay;
  }

  Bytes& bytes_;
};

}  // namespace

void write(BinaryWriter& writer, const CachedFile& reading) { Members{writer}(reading); }
void write(BinaryWriter& writer, const CachedSeries& reading) { Members{writer}(reading); }
void write(BinaryWriter& writer, const CachedEssay& reading) { Members{writer}(reading); }

CachedFile read_cached_file(BinaryReader& reader) { return Members(reader).read<CachedFile>(); }
CachedSeries read_cached_series(BinaryReader& reader) { return Members(reader).read<CachedSeries>(); }
CachedEssay read_cached_essay(BinaryReader& reader) { return Members(reader).read<CachedEssay>(); }

}  // namespace causerie
