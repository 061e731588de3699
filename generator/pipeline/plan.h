// The plan: all outputs of the site, each with its named inputs. Nothing is rendered yet.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/hash.h"
#include "base/paths.h"
#include "formats/compression.h"
#include "formats/value.h"
#include "site/links.h"

namespace causerie {

struct PlanData;  // make_plan.h

// Makes a record on demand, on any thread: for the fingerprint of a page, and again if the page must be made. Storing
// ten thousand of them would need too much memory, and the preview needs only one.
using MakeRecord = std::function<Record()>;

// A layout, the record that fills it, and how its addresses are written: all that rendering sees.
struct Page {
  std::string layout;
  MakeRecord record;
  LinkWriter links;
};

// Bytes that a pure function makes from a record: a feed, a sitemap, an asset of the theme.
struct Text {
  MakeRecord record;
  std::function<std::string(const Record&)> write;
};

// A file of the writer's, copied unchanged.
struct Copy {
  std::string source;  // below the site's folder
  Hash hash;           // of its bytes when it was read
};

// Another output's bytes, compressed.
struct Compressed {
  std::size_t of = 0;  // its index in the plan
  Compression compression = Compression::gzip;
};

struct Output {
  std::string path;  // below the destination: "attachment/healing/index.html"
  std::variant<Page, Text, Copy, Compressed> content;
};

struct Plan {
  std::vector<Output> outputs;           // sorted by path (byte order); paths differ even if case is ignored
  std::shared_ptr<const PlanData> data;  // what `Later` values refer to
};

}  // namespace causerie
