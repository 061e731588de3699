// Everything that the writer's folder says, as records with their places. Nothing here depends on the day, on what is
// shown, or on the theme.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"
#include "content/essay.h"
#include "content/series_file.h"
#include "content/site_file.h"
#include "formats/image_size.h"

namespace causerie {

// A file that is copied as it is.
struct Attachment {
  std::string source;             // below the site's folder
  std::string name;               // below content/, NFC
  Hash hash;                      // of its bytes
  std::optional<ImageSize> size;  // where it is a picture
};

struct Content {
  SiteFile site;
  std::vector<Series> series;           // by folder
  Essays essays;                        // by source
  std::vector<Attachment> attachments;  // by name
  std::vector<std::string> refused;     // Markdown and series.yaml below content/ where none may be; reported
};

// A faulty file stays known as well as it allows, so that links to it raise no second error. Reads and parses with
// `jobs` threads (0: as many as there are cores); their number changes no result. A failure is the machine's.
Result<Content> read_content(Files&, int jobs, Diagnostics&);

// The same with what an earlier reading gave, which becomes what this one gave. Both have the same result.
struct ParseCache;
Result<Content> read_content(Files&, ParseCache&, int jobs, Diagnostics&);

}  // namespace causerie
