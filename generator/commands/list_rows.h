// The lists of `causerie list`, worded: for people, and as JSON for programs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "pipeline/prepare_site.h"

namespace causerie {

// One entry, without a line end. Nothing in it is shaped like an e-mail address, and no control character is left in
// it: a stranger's words go to the writer's terminal.
struct ListRow {
  std::string line;
  std::string json;  // an object
};

struct WaitingList {
  std::string_view name;     // the word on the command line
  std::string_view nothing;  // what to say where it is empty
  std::vector<ListRow> (*rows)(const PreparedSite&, const Diagnostics&);
};

std::span<const WaitingList> waiting_lists();

// The first day on which a build is due: a row, or none.
std::vector<ListRow> next_day(const Site&);

}  // namespace causerie
