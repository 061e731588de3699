// Everything that one run keeps for the next: parse results, what git said, what the last build made and saw, and what
// is known of links to other sites. It only ever saves work: a value that is missing or damaged is computed again.
//
// The values are in a Store. Parse results are also kept in memory, for the next reading in the same run (the preview).
// An essay is stored in two parts: what every build needs (its fields, links, headings, hashes, and the comments
// without their texts), and the HTML, which is read only for pages that are rendered.
//
// No e-mail address of a reader is stored: comments are masked when they are parsed, and those in files of other
// programs, which are matched to essays before they are masked, are kept in memory only.
#pragma once

#include <atomic>
#include <memory>
#include <set>
#include <string>

#include "content/parse_cache.h"
#include "system/store.h"

namespace causerie {

// Where the HTML of parsed essays is kept during the run. On demand takes least memory, but HTML may be lost if the
// file is damaged or replaced meanwhile: see `is_html_lost`.
enum class HtmlPolicy { in_memory, on_demand };

class BuildCache {
 public:
  // For this run only.
  BuildCache();
  BuildCache(Store store, HtmlPolicy policy);

  Store& store() { return *store_; }
  // A line for people, if work of earlier runs could not be reused or kept; else empty.
  std::string remark() const;

  // The parse results of earlier runs and readings; the next call returns none until new ones are kept.
  ParseCache take_parse_results(int jobs);
  // Stores what is new, and keeps everything for the next reading (not if HTML is loaded on demand: such runs read
  // once).
  void keep_parse_results(ParseCache, int jobs);
  // Parse results of earlier runs are not used, and are replaced by those of this one.
  void forget_parse_results();

  // True if HTML was needed that is no longer in the store: what was rendered since is wrong.
  bool is_html_lost() const { return *is_html_lost_; }
  // After that: forgets all parse results and keeps HTML in memory.
  void recover();
  // So that tests with little HTML read it from the store.
  void keep_little_html_in_memory() { most_html_in_memory_ = 0; }

 private:
  void load(int jobs);
  void load_all_html();  // of the essays that `load` found; those without it are left out
  void store_essays(ParseCache&, int jobs);
  void store_files(const ParseCache&);
  void store_series(const ParseCache&);
  void note_stored(ParseCache&);                // for the next reading
  void leave_html_in_store(const ParseCache&);  // beyond `most_html_in_memory_`

  std::unique_ptr<Store> store_;  // its address must not change
  std::unique_ptr<std::atomic<bool>> is_html_lost_ = std::make_unique<std::atomic<bool>>(false);
  HtmlPolicy policy_ = HtmlPolicy::in_memory;
  std::size_t most_html_in_memory_ = 64'000'000;  // bytes that were just parsed; the rest is read again when needed
  bool has_file_ = false;
  bool is_loaded_ = false;
  ParseCache parsed_;
  std::set<std::string, std::less<>> stored_essays_, stored_series_;  // their keys in the store
  std::set<std::string, std::less<>> stored_files_;
};

// The cache of the site in this folder (an absolute path): a file in the user's cache folder. Without such a folder
// nothing is kept between runs.
BuildCache open_build_cache(const std::string& site, HtmlPolicy policy);

}  // namespace causerie
