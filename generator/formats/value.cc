#include "formats/value.h"

#include <cassert>

namespace causerie {

Record& Record::set(std::string_view name, Value value) {
  assert(find(name) == nullptr);
  if (fields_.empty()) fields_.reserve(8);
  fields_.emplace_back(name, std::move(value));
  return *this;
}

const Value* Record::find(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (key == name) return &value;
  }
  return nullptr;
}

// Out of line: the variant is large, and every page kind makes values.
Value::Value(bool flag) : state_(flag) {}
Value::Value(std::string text) : state_(std::move(text)) {}
Value::Value(std::string_view text) : state_(std::string(text)) {}
Value::Value(const char* text) : state_(std::string(text)) {}
Value::Value(Html html) : state_(std::move(html)) {}
Value::Value(List list) : state_(std::move(list)) {}
Value::Value(Record record) : state_(std::move(record)) {}
Value::Value(Forest forest) : state_(std::move(forest)) {}
Value::Value(Shared shared) : state_(std::move(shared)) {}
Value::Value(Later later) : state_(std::move(later)) {}
Value::Value(const Value&) = default;
Value::Value(Value&&) noexcept = default;
Value& Value::operator=(const Value&) = default;
Value& Value::operator=(Value&&) noexcept = default;
Value::~Value() = default;

Shared share(Value value) {
  const Hash hash = fingerprint(value);
  return {hash, std::make_shared<const Value>(std::move(value))};
}

namespace {

// One tag a kind, so that the text "x" and the HTML "x" differ. A shared value hashes as what it holds: sharing is no
// part of what a page is made of.
struct Fingerprinter {
  Hasher& hasher;

  void operator()(bool flag) { hasher.add(flag ? "true" : "false"); }
  void operator()(const std::string& text) { hasher.add("text").add(text); }
  void operator()(const Html& html) { hasher.add("html").add(html.text); }
  void operator()(const List& list) {
    hasher.add("list").add(static_cast<std::int64_t>(list.size()));
    for (const Value& item : list) hasher.add(fingerprint(item));
  }
  void operator()(const Record& record) {
    hasher.add("record").add(static_cast<std::int64_t>(record.fields().size()));
    for (const auto& [name, value] : record.fields()) hasher.add(name).add(fingerprint(value));
  }
  void operator()(const Forest& forest) {
    hasher.add("forest").add(forest.layout).add(forest.depth_limit);
    for (const ForestNode& node : forest.nodes) {
      hasher.add(node.depth);
      (*this)(node.record);
    }
  }
  void operator()(const Shared&) {}
  void operator()(const Later&) {}
};

}  // namespace

Hash fingerprint(const Value& value) {
  if (const auto* shared = std::get_if<Shared>(&value.state())) return shared->fingerprint;
  if (const auto* later = std::get_if<Later>(&value.state())) return later->fingerprint;
  Hasher hasher;
  std::visit(Fingerprinter{hasher}, value.state());
  return hasher.finish();
}

}  // namespace causerie
