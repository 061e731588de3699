// A golden site: a folder in tests/sites/ with what goes in and what must come out. The format is in tests/README.md.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace causerie::sites {

using Tree = std::map<std::string, std::string>;

// compare.txt: which files of the output are looked at, and which may not be there.
struct Selection {
  std::vector<std::string> globs;      // none: every file
  std::vector<std::string> forbidden;  // `!GLOB`

  bool has(const std::string& path) const;
};

struct SiteCase {
  std::filesystem::path folder;
  std::vector<std::string> arguments;
  Selection selection;
  bool is_to_be_made = false;  // expected/ is there: exit status 0; else 1, and nothing written
  Tree expected;
  std::string expected_errors;  // errors.txt
};

SiteCase read_site_case(const std::filesystem::path& folder);

// What a build left, made fit to be kept (see `kept` in site_case.cc).
struct SiteOutcome {
  int exit_status = 0;
  std::string errors;
  Tree files;
};

// Builds a copy of input/; twice, where the first build succeeds: `again` is what differs then, which nothing may.
SiteOutcome build_site_case(const SiteCase&, std::string& again);

// Whole sentences, one for each thing that is not as it should be.
std::vector<std::string> faults(const SiteCase&, const SiteOutcome&);

// UPDATE_GOLDEN: what came out becomes what must.
void rewrite(const SiteCase&, const SiteOutcome&);

}  // namespace causerie::sites
