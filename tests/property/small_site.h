// A small site in memory that changes at random, the way a writer changes a folder.
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

  // One edit: a text, a comment, series.yaml, site.yaml, the theme, a file gone, renamed or new. Says what it did. Some
  // edits break the site; a later one mends it.
  std::string edit();

  // The same files in a folder of its own, written in another order.
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
