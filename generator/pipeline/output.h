// One output file: what it is made from, and how. Only output.cc knows which kinds of output there are.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/hash.h"
#include "base/interned_name.h"
#include "base/result.h"
#include "formats/value.h"
#include "site/links.h"

namespace causerie {

class Rendering;  // render.h
struct PageKind;  // pages/page_kind.h

// One of the things that an output's bytes depend on.
struct Input {
  InternedName name;
  Hash hash;
  bool operator==(const Input&) const = default;
};

// Inputs that are not fields of the record. The parentheses distinguish them from fields, whose names cannot contain
// any.
inline constexpr std::string_view program_input = "(program)";  // of everything but copies
inline constexpr std::string_view layout_input = "(layout)";    // of pages
inline constexpr std::string_view links_input = "(links)";      // of pages: how they write addresses
inline constexpr std::string_view bytes_input = "(bytes)";      // of copies

// Makes a record on demand, on any thread: for the fingerprint of an output, and again if the output must be made.
// Storing ten thousand of them would need too much memory, and the preview needs only one.
using MakeRecord = std::function<Record()>;

// A layout, the record that fills it, and how its addresses are written: all that rendering sees.
struct Page {
  std::string layout;
  MakeRecord record;
  LinkWriter links;
};

// A file of the writer's.
struct WriterFile {
  std::string path;  // below the site's folder
  Hash hash;         // of its bytes when the site was read
};

// Everything that the bytes of a `Made` depend on apart from the program. Its inputs are derived from this, and its
// function gets nothing else, so no dependency can be missed:
// - each field of the record is an input, by its name;
// - each file is an input, by its path;
// - each other output is an input, by its address ("/essays/naps/index.html"), with the hash of its own inputs; but if
//   it is the only thing here, its inputs are taken one by one, so that --explain can name the one that changed.
struct MadeFrom {
  MakeRecord record = {};                 // null: no record
  std::vector<WriterFile> files = {};     // read only if the output must be made
  std::vector<std::string> outputs = {};  // their paths. REQUIRES: they are in the plan, and none depends on this one
};

// Gives the function of a `Made` what it is made from. Bytes are not kept: a second call makes or reads them again.
class MadeSources {
 public:
  MadeSources(const MadeFrom& from, Rendering& rendering, int worker)
      : from_(from), rendering_(rendering), worker_(worker) {}

  Record record() const { return from_.record(); }
  // Bytes of a file of the writer's, by its index in `MadeFrom::files`. Fails if they are not those that were read.
  Result<std::string> file(std::size_t index) const;
  std::size_t output_count() const { return from_.outputs.size(); }
  // Bytes of another output, by its index in `MadeFrom::outputs`, made now by the same worker.
  Result<std::string> output(std::size_t index) const;

 private:
  const MadeFrom& from_;
  Rendering& rendering_;
  int worker_;
};

// Bytes that a function makes: a feed, an asset of the theme, a copied file, a compressed page. The function is called
// on any thread, and its result depends only on the sources.
struct Made {
  MadeFrom from;
  std::function<Result<std::string>(const MadeSources&)> write;
  bool is_copy = false;  // the bytes are those of its only file, so their hash is known and no program matters
};

// Bytes from a record alone.
Made made_from(MakeRecord, std::function<std::string(const Record&)> write);
// A file of the writer's, unchanged.
Made copy_of(WriterFile);

// What inputs are computed with.
struct InputHashes {
  Hash program;
  const std::function<Hash(std::string_view layout)>& layout;
  std::function<const std::vector<Input>&(std::string_view path)> inputs_of;  // the inputs of another output
};

struct Output {
  std::string path;  // below the destination: "attachment/healing/index.html"
  std::variant<Page, Made> content;
  const PageKind* kind = nullptr;  // null: no page kind makes it, such as a copied file

  std::vector<Input> inputs(const InputHashes&) const;  // sorted by name
  // Fails only if a file of the writer's cannot be read or has changed.
  Result<std::string> bytes(Rendering&, int worker) const;

  bool is_page() const;                             // rendered by a layout
  const WriterFile* copied() const;                 // null unless the bytes are those of a file of the writer's
  const std::vector<std::string>& made_of() const;  // the paths of the outputs that it is made from
};

}  // namespace causerie
