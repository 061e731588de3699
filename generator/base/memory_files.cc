#include "base/memory_files.h"

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"

namespace causerie {

namespace {

constexpr int link_limit = 40;  // as on Linux

class MemoryLock : public FileLock {
 public:
  explicit MemoryLock(std::shared_ptr<const int> token) : token_(std::move(token)) {}

 private:
  std::shared_ptr<const int> token_;
};

void push_reversed(std::vector<std::string>& pending, std::string_view path) {
  const auto names = split(path, '/');
  pending.insert(pending.end(), names.rbegin(), names.rend());
}

}  // namespace

std::optional<std::string> MemoryFiles::walk(std::string_view path, LastLink last) const {
  std::vector<std::string> pending;
  push_reversed(pending, path);
  std::string here;
  int links = 0;
  while (!pending.empty()) {
    const std::string name = std::move(pending.back());
    pending.pop_back();
    if (name.empty() || name == ".") continue;
    if (name == "..") {
      if (here.empty()) return std::nullopt;
      here = std::string(parent_of(here));
      continue;
    }
    std::string next = join_path(here, name);
    const auto found = entries_.find(next);
    const bool is_link = found != entries_.end() && found->second.stat.kind == FileKind::link;
    if (is_link && (last == LastLink::followed || !pending.empty())) {
      const std::string& target = found->second.text;
      if (links_ == FollowLinks::no || ++links > link_limit || target.starts_with('/')) return std::nullopt;
      push_reversed(pending, target);
    } else {
      here = std::move(next);
    }
  }
  return here;
}

const MemoryFiles::Entry* MemoryFiles::entry_at(std::string_view path, LastLink last) const {
  const auto real = walk(path, last);
  if (!real) return nullptr;
  if (real->empty()) return &top_;
  const auto found = entries_.find(*real);
  return found == entries_.end() ? nullptr : &found->second;
}

MemoryFiles::Entry MemoryFiles::new_entry(FileKind kind, std::string_view text) {
  ++ticks_;
  return {.stat = {.kind = kind,
                   .size = text.size(),
                   .modified_ns = ticks_,
                   .changed_ns = ticks_,
                   .device = 1,
                   .inode = static_cast<std::uint64_t>(ticks_)},
          .text = std::string(text)};
}

bool MemoryFiles::make_folders(std::string_view path) {
  for (std::size_t end = 0; end != path.size();) {
    end = std::min(path.find('/', end + 1), path.size());
    const std::string_view folder = path.substr(0, end);
    const auto found = entries_.find(folder);
    if (found == entries_.end()) {
      entries_.emplace(folder, new_entry(FileKind::folder, ""));
      touch_folder_of(folder);
    } else if (found->second.stat.kind != FileKind::folder) {
      return false;
    }
  }
  return true;
}

void MemoryFiles::touch_folder_of(std::string_view path) {
  const auto folder = entries_.find(parent_of(path));
  FileStat& stat = folder == entries_.end() ? top_.stat : folder->second.stat;
  stat.modified_ns = stat.changed_ns = ++ticks_;
}

void MemoryFiles::put(std::string_view path, std::string_view bytes) {
  const std::lock_guard guard(mutex_);
  make_folders(parent_of(path));
  entries_.insert_or_assign(std::string(path), new_entry(FileKind::file, bytes));
  touch_folder_of(path);
}

void MemoryFiles::put_link(std::string_view path, std::string_view target) {
  const std::lock_guard guard(mutex_);
  make_folders(parent_of(path));
  entries_.insert_or_assign(std::string(path), new_entry(FileKind::link, target));
  touch_folder_of(path);
}

void MemoryFiles::put_folder(std::string_view path) {
  const std::lock_guard guard(mutex_);
  make_folders(path);
}

std::map<std::string, std::string> MemoryFiles::contents() const {
  const std::lock_guard guard(mutex_);
  std::map<std::string, std::string> files;
  for (const auto& [path, entry] : entries_) {
    if (entry.stat.kind == FileKind::file) files.emplace(path, entry.text);
  }
  return files;
}

std::vector<std::string> MemoryFiles::folders() const {
  const std::lock_guard guard(mutex_);
  std::vector<std::string> paths;
  for (const auto& [path, entry] : entries_) {
    if (entry.stat.kind == FileKind::folder) paths.push_back(path);
  }
  return paths;
}

std::vector<std::string> MemoryFiles::reads() const {
  const std::lock_guard guard(mutex_);
  return reads_;
}

std::vector<std::string> MemoryFiles::writes() const {
  const std::lock_guard guard(mutex_);
  return writes_;
}

std::vector<std::string> MemoryFiles::removals() const {
  const std::lock_guard guard(mutex_);
  return removals_;
}

void MemoryFiles::forget_records() {
  const std::lock_guard guard(mutex_);
  reads_.clear();
  writes_.clear();
  removals_.clear();
}

std::string MemoryFiles::name_of(std::string_view path) const { return std::string(path); }

Result<std::string> MemoryFiles::read(std::string_view path) {
  const std::lock_guard guard(mutex_);
  const Entry* entry = entry_at(path, LastLink::followed);
  if (!entry) return Failure{"cannot read", name_of(path), "it does not exist", ""};
  if (entry->stat.kind != FileKind::file) return Failure{"cannot read", name_of(path), "it is a folder", ""};
  reads_.emplace_back(path);
  return entry->text;
}

Result<std::vector<FolderEntry>> MemoryFiles::list(std::string_view folder) {
  const std::lock_guard guard(mutex_);
  const auto real = walk(folder, LastLink::followed);
  const Entry* entry = entry_at(folder, LastLink::followed);
  if (!entry || entry->stat.kind != FileKind::folder) {
    return Failure{"cannot list", name_of(folder), entry ? "it is not a folder" : "it does not exist", ""};
  }
  std::vector<FolderEntry> children;
  const std::string prefix = real->empty() ? "" : *real + "/";
  for (auto i = entries_.lower_bound(prefix); i != entries_.end() && i->first.starts_with(prefix); ++i) {
    const std::string_view below = std::string_view(i->first).substr(prefix.size());
    if (below.find('/') == std::string_view::npos) children.push_back({std::string(below), i->second.stat.kind});
  }
  return children;
}

Result<std::optional<FileStat>> MemoryFiles::stat(std::string_view path) {
  const std::lock_guard guard(mutex_);
  const Entry* entry = entry_at(path, LastLink::followed);
  return entry ? std::optional(entry->stat) : std::nullopt;
}

Result<std::optional<FileStat>> MemoryFiles::stat_entry(std::string_view path) {
  const std::lock_guard guard(mutex_);
  const Entry* entry = entry_at(path, LastLink::kept);
  return entry ? std::optional(entry->stat) : std::nullopt;
}

Result<std::optional<std::string>> MemoryFiles::resolve(std::string_view path) {
  const std::lock_guard guard(mutex_);
  if (!entry_at(path, LastLink::followed)) return std::optional<std::string>();
  return walk(path, LastLink::followed);
}

Result<FileStat> MemoryFiles::write(std::string_view path, std::string_view bytes) {
  const std::lock_guard guard(mutex_);
  const auto folder = walk(parent_of(path), LastLink::followed);
  if (!folder) return Failure{"cannot write", name_of(path), "a symbolic link is in its path", ""};
  return write_real(path, join_path(*folder, causerie::name_of(path)), bytes);
}

Result<FileStat> MemoryFiles::replace(std::string_view path, std::optional<Hash> expected, std::string_view bytes) {
  const std::lock_guard guard(mutex_);
  const auto refused = [&](std::string_view reason) {
    return Failure{"cannot write", name_of(path), std::string(reason), ""};
  };
  if (!expected && entry_at(path, LastLink::kept)) return refused(exists_already);
  const auto real = walk(path, expected ? LastLink::followed : LastLink::kept);
  if (!real) return refused("a symbolic link in its path leads out of the folder, or nowhere");
  if (expected) {
    const Entry* entry = entry_at(*real, LastLink::kept);
    if (!entry) return refused("it does not exist");
    if (entry->stat.kind != FileKind::file) return refused("a folder is where a file should be");
    if (hash_of(entry->text) != *expected) return refused(changed_since_read);
  }
  return write_real(path, *real, bytes);
}

// `real` has no links; `path` is what the caller wrote.
Result<FileStat> MemoryFiles::write_real(std::string_view path, std::string real, std::string_view bytes) {
  if (!make_folders(parent_of(real))) {
    return Failure{"cannot write", name_of(path), "a file is where a folder should be", ""};
  }
  const auto found = entries_.find(real);
  if (found != entries_.end() && found->second.stat.kind == FileKind::folder) {
    return Failure{"cannot write", name_of(path), "a folder is where a file should be", ""};
  }
  writes_.emplace_back(path);
  touch_folder_of(real);
  return entries_.insert_or_assign(std::move(real), new_entry(FileKind::file, bytes)).first->second.stat;
}

Result<void> MemoryFiles::remove(std::string_view path) {
  const std::lock_guard guard(mutex_);
  const Entry* entry = entry_at(path, LastLink::kept);
  if (!entry) return {};
  if (entry->stat.kind == FileKind::folder) return Failure{"cannot remove", name_of(path), "it is a folder", ""};
  const std::string real = *walk(path, LastLink::kept);
  entries_.erase(real);
  touch_folder_of(real);
  removals_.emplace_back(path);
  return {};
}

Result<bool> MemoryFiles::remove_folder_if_empty(std::string_view path) {
  const std::lock_guard guard(mutex_);
  const Entry* entry = entry_at(path, LastLink::kept);
  if (!entry || entry->stat.kind != FileKind::folder || path.empty()) return false;
  const std::string real = *walk(path, LastLink::kept);
  const auto below = entries_.lower_bound(real + "/");
  if (below != entries_.end() && below->first.starts_with(real + "/")) return false;
  entries_.erase(real);
  touch_folder_of(real);
  removals_.emplace_back(path);
  return true;
}

Result<void> MemoryFiles::make_folder(std::string_view path) {
  const std::lock_guard guard(mutex_);
  const auto real = walk(path, LastLink::followed);
  if (real && make_folders(*real)) return {};
  return Failure{"cannot create the folder", name_of(path), "a file is where a folder should be", ""};
}

Result<std::unique_ptr<FileLock>> MemoryFiles::lock(std::string_view path, int) {
  const std::lock_guard guard(mutex_);
  std::weak_ptr<const int>& held = locks_[std::string(path)];
  if (!held.expired()) return Failure{"cannot lock", name_of(path), "another build is running", ""};
  auto token = std::make_shared<const int>(0);
  held = token;
  return std::unique_ptr<FileLock>(std::make_unique<MemoryLock>(std::move(token)));
}

}  // namespace causerie
