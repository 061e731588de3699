#include "fuzz/yaml_reading.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <regex>

#include "content/source_text.h"
#include "formats/yaml/yaml.h"

namespace causerie::fuzz {
namespace {

// Documents of this test are nested a few levels deep at most.
void add(const Node& node, Flattened& list) {
  if (node.kind == NodeKind::null) list.push_back("~");
  if (node.kind == NodeKind::scalar) list.push_back("=" + node.text);
  if (node.kind == NodeKind::sequence) {
    list.push_back("[");
    for (const Node& item : node.items) add(item, list);
    list.push_back("]");
  }
  if (node.kind == NodeKind::map) {
    list.push_back("{");
    for (const NodeEntry& entry : node.entries) {
      add(entry.key, list);
      add(entry.value, list);
    }
    list.push_back("}");
  }
}

void add(const YAML::Node& node, Flattened& list) {
  if (node.IsNull()) list.push_back("~");
  if (node.IsScalar()) list.push_back("=" + node.Scalar());
  if (node.IsSequence()) {
    list.push_back("[");
    for (const auto& item : node) add(item, list);
    list.push_back("]");
  }
  if (node.IsMap()) {
    list.push_back("{");
    for (const auto& entry : node) {
      add(entry.first, list);
      add(entry.second, list);
    }
    list.push_back("}");
  }
}

std::string shown(const Flattened& list) { return fmt::format("{}", fmt::join(list, " ")); }

}  // namespace

void check_yaml(const std::string& document, const Flattened& expected, Faults& faults) {
  const auto check = [&](std::string_view reader, const Flattened& read) {
    if (read != expected)
      faults.push_back(fmt::format("{} reads {}\nfor {}\nof\n{}", reader, shown(read), shown(expected), document));
  };
  Diagnostics diagnostics;
  const auto text = text_from_bytes(document, "a.yaml", diagnostics);
  if (text != document || !diagnostics.items().empty()) faults.push_back("reading changes " + document);
  const auto root = parse_yaml(document, "a.yaml", {1, 1}, false, diagnostics);
  if (!root || !diagnostics.items().empty()) {
    faults.push_back("parse_yaml complains of " + document);
  } else {
    Flattened read;
    add(*root, read);
    check("parse_yaml", read);
  }
  try {
    Flattened read;
    add(YAML::Load(document), read);
    check("yaml-cpp", read);
  } catch (const YAML::Exception& exception) {
    faults.push_back(fmt::format("yaml-cpp: {} in\n{}", exception.what(), document));
  }
}

bool is_other_than_text(std::string_view plain) {
  static const std::regex others(
      "(y|yes|n|no|true|false|on|off|null|~|=|<<|)"
      "|[-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?[0-9][0-9_]*|[-+]?0x[0-9a-f_]+"
      "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
      "|[-+]?([0-9][0-9_]*)?\\.[0-9.]*(e[-+]?[0-9]+)?|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)(e[-+]?[0-9]+)?"
      "|[-+]?\\.inf|\\.nan"
      "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
      "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(t|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?"
      "([ \\t]*(z|[-+][0-9]{1,2}(:?[0-9]{2})?))?",
      std::regex::icase);
  return plain.size() < 100 && std::regex_match(plain.begin(), plain.end(), others);
}

}  // namespace causerie::fuzz
