// Named values that are kept between runs, in one file (SQLite 3). They only ever save work: whatever is wrong with the
// file, values are missing, and the caller computes them again.
//
// The file belongs to one program: one that another program wrote is emptied. Each value is stored with a hash of the
// program, its kind, key and bytes (XXH3, 128 bits), because SQLite has no checksums. The file has mode 0600.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace causerie {

class Store {
 public:
  Store();  // in memory, for as long as it lives
  // `path` is absolute; its folder is made when something is written. Nothing is opened yet.
  Store(std::string path, Hash program);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Calls are safe from several threads. A value that is damaged counts as missing.
  std::optional<std::string> find(std::string_view kind, std::string_view key);
  // All values of a kind, by key (byte order). The views are valid during the call; `visit` must not use the store.
  void for_each(std::string_view kind, const std::function<void(std::string_view key, std::string_view value)>& visit);

  // Nothing is stored before `commit`. The first change locks the file for other writers; if that is not possible, or
  // the file cannot be written, changes are dropped.
  void put(std::string_view kind, std::string_view key, std::string_view value);
  void remove(std::string_view kind, std::string_view key);
  void remove_all(std::string_view kind);
  // True if everything since the last commit is in the file now.
  bool commit();

  const std::string& path() const;
  // Why the file is not used, for people; empty if it is.
  std::string fault() const;

  // In bytes. A file that has grown larger is emptied by the next run.
  static constexpr std::int64_t size_limit = 2'000'000'000;

 private:
  class Database;
  std::unique_ptr<Database> database_;
};

}  // namespace causerie
