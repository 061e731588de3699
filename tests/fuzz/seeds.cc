#include "fuzz/seeds.h"

#include <algorithm>

#include "base/text.h"
#include "support/golden.h"

namespace causerie::fuzz {
namespace {

// The texts of fenced blocks; in Markdown examples a line `.` ends the input.
void add_fenced_blocks(std::string_view text, std::vector<std::string>& seeds) {
  std::string fence;  // empty: outside a block
  std::string block;
  for (const std::string_view line : lines_of(text)) {
    const auto ticks = std::min(line.find_first_not_of('`'), line.size());
    if (fence.empty()) {
      if (ticks < 3) continue;
      fence = line.substr(0, ticks);
      block.clear();
    } else if (line == fence) {
      seeds.push_back(block.substr(0, block.find("\n.\n")));
      fence.clear();
    } else {
      block += std::string(line) + "\n";
    }
  }
}

}  // namespace

std::vector<std::string> seeds_of(const Target& target) {
  const std::string root = CAUSERIE_SOURCE_DIR "/";
  std::vector<std::string> seeds(target.seeds.begin(), target.seeds.end());
  for (const char* const folder : {"content", "tests/sites", "themes"}) {
    for (const auto& [path, bytes] : read_tree(root + folder)) {
      const std::string name = std::string(folder) + "/" + path;
      const bool is_seed = std::any_of(target.seed_files.begin(), target.seed_files.end(),
                                       [&](std::string_view glob) { return matches_glob(glob, name); });
      if (is_seed) seeds.push_back(bytes);
    }
  }
  if (!target.examples.empty())
    add_fenced_blocks(read_file(root + "tests/examples/" + std::string(target.examples)), seeds);
  std::erase_if(seeds, [](const std::string& seed) { return seed.size() > seed_size_limit; });
  std::sort(seeds.begin(), seeds.end());
  seeds.erase(std::unique(seeds.begin(), seeds.end()), seeds.end());
  return seeds;
}

}  // namespace causerie::fuzz
