#include "pipeline/own_files.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace causerie {

namespace {

constexpr std::string_view own_files_line = "causerie files 1";
constexpr std::string_view unfinished = " unfinished";
constexpr std::size_t hash_width = 32;

std::optional<OwnFiles::Line> parse_line(std::string_view text) {
  if (text.size() != 2 * hash_width + 1 || text[hash_width] != ' ') return std::nullopt;
  const auto path = parse_hash(text.substr(0, hash_width));
  const auto bytes = parse_hash(text.substr(hash_width + 1));
  if (!path || !bytes) return std::nullopt;
  return OwnFiles::Line{*path, *bytes};
}

std::string folder_key(std::string_view path) { return std::string(path) + "/"; }

}  // namespace

void OwnFiles::add_folder(std::string_view path) { add(folder_key(path), Hash()); }

void OwnFiles::add_all(const OwnFiles& other) { lines_.insert(lines_.end(), other.lines_.begin(), other.lines_.end()); }

void OwnFiles::sort() {
  std::sort(lines_.begin(), lines_.end());
  lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
}

bool OwnFiles::names(Hash path) const {
  const auto found = std::lower_bound(lines_.begin(), lines_.end(), Line{path, Hash()});
  return found != lines_.end() && found->path == path;
}

bool OwnFiles::holds(Hash path, Hash bytes) const {
  return std::binary_search(lines_.begin(), lines_.end(), Line{path, bytes});
}

bool OwnFiles::names_folder(std::string_view path) const { return holds(hash_of(folder_key(path)), Hash()); }

std::string compose_own_files(const OwnFiles& own) {
  std::string text(own_files_line);
  if (own.is_unfinished()) text += unfinished;
  text += '\n';
  text.reserve(text.size() + own.lines().size() * (2 * hash_width + 2));
  for (const OwnFiles::Line& line : own.lines()) {
    text += hex(line.path);
    text += ' ';
    text += hex(line.bytes);
    text += '\n';
  }
  return text;
}

OwnFiles parse_own_files(std::string_view text) {
  OwnFiles own;
  bool is_ours = false;
  bool is_odd = !text.ends_with('\n');  // truncated
  if (!is_odd) text.remove_suffix(1);
  for (std::string_view line : lines_of(text)) {
    if (line.ends_with('\r')) line.remove_suffix(1);  // git may have converted line endings
    if (const auto parsed = parse_line(line)) {
      own.lines_.push_back(*parsed);
    } else if (line == own_files_line) {
      is_ours = true;
    } else {
      is_ours = is_ours || line == std::string(own_files_line).append(unfinished);
      is_odd = true;
    }
  }
  if (!is_ours) return {};
  own.is_list_ = true;
  own.is_unfinished_ = is_odd;
  own.sort();
  return own;
}

}  // namespace causerie
