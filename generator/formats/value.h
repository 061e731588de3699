// What a page is made of: a tree of named values without places or addresses of memory, so that two that are equal
// make equal pages. The top-level names of a page's record are its named inputs.
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

// Text that is HTML already. A template may show it with three braces only, and nothing else with three braces.
struct Html {
  std::string text;
};

// A place on the site, at a route. Each page writes it in its own way, relative to itself as a rule (see `Template`),
// so that what many pages say of it is the same value on all of them.
struct SiteAddress {
  UrlPath path;
  std::string fragment = {};
};

// Fields that the records of many pages have, made once for all of them.
struct SharedFields;

class Record {
 public:
  Record() = default;
  explicit Record(std::shared_ptr<const SharedFields> shared);
  Record& set(std::string_view name, Value value);  // a name is set once
  const Value* find(std::string_view name) const;
  const std::vector<std::pair<std::string, Value>>& fields() const { return fields_; }  // without the shared ones
  const SharedFields* shared() const { return shared_.get(); }                          // null: none

 private:
  std::vector<std::pair<std::string, Value>> fields_;
  std::shared_ptr<const SharedFields> shared_;
};

// A conversation: comments in preorder, each with its depth (1 for a thread's first). Rendered bottom-up through
// `layout`, whose record is the comment's own and `replies`, the HTML of those below it; never by recursion. Below
// `depth_limit` replies follow one another at that depth, in order.
struct ForestNode;
struct Forest {
  std::string layout;
  int depth_limit = 200;
  std::vector<ForestNode> nodes;
};

// A value that many pages share, made once.
struct Shared {
  Hash fingerprint;
  std::shared_ptr<const Value> value;
};

// A value that is made only for a page that must be made. `make` is pure and may run on any thread; its fingerprint
// covers everything it depends on.
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

// Whether a part of the value is shared is a part of what is hashed.
Hash fingerprint(const Value& value);

}  // namespace causerie
