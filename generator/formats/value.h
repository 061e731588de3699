// The data that a template renders to a page: a tree of named values. It contains no source locations and does not
// depend on memory addresses, so equal values render to equal pages. The top-level names of a page's record are its
// named inputs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/hash.h"
#include "base/paths.h"

namespace causerie {

class Value;
using List = std::vector<Value>;

// Text that is already HTML. Templates show it with three braces, and use three braces for nothing else.
struct Html {
  std::string text;
};

// An address on the site: a route and a fragment. Each page writes it in its own form, usually relative to itself (see
// `Template`), so a value that many pages share is the same on all of them.
struct SiteAddress {
  UrlPath path;
  std::string fragment = {};
};

// Fields that the records of many pages share, created once for all of them.
struct SharedFields;

class Record {
 public:
  Record() = default;
  explicit Record(std::shared_ptr<const SharedFields> shared);
  Record& set(std::string_view name, Value value);  // REQUIRES: the name is not set yet
  const Value* find(std::string_view name) const;
  const std::vector<std::pair<std::string, Value>>& fields() const { return fields_; }  // excluding the shared ones
  const SharedFields* shared() const { return shared_.get(); }                          // null if there are none

 private:
  std::vector<std::pair<std::string, Value>> fields_;
  std::shared_ptr<const SharedFields> shared_;
};

// A conversation: comments in preorder, each with its depth (1 for the first of a thread). Rendered bottom-up with
// `layout`, never recursively; the layout's record is the comment's own plus `replies`, the HTML of the comments below
// it. Replies deeper than `depth_limit` are shown at that depth, one after another.
struct ForestNode;
struct Forest {
  std::string layout;
  int depth_limit = 200;
  std::vector<ForestNode> nodes;
};

// A value shared by many pages, created once.
struct Shared {
  Hash fingerprint;
  std::shared_ptr<const Value> value;
};

// A value that is computed only if its page has to be rendered. `make` is pure and may run on any thread; the
// fingerprint covers everything it depends on.
struct Later {
  Hash fingerprint;
  std::function<Value()> make;
};

class Value {
 public:
  using State = std::variant<bool, std::string, Html, SiteAddress, List, Record, Forest, Shared, Later>;

  Value(bool flag = false);
  Value(std::string text);
  Value(std::string_view text);
  Value(const char* text);
  Value(Html html);
  Value(SiteAddress address);
  Value(List list);
  Value(Record record);
  Value(Forest forest);
  Value(Shared shared);
  Value(Later later);
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  const State& state() const { return state_; }

 private:
  State state_;
};

struct SharedFields {
  Hash fingerprint;
  Record record;
};

struct ForestNode {
  int depth = 1;
  Record record;
};

Shared share(Value value);
std::shared_ptr<const SharedFields> share_fields(Record record);

// A shared part inside a value hashes differently from an equal part that is not shared.
Hash fingerprint(const Value& value);

}  // namespace causerie
