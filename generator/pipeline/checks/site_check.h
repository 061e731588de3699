// The checks that `check` adds to a build: a table, with each check a file in this folder and a line in site_check.cc.
//
// They read all of the writer's texts, including drafts and scheduled ones: people run `check` when they are about to
// publish. No finding prevents a build, so each is a note, which `--strict` does not change.
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
  std::vector<char> has_more;  // as site.essays: the text contains `<!-- more -->`

  const Site& site() const { return prepared.site; }
  const References& references() const { return prepared.plan.data->references; }
};

// Returns the source location of a range of the passage's text, cut at the end of the line.
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
  void (*run_on_text)(const CheckedText&, Diagnostics&) = nullptr;  // for each valid essay whose file can be read
};

void run_site_checks(Files&, const PreparedSite&, int jobs, Diagnostics&);

// Visits every text of the writer's: bodies, summaries, descriptions, people's bios.
using PassageVisit = std::function<void(const Passage&, const ResolvedText&)>;
void for_each_passage(const Site&, const References&, const PassageVisit&);

// Returns the source location of a link, as long as its address with two brackets.
SourceLocation place_of_link(const Passage&, const ProseLink&);

}  // namespace causerie
