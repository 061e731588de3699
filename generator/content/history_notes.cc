#include "content/history_notes.h"

#include "base/binary.h"

namespace causerie {
namespace {

constexpr std::string_view first_line = "causerie history 1\n";

}  // namespace

std::string encode_notes(const HistoryNotes& notes, Hash key) {
  BinaryWriter writer(first_line);
  writer.hash(key);
  writer.text(notes.head);
  writer.number32(notes.commits.size());
  for (const FolderCommit& commit : notes.commits) {
    writer.number64(static_cast<std::uint64_t>(commit.authored.seconds));
    writer.number32(commit.changes.size());
    for (const FileChange& change : commit.changes) {
      writer.text(change.path);
      writer.text(change.blob);
      writer.text(change.moved_from);
    }
  }
  writer.number32(notes.facts.size());
  for (const auto& [blob, facts] : notes.facts) {
    writer.text(blob);
    writer.number32(facts.is_publishable ? 1 : 0);
    writer.text(facts.day ? iso(*facts.day) : "");
    writer.hash(facts.text);
  }
  writer.number32(notes.differences.size());
  for (const auto& [between, difference] : notes.differences) {
    writer.hash(between);
    writer.text(difference);
  }
  return std::move(writer).finish();
}

HistoryNotes decode_notes(std::string_view bytes, Hash key) {
  BinaryReader reader(bytes, first_line);
  if (reader.hash() != key) return {};
  HistoryNotes notes;
  notes.head = reader.text();
  notes.commits.resize(reader.count(12));
  for (FolderCommit& commit : notes.commits) {
    commit.authored.seconds = static_cast<std::int64_t>(reader.number64());
    commit.changes.resize(reader.count(12));
    for (FileChange& change : commit.changes) {
      change.path = reader.text();
      change.blob = reader.text();
      change.moved_from = reader.text();
    }
  }
  for (std::size_t facts = reader.count(28); facts > 0; --facts) {
    VersionFacts& one = notes.facts[std::string(reader.text())];
    one.is_publishable = reader.number32() != 0;
    one.day = parse_day(reader.text());
    one.text = reader.hash();
  }
  for (std::size_t differences = reader.count(20); differences > 0; --differences) {
    std::string& difference = notes.differences[reader.hash()];
    difference = reader.text();
  }
  return reader.is_broken() || !reader.is_at_end() ? HistoryNotes() : notes;
}

}  // namespace causerie
