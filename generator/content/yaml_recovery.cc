#include "content/yaml_recovery.h"

#include "base/text.h"

namespace causerie {
namespace {

// True if the line continues the value of a key above it.
bool continues(std::string_view line) {
  return line.empty() || std::string_view(" \t-#]}").find(line[0]) != std::string_view::npos;
}

}  // namespace

Node readable_keys(std::string_view text, const std::string& file, int first_line) {
  Node map;
  map.kind = NodeKind::map;
  map.span = {{first_line, 1}, {first_line, 1}};
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    end = begin + 1;
    while (end < lines.size() && continues(lines[end])) ++end;
    std::string entry;
    for (std::size_t i = begin; i < end; ++i) entry.append(lines[i]).append("\n");
    Diagnostics reported_already;
    auto read = parse_yaml(entry, file, {first_line + static_cast<int>(begin), 1}, false, reported_already);
    if (!read || read->kind != NodeKind::map) continue;
    for (NodeEntry& one : read->entries) {
      if (map.find(one.key.text) == nullptr) map.entries.push_back(std::move(one));
    }
  }
  return map;
}

}  // namespace causerie
