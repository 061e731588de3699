#include "content/history_notes.h"

#include <charconv>

namespace causerie {
namespace {

constexpr std::string_view first_line = "causerie history 1\n";

class Writer {
 public:
  explicit Writer(std::string_view begin) : bytes(begin) {}
  Writer& text(std::string_view text) {
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
    return *this;
  }
  template <class Number>
  Writer& number(Number number) {
    return text(std::to_string(number));
  }
  Writer& hash(Hash hash) { return text(hex(hash)); }

  std::string bytes;
};

// Reads as far as it goes; what is not there is empty, and `is_broken` says so.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::string_view text() {
    std::size_t size = 0;
    const char* end = rest_.data() + rest_.size();
    const auto [colon, error] = std::from_chars(rest_.data(), end, size);
    if (error != std::errc() || colon == end || *colon != ':' || size > static_cast<std::size_t>(end - colon - 1)) {
      is_broken_ = true;
      rest_ = {};
      return {};
    }
    const std::string_view text(colon + 1, size);
    rest_ = std::string_view(text.data() + size, static_cast<std::size_t>(end - text.data()) - size);
    return text;
  }
  std::int64_t number() {
    const std::string_view digits = text();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) is_broken_ = true;
    return number;
  }
  // Nothing is made ready for so many, so that a broken count asks for no memory.
  std::int64_t count() { return number(); }
  Hash hash() {
    const auto hash = parse_hash(text());
    if (!hash) is_broken_ = true;
    return hash.value_or(Hash());
  }
  bool is_broken() const { return is_broken_; }
  bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_broken_ = false;
};

std::size_t hash_field_size() { return Writer("").hash({}).bytes.size(); }

}  // namespace

std::string encode_notes(const HistoryNotes& notes, Hash key) {
  Writer writer(first_line);
  writer.hash(key).text(notes.head).number(notes.commits.size());
  for (const FolderCommit& commit : notes.commits) {
    writer.number(commit.authored.seconds).number(commit.changes.size());
    for (const FileChange& change : commit.changes) writer.text(change.path).text(change.blob).text(change.moved_from);
  }
  writer.number(notes.facts.size());
  for (const auto& [blob, facts] : notes.facts) {
    writer.text(blob).number(facts.is_publishable ? 1 : 0).text(facts.day ? iso(*facts.day) : "").hash(facts.text);
  }
  writer.number(notes.differences.size());
  for (const auto& [between, difference] : notes.differences) writer.hash(between).text(difference);
  const Hash all = hash_of(writer.bytes);
  return std::move(writer.hash(all).bytes);
}

HistoryNotes decode_notes(std::string_view bytes, Hash key) {
  if (!bytes.starts_with(first_line) || bytes.size() < first_line.size() + hash_field_size()) return {};
  const std::string_view body = bytes.substr(0, bytes.size() - hash_field_size());
  if (Reader(bytes.substr(body.size())).hash() != hash_of(body)) return {};
  Reader reader(body.substr(first_line.size()));
  if (reader.hash() != key) return {};
  HistoryNotes notes;
  notes.head = reader.text();
  for (auto commits = reader.count(); commits > 0 && !reader.is_broken(); --commits) {
    FolderCommit& commit = notes.commits.emplace_back(FolderCommit{{reader.number()}, {}});
    for (auto changes = reader.count(); changes > 0 && !reader.is_broken(); --changes) {
      FileChange& change = commit.changes.emplace_back();
      change.path = reader.text();
      change.blob = reader.text();
      change.moved_from = reader.text();
    }
  }
  for (auto facts = reader.count(); facts > 0 && !reader.is_broken(); --facts) {
    VersionFacts& one = notes.facts[std::string(reader.text())];
    one.is_publishable = reader.number() != 0;
    one.day = parse_day(reader.text());
    one.text = reader.hash();
  }
  for (auto differences = reader.count(); differences > 0 && !reader.is_broken(); --differences) {
    std::string& difference = notes.differences[reader.hash()];
    difference = reader.text();
  }
  return reader.is_broken() || !reader.is_at_end() ? HistoryNotes() : notes;
}

}  // namespace causerie
