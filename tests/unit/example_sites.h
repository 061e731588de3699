// Sites in memory, built whole, and what a reader finds on their pages: for tests of rules that need more than one
// function and less than a disk.
//
// A file of prose examples is Markdown. A `##` heading begins an example; each fenced block in it is a file of the site
// (```yaml content/about.md), with these words before the path another thing there,
//
//     text link PATH              a symbolic link; the block holds its target
//     text bytes PATH             a file in which \xE9 stands for that byte
//     yaml before PATH            a file of a first build, which is gone in the second
//     text destination PATH       a file that somebody put into the destination after the first build
//     text noted PATH             a file that somebody put into .causerie
//
// or a view of what was built, which must be exactly so:
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
//     text arguments              --drafts, --future or --clock DAY for this build; check: no build, but what `check`
//                                 says; check --external and check --external --comments, with the web of the block
//     text web                    `NETWORK none`, or lines `METHOD ADDRESS STATUS [HEADER]`: that of a redirect, or
//                                 Retry-After
//
// Blocks before the first `##` heading belong to every example, which may put others in their place. A site without
// site.yaml has a title and an address. UPDATE_GOLDEN=1 writes what was built into the blocks that are there.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/memory_files.h"
#include "pipeline/build_site.h"
#include "pipeline/outside/check_outside.h"
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
  ExampleBuild check(SiteOptions options);  // diagnostics alone
  ExampleBuild check_outside(SiteOptions options, LinksOf whose, HttpClient& web);

  MemoryFiles destination{FollowLinks::no}, notes{FollowLinks::no};

 private:
  MemoryFiles files_;
};

struct ExampleBlock {
  std::string language;
  std::vector<std::string> words;  // of its info string, the language left out: what it is, and where
  std::string text;
  std::size_t first_line = 0;  // of its text, from 0
  std::size_t line_count = 0;
};

struct SiteExample {
  std::string title;
  std::size_t line = 0;
  std::vector<ExampleBlock> blocks;
  std::vector<Diagnostic> diagnostics;  // that were reported, sorted
};

// Runs a file of examples below tests/examples/.
std::vector<SiteExample> run_site_examples(const std::string& name);

}  // namespace causerie
