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

namespace causerie {

// What `build` left, and said.
struct ExampleBuild {
  bool is_published = false;
  std::map<std::string, std::string> outputs;
  std::string diagnostics;                  // as the user reads them, without source lines and without the summary
  std::vector<Diagnostic> items;            // sorted
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

// An element of a page that stands for a comment.
struct ShownComment {
  std::string id;             // without `comment-`
  std::string parent;         // the id of the comment in whose element it stands
  int level = 1;              // 1 stands in no other
  int elements_around = 0;    // between its element and that of its parent, its own counted
  bool is_tombstone = false;
  bool is_by_author = false;
  std::string name;
  std::string reply_to;       // "in reply to NAME"
  std::string tombstone;
};
std::vector<ShownComment> shown_comments(std::string_view page);  // document order
std::string conversation_view(std::string_view page);
std::string navigation_view(std::string_view page);

// What stands between two texts; empty if they are not there.
std::string between(std::string_view text, std::string_view begin, std::string_view end);

// The elements of a page, in document order, inside the one with that id, as a browser's parser makes them.
struct PageElement {
  std::string name;  // "unknown" if HTML has none such
  std::map<std::string, std::string> attributes;
  std::string shown() const;  // <name attribute="value">
};
std::vector<PageElement> elements_inside(std::string_view page, std::string_view id);

// Runs a file of examples below tests/examples/ and gives their number.
int run_site_examples(const std::string& name);

}  // namespace causerie
