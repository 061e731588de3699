// Sites in memory that are built completely, and views of their pages: for tests that need more than one function but
// no disk.
//
// A file of examples is Markdown. A `##` heading begins an example; each fenced block in it is a file of the site
// (```yaml content/about.md), or, with one of these words before the path, something else there,
//
//     text link PATH              a symbolic link; the block contains its target
//     text bytes PATH             a file in which \xE9 means that byte
//     yaml before PATH            a file of a first build that is removed before the second
//     text destination PATH       a file that somebody adds to the destination after the first build
//     text noted PATH             a file that somebody adds to .causerie
//
// or a view of the build that must match exactly:
//
//     text diagnostics            the diagnostics, without source lines; without this block there must be none
//     text pages                  the path and title of every page
//     text dates                  the path and date of every essay's page
//     text outputs                every output file, except the theme's assets and the own-files list
//     html body PATH              the essay's text on the page at PATH
//     text navigation PATH        next, previous, and the list of parts
//     text mentions PATH          the pages that promised or cite it
//     text conversation PATH      the comments as a tree: id, name, whom they answer
//     html comment PATH#ID        a comment's text
//     text file PATH              an output file as it is
//     text lines PATH WORDS       those of its lines that contain the words
//     text arguments              --drafts, --future or --clock DAY for this build; check: runs `check` instead of a
//                                 build; check --external and check --external --comments use the block `web`
//     text web                    `NETWORK none`, or lines `METHOD ADDRESS STATUS [HEADER]`: that of a redirect, or
//                                 Retry-After
//
// Blocks before the first `##` heading belong to every example, which may replace them. A site without site.yaml has a
// title and an address. UPDATE_GOLDEN=1 updates the existing view blocks.
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

// The output and diagnostics of a build.
struct ExampleBuild {
  bool is_published = false;
  std::map<std::string, std::string> outputs;
  std::string diagnostics;        // as reported to the user, without source lines and summary
  std::vector<Diagnostic> items;  // sorted
  std::vector<Explanation> made;
  std::vector<std::string> removed;
  int comments_shown = 0;

  std::string page(std::string_view path) const;  // of "/attachment/roots/"; a message if there is no such page
};

class ExampleSite {
 public:
  ExampleSite();
  ExampleSite& put(std::string_view path, std::string_view text);
  ExampleSite& put_folder_from_disk(const std::string& folder);  // all files below it except dot files
  void remove(std::string_view path);
  MemoryFiles& files() { return files_; }

  // The default day is 2026-06-01. A second build finds the output of the first.
  ExampleBuild build(BuildOptions options = {});
  ExampleBuild check(SiteOptions options);  // diagnostics only
  ExampleBuild check_outside(SiteOptions options, LinksOf whose, HttpClient& web);

  MemoryFiles destination{FollowLinks::no}, internal{FollowLinks::no};
  BuildCache cache;

 private:
  MemoryFiles files_;
};

struct ExampleBlock {
  std::string language;
  std::vector<std::string> words;  // of its info string, without the language: kind and path
  std::string text;
  std::size_t first_line = 0;  // of its text, 0-based
  std::size_t line_count = 0;
};

struct SiteExample {
  std::string title;
  std::size_t line = 0;
  std::vector<ExampleBlock> blocks;
  std::vector<Diagnostic> diagnostics;  // sorted
};

// Runs a file of examples below tests/examples/.
std::vector<SiteExample> run_site_examples(const std::string& name);

}  // namespace causerie
