// Everything in the writer's folder, as records with source locations. Does not depend on the day, on what is shown, or
// on the theme.
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

// A file that is copied unchanged.
struct Attachment {
  std::string source;             // below the site's folder
  std::string name;               // below content/, NFC
  Hash hash;                      // of its bytes
  std::optional<ImageSize> size;  // if it is an image
};

struct Content {
  SiteFile site;
  std::vector<Series> series;           // by folder
  Essays essays;                        // by source
  std::vector<Attachment> attachments;  // by name
  std::vector<std::string> refused;     // Markdown and series.yaml files where they are not allowed; reported
};

// A faulty file is kept as far as it can be read, so that links to it cause no second error. Reads and parses with
// `jobs` threads (0: as many as there are cores); the number does not change the result. Fails only on I/O errors.
Result<Content> read_content(Files&, int jobs, Diagnostics&);

// The same with the parse results of earlier calls and runs, which do not change the result. The cache must outlive the
// content, whose HTML may be in it.
class BuildCache;
Result<Content> read_content(Files&, BuildCache&, int jobs, Diagnostics&);

}  // namespace causerie
