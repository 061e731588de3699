// A site in memory, on one day: maps addresses to outputs, and renders an output only when its bytes are requested.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "pipeline/prepare_site.h"
#include "pipeline/render.h"

namespace causerie {

// An asset whose path changed, or one of the writer's stylesheets, whose path is the same. Paths below the site.
struct MovedStylesheet {
  std::string from, to;
};

class Preview {
 public:
  // Copied files are read from `files`, which must outlive the preview.
  Preview(Files& files, std::unique_ptr<PreparedSite> prepared);

  struct Found {
    std::size_t output = 0;
    bool wants_slash = false;  // the address is a folder's without its final slash
  };
  // The output at "/attachment/roots/"; the path is percent-decoded.
  std::optional<Found> find(std::string_view path) const;
  std::optional<std::size_t> output(std::string_view file) const;  // "attachment/roots/index.html"

  const std::string& path_of(std::size_t output) const { return prepared_->plan.outputs[output].path; }
  bool is_page(std::size_t output) const;  // rendered by a layout
  Result<std::string> bytes(std::size_t output) const;

  // The path of the file that is copied there; null if the output is generated.
  const std::string* copied(std::size_t output) const;
  Files& files() const { return files_; }

  // The hash of the bytes shown at the address, or of 404.html if there is nothing there; empty if that fails too.
  std::string hash_of_page(std::string_view path) const;

  // The address of the essay whose source or comments are in this file of the site; empty if it is not shown.
  std::string address_of_source(std::string_view file) const;

  // The theme's assets whose output path has changed; nullopt if assets were added or removed.
  std::optional<std::vector<MovedStylesheet>> stylesheets_since(const Preview& before) const;

  const PreparedSite& prepared() const { return *prepared_; }

 private:
  Files& files_;
  std::unique_ptr<PreparedSite> prepared_;
  mutable std::mutex mutex_;  // protects rendering_
  mutable Rendering rendering_;
};

}  // namespace causerie
