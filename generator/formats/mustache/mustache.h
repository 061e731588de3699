// Templates that are filled with records (kainjow's mustache inside, its looser rules kept out).
//
// A plain name looks only in the innermost record; a dotted one starts at the page's own record; `.` is the current
// item of a list. A section over a record or a list opens a scope, one over text, HTML or a flag does not. False,
// absent, empty text, empty HTML and an empty list are falsy; an empty record is not. Text is escaped by two braces;
// three show HTML as it is. An address is text. A value that is made Later is made when it is first named, once for
// each rendering.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "formats/mustache/flat_template.h"
#include "formats/value.h"

namespace causerie {

// The HTML of a forest; it is asked once for each forest that a template names.
using RenderForest = std::function<std::string(const Forest&)>;

// An address as the page writes it.
using WriteAddress = std::function<std::string(const SiteAddress&)>;

// Compiled. One rendering at a time: each worker has its own copy.
class Template {
 public:
  explicit Template(const FlatTemplate&);
  Template(const Template&);
  Template(Template&&) noexcept;
  Template& operator=(Template) noexcept;
  ~Template();

  // REQUIRES: `write_address` where the record holds addresses.
  std::string render(const Record& record, const WriteAddress& write_address = {}, const RenderForest& forest = {});

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace causerie
