#include "content/history_notes.h"

#include "base/binary.h"

namespace causerie {
namespace {

constexpr std::string_view history_line = "causerie history 2\n";

ObjectId read_id(BinaryReader& reader) {
  ObjectId id;
  const std::string_view bytes = reader.text();
  if (bytes.size() == id.bytes.size()) std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

void write(BinaryWriter& writer, const FolderPast& past) {
  writer.text(past.head.view());
  writer.text(past.prefix);
  writer.number32(past.commits.size());
  for (const FolderCommit& commit : past.commits) {
    writer.number64(static_cast<std::uint64_t>(commit.authored.seconds));
    writer.number32(commit.changes.size());
    for (const FileChange& change : commit.changes) {
      writer.text(change.path);
      writer.text(change.blob.view());
      writer.text(change.moved_from);
    }
  }
}

FolderPast read_past(BinaryReader& reader) {
  FolderPast past;
  past.head = read_id(reader);
  past.prefix = reader.text();
  past.commits.resize(reader.count(12));
  for (FolderCommit& commit : past.commits) {
    commit.authored.seconds = static_cast<std::int64_t>(reader.number64());
    commit.changes.resize(reader.count(12));
    for (FileChange& change : commit.changes) {
      change.path = reader.text();
      change.blob = read_id(reader);
      change.moved_from = reader.text();
    }
  }
  return past;
}

}  // namespace

std::string encode_notes(const HistoryNotes& notes, Hash key) {
  BinaryWriter writer(history_line);
  writer.hash(key);
  writer.text(notes.state);
  write(writer, notes.past);
  writer.number32(notes.facts.size());
  for (const auto& [blob, facts] : notes.facts) {
    writer.text(blob.view());
    writer.number32(facts.is_publishable ? 1 : 0);
    writer.text(facts.day ? iso(*facts.day) : "");
    writer.hash(facts.text);
  }
  writer.number32(notes.differences.size());
  for (const auto& [between, difference] : notes.differences) {
    writer.hash(between);
    writer.hash(difference);
  }
  return std::move(writer).finish();
}

HistoryNotes decode_notes(std::string_view bytes, Hash key) {
  BinaryReader reader(bytes, history_line);
  if (reader.hash() != key) return {};
  HistoryNotes notes;
  notes.state = reader.text();
  notes.past = read_past(reader);
  notes.facts.resize(reader.count(28));
  for (auto& [blob, facts] : notes.facts) {
    blob = read_id(reader);
    facts.is_publishable = reader.number32() != 0;
    facts.day = parse_day(reader.text());
    facts.text = reader.hash();
  }
  notes.differences.resize(reader.count(32));
  for (auto& [between, difference] : notes.differences) {
    between = reader.hash();
    difference = reader.hash();
  }
  if (reader.is_broken() || !reader.is_at_end()) return {};
  return notes;
}

}  // namespace causerie
