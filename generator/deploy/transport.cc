#include "deploy/transport.h"

#include <algorithm>

#include "base/paths.h"
#include "base/text.h"
#include "deploy/advice.h"
#include "deploy/walk.h"
#include "system/disk.h"
#include "system/git_refusal.h"

namespace causerie {
namespace {

constexpr std::size_t most_last_lines = 4;

std::string last_words(std::string_view errors) {
  std::vector<std::string> lines;
  for (const std::string_view line : lines_of(errors)) {
    if (!trim(line).empty()) lines.emplace_back(trim(line));
  }
  if (lines.size() > most_last_lines) lines.erase(lines.begin(), lines.end() - most_last_lines);
  return without_secrets(join(lines, "; "));
}

bool is_end_of_address(char c) {
  return static_cast<unsigned char>(c) <= ' ' || std::string_view("'\"<>/").find(c) != std::string_view::npos;
}

}  // namespace

std::string without_secrets(std::string_view text) {
  std::string result;
  for (;;) {
    const auto slashes = text.find("://");
    if (slashes == std::string_view::npos) break;
    result += text.substr(0, slashes + 3);
    text.remove_prefix(slashes + 3);
    const auto end = std::find_if(text.begin(), text.end(), is_end_of_address) - text.begin();
    const auto at = text.substr(0, static_cast<std::size_t>(end)).rfind('@');
    if (at == std::string_view::npos) continue;
    result += "…";
    text.remove_prefix(at);
  }
  return result.append(text);
}

Failure failed_transport(const std::string& program, const Ended& ended, const Doing& doing) {
  std::string words = last_words(ended.errors);
  for (const std::string& secret : doing.secrets) words = replace_all(words, secret, "…");
  if (words.empty()) words = "it failed with status " + std::to_string(ended.status);
  if (const auto refusal = refusal_in(ended.errors); refusal && !refusal->hint.empty()) {
    return {doing.action, doing.where, program + ": " + refusal->reason, refusal->hint};
  }
  const std::string_view advice = advice_on(ended.errors);
  return {doing.action, doing.where, program + ": " + words, advice.empty() ? doing.hint : std::string(advice)};
}

Result<Ended> run_transport(const ProgramCall& call, const Doing& doing, std::initializer_list<int> good) {
  auto ended = run_program(call);
  if (!ended || std::find(good.begin(), good.end(), ended->status) != good.end()) return ended;
  return failed_transport(call.words.front(), *ended, doing);
}

Workshop::Workshop(const std::string& folder) : files_(disk_files(folder, FollowLinks::no)) { clear(""); }
Workshop::~Workshop() { clear(""); }

void Workshop::clear(std::string folder) {
  std::vector<std::string> folders{std::move(folder)};
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const auto entries = files_->list(folders[i]);
    if (!entries) continue;
    for (const FolderEntry& entry : *entries) {
      std::string path = join_path(folders[i], entry.name);
      if (entry.kind == FileKind::folder) {
        folders.push_back(std::move(path));
      } else {
        (void)files_->remove(path);  // a file that cannot be removed does no harm
      }
    }
  }
  for (auto i = folders.rbegin(); i != folders.rend(); ++i) {
    if (!i->empty()) (void)files_->remove_folder_if_empty(*i);
  }
}

Result<std::string> Workshop::write(std::string_view name, std::string_view bytes) {
  if (const auto written = files_->write(name, bytes); !written) return written.failure();
  return path(name);
}

Result<std::string> Workshop::fresh_folder(std::string_view name) {
  clear(std::string(name));
  if (const auto made = files_->make_folder(name); !made) return made.failure();
  return path(name);
}

Result<std::string> Workshop::read(std::string_view path) {
  const auto stat = files_->stat_entry(path);
  if (!stat) return stat.failure();
  return *stat ? files_->read(path) : Result<std::string>("");
}

Result<std::map<std::string, Hash>> Workshop::hashes_below(std::string_view folder) {
  const auto fetched = disk_files(path(folder), FollowLinks::no);
  const auto walked = walk(*fetched, OnError::stop);
  if (!walked) return walked.failure();
  std::map<std::string, Hash> hashes;
  for (const WalkedFile& file : walked->files) {
    const auto bytes = fetched->read(file.path);
    if (!bytes) return bytes.failure();
    hashes.emplace(file.path, hash_of(*bytes));
  }
  if (const auto list = fetched->read(own_files_path)) hashes.emplace(own_files_path, hash_of(*list));
  return hashes;
}

std::string listed(const std::vector<std::string>& paths, char separator) {
  std::string text;
  for (const std::string& path : paths) text.append(path) += separator;
  return text;
}

std::vector<std::string> paths_of(const std::vector<BuiltFile>& files) {
  std::vector<std::string> paths;
  for (const BuiltFile& file : files) paths.push_back(file.path);
  return paths;
}

}  // namespace causerie
