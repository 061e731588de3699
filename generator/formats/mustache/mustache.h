// Renders templates with records (kainjow's mustache, without its looser rules).
//
// A plain name is looked up only in the innermost record; a dotted one starts at the page's own record; `.` is the
// current item of a list. A section over a record or a list opens a scope; one over text, HTML or a flag does not.
// False, missing, empty text, empty HTML and an empty list are falsy; an empty record is not. Two braces escape text;
// three show HTML as it is. An address is text. A `Later` value is computed when it is first named, once per rendering.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "formats/mustache/flat_template.h"
#include "formats/value.h"

namespace causerie {

// Returns the HTML of a forest. Called once per rendering for each forest that a template names.
using RenderForest = std::function<std::string(const Forest&)>;

// Returns an address as the page writes it.
using WriteAddress = std::function<std::string(const SiteAddress&)>;

// A compiled template. Not thread-safe: each worker has its own copy.
class Template {
 public:
  explicit Template(const FlatTemplate&);
  Template(const Template&);
  Template(Template&&) noexcept;
  Template& operator=(Template) noexcept;
  ~Template();

  // REQUIRES: `write_address` if the record contains addresses.
  std::string render(const Record& record, const WriteAddress& write_address = {}, const RenderForest& forest = {});

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace causerie
