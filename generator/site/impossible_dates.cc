#include "site/impossible_dates.h"

#include <fmt/format.h>

namespace causerie {

void warn_of_future_comments(const Site& site, Diagnostics& diagnostics) {
  const Zone& zone = *site.file().zone;
  const Instant end = zone.instant(day_after(site.edition.day), 0);
  for (const auto& essay : site.content->essays) {
    for (const Comment& comment : essay->comments) {
      if (!comment.date || comment.date->instant < end) continue;
      diagnostics
          .warning("future-comment", comment.location(),
                   fmt::format("this comment is dated {}, which is after today", iso(zone.day(comment.date->instant))))
          .hint("correct its date: comments are sorted by it");
    }
  }
}

}  // namespace causerie
