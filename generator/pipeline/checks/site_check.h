// What a check says beyond a build: a table of checks, each a file here and a line in site_check.cc.
//
// They look at every text of the writer's, drafts and scheduled ones too: whoever checks is about to publish. Nothing
// that they find stops anything, so each finding is a note, which `--strict` leaves alone.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "formats/markdown/plain_text.h"
#include "pipeline/make_plan.h"
#include "pipeline/prepare_site.h"

namespace causerie {

struct CheckedSite {
  Files& files;
  const PreparedSite& prepared;
  std::vector<char> has_more;  // as site.essays: `<!-- more -->` stands in it

  const Site& site() const { return prepared.site; }
  const References& references() const { return prepared.plan.data->references; }
};

// Of what stands there in the passage's text, to the line's end.
SourceLocation location_in(const Passage&, std::string_view text, std::size_t offset, std::size_t end);

// The body of one essay, read a second time.
struct CheckedText {
  const CheckedSite& checked;
  EssayId id;
  std::string_view text;
  const PlainText& plain;
  const Node& keys;  // of the front matter

  const Essay& essay() const { return checked.site().source(id); }
  SourceLocation location(std::size_t offset, std::size_t end) const {
    return location_in(essay().body, text, offset, end);
  }
};

struct SiteCheck {
  std::string_view name;
  void (*run)(const CheckedSite&, Diagnostics&) = nullptr;          // once, after all texts
  void (*run_on_text)(const CheckedText&, Diagnostics&) = nullptr;  // for each essay whose file can be read
};

void run_site_checks(Files&, const PreparedSite&, int jobs, Diagnostics&);

// Every text of the writer's: bodies, summaries, descriptions, what people say of themselves.
using PassageVisit = std::function<void(const Passage&, const ResolvedText&)>;
void for_each_passage(const Site&, const References&, const PassageVisit&);

// How many code points an address and its brackets take.
SourceLocation place_of_link(const Passage&, const ProseLink&);

}  // namespace causerie
