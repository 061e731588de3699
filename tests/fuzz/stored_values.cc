// Fuzzes the decoding of values in the build cache: any bytes decode to nothing, or to a value that is encoded and
// decoded again without change.
#include "base/encoding.h"
#include "content/history_cache.h"
#include "fuzz/target.h"

namespace causerie::fuzz {
namespace {

using namespace std::string_view_literals;

Faults attempt(std::string_view bytes) {
  const auto history = decoded<CachedHistory>(bytes);
  if (history && decoded<CachedHistory>(encoded(*history)) != history)
    return {"a value that does not survive encoding"};
  return {};
}

#define ID "abcdefghijklmnopqrst"
#define HASH "0123456789abcdef"
constexpr std::string_view seed_files[] = {"content/**.md"};
constexpr std::string_view seeds[] = {"\0\0" ID "\0\0\0\0"sv, "\3UTC\5state" ID "\3web\1\x0A\1\4a.md" ID "\0\0\0"sv,
                                      "\0\0" ID "\0\0\1" ID "\1\1\xD0\x1F\x0A\2" HASH "\1" HASH HASH ""sv};
constexpr std::string_view tokens[] = {
    "\0"sv,    "\1"sv,  "\xFF\xFF\xFF\xFF\x0F"sv, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"sv, ID ""sv,
    HASH ""sv, "a.md"sv};
#undef ID
#undef HASH

}  // namespace

const Target stored_values = {
    .name = "stored_values", .attempt = attempt, .seed_files = seed_files, .seeds = seeds, .tokens = tokens};

}  // namespace causerie::fuzz
