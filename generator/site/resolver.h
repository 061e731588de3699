// Resolves one link as written. References are looked up in tables that are built once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostics.h"
#include "site/references.h"
#include "site/routes.h"
#include "site/site.h"

namespace causerie {

// The text that a link is in.
struct Origin {
  std::optional<EssayId> essay;    // whose body or summary it is
  std::optional<SeriesId> series;  // its series, or the series whose description it is
  std::string folder;              // below content/; relative paths start here
};

class Resolver {
 public:
  Resolver(const Site&, const Routes&);

  // `has_words`: there are words between the brackets. A broken reference is an error at the source location.
  Resolved resolve(std::string_view destination, bool has_words, const Origin&, const SourceLocation&,
                   Diagnostics&) const;

 private:
  struct Question;
  Resolved series(Question&, std::string_view rest) const;
  Resolved neighbour(Question&, std::string_view word) const;
  Resolved part_by_number(Question&, SeriesId, std::string_view digits) const;
  Resolved part(Question&, SeriesId, int index) const;
  Resolved essay_by_slug(Question&, std::string_view rest) const;
  Resolved essay(Question&, EssayId, std::string_view fragment) const;
  Resolved comment(Question&, EssayId, std::string_view name) const;
  Resolved site_path(Question&, std::string_view path, std::string_view fragment) const;
  Resolved source_file(Question&, std::string_view path, std::string_view fragment) const;
  Resolved route(Question&, const Route&, std::string_view fragment) const;
  Resolved series_page(SeriesId) const;
  std::string nearest_file(const Question&, std::string_view name) const;

  const Site& site_;
  const Routes& routes_;
  std::unordered_map<std::string, std::vector<EssayId>> essays_by_slug_;
  std::unordered_map<std::string, std::vector<EssayId>>
      essays_by_path_;  // "attachment/healing"; by folder or series slug
  std::unordered_map<std::string, EssayId> hidden_by_address_;
  std::unordered_map<std::string, EssayId> essays_by_source_;  // below content/
  std::unordered_map<std::string, AttachmentId> attachments_;  // below content/
  std::unordered_map<std::string, SeriesId> series_by_name_;   // by slug, path of slugs, and folder
  std::unordered_set<std::string> refused_;  // paths, slugs and series of refused files, which were reported already
  std::vector<std::string> essay_names_;
  std::vector<std::string> series_names_;
  std::vector<std::string> source_paths_;  // below content/
  std::vector<std::string> addresses_;
};

}  // namespace causerie
