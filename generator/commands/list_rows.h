// The lists of `causerie list`: as text for people, and as JSON for programs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "pipeline/prepare_site.h"

namespace causerie {

// One entry, without a line end. It contains nothing that looks like an e-mail address and no control characters, since
// untrusted text goes to the writer's terminal.
struct ListRow {
  std::string line;
  std::string json;  // an object
};

struct WaitingList {
  std::string_view name;     // the argument that selects it
  std::string_view nothing;  // what to print if the list is empty
  std::vector<ListRow> (*rows)(const PreparedSite&, const Diagnostics&);
};

std::span<const WaitingList> waiting_lists();

// One row with the first day on which a scheduled essay appears; empty if there is none.
std::vector<ListRow> next_day(const Site&);

}  // namespace causerie
