#include "formats/value.h"

#include <cassert>

namespace causerie {

Record::Record(std::shared_ptr<const SharedFields> shared) : shared_(std::move(shared)) {}

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
  return shared_ == nullptr ? nullptr : shared_->record.find(name);
}

// Out of line: the variant is large, and every page kind creates values.
Value::Value(bool flag) : state_(flag) {}
Value::Value(std::string text) : state_(std::move(text)) {}
Value::Value(std::string_view text) : state_(std::string(text)) {}
Value::Value(const char* text) : state_(std::string(text)) {}
Value::Value(Html html) : state_(std::move(html)) {}
Value::Value(SiteAddress address) : state_(std::move(address)) {}
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

// Each kind has its own tag, so that the text "x" and the HTML "x" differ, and each length precedes what it measures:
// no two values are encoded alike.
struct Fingerprinter {
  enum class Kind { no, yes, text, html, address, list, record, forest, shared, later };

  Hasher& hasher;

  Hasher& begin(Kind kind) { return hasher.add(static_cast<std::int64_t>(kind)); }
  void add(const Value& value) { std::visit(*this, value.state()); }

  void operator()(bool flag) { begin(flag ? Kind::yes : Kind::no); }
  void operator()(const std::string& text) { begin(Kind::text).add(text); }
  void operator()(const Html& html) { begin(Kind::html).add(html.text); }
  void operator()(const SiteAddress& address) { begin(Kind::address).add(address.path.text).add(address.fragment); }
  void operator()(const List& list) {
    begin(Kind::list).add(static_cast<std::int64_t>(list.size()));
    for (const Value& item : list) add(item);
  }
  void operator()(const Record& record) {
    begin(Kind::record).add(static_cast<std::int64_t>(record.fields().size()));
    hasher.add(record.shared() == nullptr ? Hash{} : record.shared()->fingerprint);
    for (const auto& [name, value] : record.fields()) {
      hasher.add(name);
      add(value);
    }
  }
  void operator()(const Forest& forest) {
    begin(Kind::forest).add(forest.layout).add(forest.depth_limit);
    hasher.add(static_cast<std::int64_t>(forest.nodes.size()));
    for (const ForestNode& node : forest.nodes) {
      hasher.add(node.depth);
      (*this)(node.record);
    }
  }
  void operator()(const Shared& shared) { begin(Kind::shared).add(shared.fingerprint); }
  void operator()(const Later& later) { begin(Kind::later).add(later.fingerprint); }
};

}  // namespace

std::shared_ptr<const SharedFields> share_fields(Record record) {
  Hasher hasher;
  Fingerprinter{hasher}(record);
  return std::make_shared<const SharedFields>(SharedFields{hasher.finish(), std::move(record)});
}

Hash fingerprint(const Value& value) {
  if (const auto* shared = std::get_if<Shared>(&value.state())) return shared->fingerprint;
  if (const auto* later = std::get_if<Later>(&value.state())) return later->fingerprint;
  Hasher hasher;
  Fingerprinter{hasher}.add(value);
  return hasher.finish();
}

}  // namespace causerie
