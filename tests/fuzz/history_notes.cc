// Fuzzes the stored history, with a correct hash over arbitrary content.
#include "content/history_notes.h"

#include "base/binary.h"
#include "fuzz/target.h"

namespace causerie::fuzz {
namespace {

using namespace std::string_view_literals;

Faults attempt(std::string_view bytes) {
  constexpr Hash key{1, 2};
  const std::string none = encode_notes({}, key);
  const std::string_view begin = std::string_view(none).substr(0, none.find('\n') + 1);
  BinaryWriter keyed(begin);
  keyed.hash(key);
  const std::string head = std::move(keyed).finish();
  BinaryWriter writer(head.substr(0, begin.size() + sizeof(Hash)) + std::string(bytes));
  const HistoryNotes notes = decode_notes(std::move(writer).finish(), key);

  Faults faults;
  if (decode_notes(encode_notes(notes, key), key) != notes) faults.push_back("notes that are not read as written");
  if (decode_notes(bytes, key) != HistoryNotes()) faults.push_back("notes without their hash");
  return faults;
}

#define ID "\x14\0\0\0abcdefghijklmnopqrst"
#define HASH "0123456789abcdef"
constexpr std::string_view seed_files[] = {"content/**.md"};
constexpr std::string_view seeds[] = {"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"sv,
                                      "\5\0\0\0state" ID "\3\0\0\0web\1\0\0\0\1\0\0\0\0\0\0\0\1\0\0\0\4\0\0\0a.md" ID
                                      "\0\0\0\0\0\0\0\0\0\0\0\0"sv,
                                      "\0\0\0\0" ID "\0\0\0\0\0\0\0\0\1\0\0\0" ID
                                      "\1\0\0\0\x0A\0\0\0"
                                      "2024-05-01" HASH "\1\0\0\0" HASH HASH ""sv};
constexpr std::string_view tokens[] = {"\0\0\0\0"sv,
                                       "\1\0\0\0"sv,
                                       "\xFF\xFF\xFF\xFF"sv,
                                       "\xFF\xFF\xFF\x7F"sv,
                                       ID ""sv,
                                       HASH HASH ""sv,
                                       "\x0A\0\0\0"
                                       "2024-02-30"sv,
                                       "a.md"sv};
#undef ID
#undef HASH

}  // namespace

const Target history_notes = {
    .name = "history_notes", .attempt = attempt, .seed_files = seed_files, .seeds = seeds, .tokens = tokens};

}  // namespace causerie::fuzz
