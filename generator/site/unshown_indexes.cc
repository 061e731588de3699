#include "site/unshown_indexes.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

namespace causerie {

void report_unshown_indexes(const Content& content, Diagnostics& diagnostics) {
  std::set<std::string_view> folders;  // with essays, of which drafts will be shown one day
  for (const auto& essay : content.essays) {
    if (essay->kind == EssayKind::stand_alone) folders.insert(essay->folder);
  }
  for (const auto& essay : content.essays) {
    if (essay->kind != EssayKind::folder_index || folders.contains(essay->folder)) continue;
    diagnostics
        .warning("unread-file", {essay->source, {}},
                 "nothing shows this text: it would be above a list, but its folder has no essays")
        .hint(fmt::format("if it is an essay, rename it to content/{}.md", essay->folder));
  }
}

}  // namespace causerie
