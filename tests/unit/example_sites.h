// Sites in memory, built whole, and what a reader finds on their pages: for tests of rules that need more than one
// function and less than a disk.
//
// A file of prose examples is Markdown. A `##` heading begins an example; each fenced block in it is a file of the site
// (```yaml content/about.md) or a view of what was built, which must be exactly so:
//
//     text diagnostics            what was reported, without source lines; no such block: nothing may be
//     text pages                  the path and title of every page
//     text dates                  the path and date of every essay's page
//     text outputs                every file that was made, assets of the theme and our own list left out
//     html body PATH              the essay's text on the page at PATH
//     text navigation PATH        next, previous, and the list of parts
//     text mentions PATH          the pages that promised or cite it
//     text conversation PATH      the comments as a tree: id, name, whom they answer
//     html comment PATH#ID        a comment's text
//     text file PATH              an output file as it is
//     text lines PATH WORDS       those of its lines that hold the words
//     text arguments              --drafts, --future or --clock DAY for this build
//
// Blocks before the first `##` heading belong to every example, which may put others in their place. A site without
// site.yaml has a title and an address. UPDATE_GOLDEN=1 writes what was built into the blocks that are there.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/memory_files.h"
#include "build/build_site.h"
#include "read_page.h"

namespace causerie {

// What `build` left, and said.
struct ExampleBuild {
  bool is_published = false;
  std::map<std::string, std::string> outputs;
  std::string diagnostics;        // as the user reads them, without source lines and without the summary
  std::vector<Diagnostic> items;  // sorted
  std::vector<Explanation> made;
  std::vector<std::string> removed;
  int comments_shown = 0;

  std::string page(std::string_view path) const;  // of "/attachment/roots/"; a page that is not there says so
};

class ExampleSite {
 public:
  ExampleSite();
  ExampleSite& put(std::string_view path, std::string_view text);
  ExampleSite& put_folder_from_disk(const std::string& folder);  // all files below it, dot files left out
  void remove(std::string_view path);
  MemoryFiles& files() { return files_; }

  // The clock stands at 2026-06-01 if nothing else is said. A second build finds what the first left.
  ExampleBuild build(BuildOptions options = {});

  MemoryFiles destination{FollowLinks::no}, notes{FollowLinks::no};

 private:
  MemoryFiles files_;
};

// Runs a file of examples below tests/examples/ and gives their number.
int run_site_examples(const std::string& name);

}  // namespace causerie
