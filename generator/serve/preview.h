// A whole site in memory, on one day, as a browser asks for it: what lies at which address, and its bytes when they are
// wanted. Nothing is rendered before.
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

// An asset that lies elsewhere, or a stylesheet of the writer's that lies where it did. Paths below the site.
struct MovedStylesheet {
  std::string from, to;
};

class Preview {
 public:
  // The files are the writer's, from which copies are read; they must outlive it.
  Preview(Files& files, std::unique_ptr<PreparedSite> prepared);

  struct Found {
    std::size_t output = 0;
    bool wants_slash = false;  // the address is a folder's, but for the slash at its end
  };
  // What lies at "/attachment/roots/"; the path as people read it, without escapes.
  std::optional<Found> find(std::string_view path) const;
  std::optional<std::size_t> output(std::string_view file) const;  // "attachment/roots/index.html"

  const std::string& path_of(std::size_t output) const { return prepared_->plan.outputs[output].path; }
  bool is_page(std::size_t output) const;  // made by a layout: HTML of ours
  Result<std::string> bytes(std::size_t output) const;

  // The writer's file that is copied there; null where bytes are made.
  const std::string* copied(std::size_t output) const;
  Files& files() const { return files_; }

  // The bytes' hash of what is shown at the address, the page for what is not there included; empty where even that
  // cannot be made.
  std::string hash_of_page(std::string_view path) const;

  // Where the essay is shown that is written, with its comments, in this file of the site; empty if nowhere.
  std::string address_of_source(std::string_view file) const;

  // The stylesheets of the theme that have another name than before; nothing if assets came or went.
  std::optional<std::vector<MovedStylesheet>> stylesheets_since(const Preview& before) const;

  const PreparedSite& prepared() const { return *prepared_; }

 private:
  Files& files_;
  std::unique_ptr<PreparedSite> prepared_;
  mutable std::mutex mutex_;  // of the one renderer
  mutable Rendering rendering_;
};

}  // namespace causerie
