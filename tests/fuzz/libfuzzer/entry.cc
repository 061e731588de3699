// The libFuzzer program: `causerie_fuzz --target=NAME [--seeds=FOLDER] FOLDER… -OPTION=…`. libFuzzer ignores options
// that begin with two dashes. With --seeds it first writes the target's seeds into that folder, and its tokens into
// FOLDER.tokens, for libFuzzer's option -dict.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/seeds.h"
#include "fuzz/target.h"
#include "support/golden.h"

namespace causerie::fuzz {
namespace {

const Target* chosen = nullptr;

void write_seeds(const Target& target, const std::string& folder) {
  int number = 0;
  for (const std::string& seed : seeds_of(target)) write_file(fmt::format("{}/seed-{:03}", folder, number++), seed);
  std::string tokens;
  for (const std::string_view token : target.tokens) {
    tokens += '"';
    for (const char c : token) tokens += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    tokens += "\"\n";
  }
  write_file(folder + ".tokens", tokens);
}

}  // namespace
}  // namespace causerie::fuzz

extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
  using namespace causerie::fuzz;
  std::string name, folder;
  for (int i = 1; i < *count; ++i) {
    const std::string_view word = (*words)[i];
    if (word.starts_with("--target=")) name = word.substr(9);
    if (word.starts_with("--seeds=")) folder = word.substr(8);
  }
  for (const Target* const target : targets) {
    if (target->name == name) chosen = target;
  }
  if (chosen == nullptr) {
    fmt::print(stderr, "no target '{}'; there are", name);
    for (const Target* const target : targets) fmt::print(stderr, " {}", target->name);
    fmt::print(stderr, "\n");
    std::exit(2);
  }
  if (!folder.empty()) write_seeds(*chosen, folder);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const auto faults = causerie::fuzz::chosen->attempt({reinterpret_cast<const char*>(data), size});
  for (const std::string& fault : faults) fmt::print(stderr, "does not hold: {}\n", fault);
  if (!faults.empty()) std::abort();
  return 0;
}
