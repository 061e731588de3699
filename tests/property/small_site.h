// A small site in memory with random edits like a writer's.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "base/memory_files.h"

namespace causerie {

class SmallSite {
 public:
  explicit SmallSite(unsigned seed);

  MemoryFiles& files() { return files_; }

  // Makes one edit, and returns its description: a text, a comment, series.yaml, site.yaml, the theme, a file deleted,
  // renamed or added. Some edits break the site; a later one fixes it.
  std::string edit();

  // Copies the files in a different order.
  void copy_shuffled(MemoryFiles& to);

 private:
  std::string essay_text(int part);
  std::string sentence();
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  std::string any_essay();

  std::mt19937 random_;
  MemoryFiles files_;
  int made_ = 0;
};

}  // namespace causerie
