#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace causerie {

TemporaryFolder::TemporaryFolder() {
  std::string name = testing::TempDir() + "causerie-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder in " + testing::TempDir());
  path_ = std::filesystem::canonical(name);  // as it appears in the program's messages
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // files that a test made unreadable are left to the system
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace causerie
