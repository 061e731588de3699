// The HTML of an essay and of its comments: most of what parsing gives, and needed only for pages that are rendered.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "base/hash.h"
#include "formats/markdown/prose.h"
#include "system/store.h"

namespace causerie {

struct EssayHtml {
  HollowHtml body;                    // footnotes at its end; its holes refer to the prose of Essay::body
  std::vector<std::string> comments;  // as Essay::comments
};

inline constexpr std::string_view html_kind = "html";  // in the store: by the essay's source, a StoredHtml

// What is in the store: `version` says of which texts it is the HTML.
struct StoredHtml {
  Hash version;
  EssayHtml html;
};

// Where the HTML of one essay is: in memory, or in the store.
class HtmlHandle {
 public:
  explicit HtmlHandle(std::shared_ptr<const EssayHtml> html) : html_(std::move(html)) {}
  // The store must outlive the handle. `is_lost` is set when the HTML is no longer in the store.
  HtmlHandle(Store& store, std::string source, Hash version, std::atomic<bool>& is_lost)
      : store_(&store), source_(std::move(source)), version_(version), is_lost_(&is_lost) {}

  // Never null. If it was lost, that is noted, and all texts are empty. Safe from several threads.
  std::shared_ptr<const EssayHtml> load(std::size_t comment_count) const;
  // Null if it was lost, which is not noted.
  std::shared_ptr<const EssayHtml> try_load() const;
  bool is_in_memory() const { return html_ != nullptr; }

 private:
  std::shared_ptr<const EssayHtml> html_;  // null: in the store
  Store* store_ = nullptr;
  std::string source_;
  Hash version_;
  std::atomic<bool>* is_lost_ = nullptr;
};

}  // namespace causerie
