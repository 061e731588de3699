// A golden site: a folder in tests/sites/ with input and expected output. tests/README.md describes the format.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace causerie::sites {

using Tree = std::map<std::string, std::string>;

// compare.txt: which output files are compared, and which must not exist.
struct Selection {
  std::vector<std::string> globs;      // empty: every file
  std::vector<std::string> forbidden;  // `!GLOB`

  bool has(const std::string& path) const;
};

struct SiteCase {
  std::filesystem::path folder;
  std::vector<std::string> arguments;
  Selection selection;
  bool is_to_be_made = false;  // expected/ exists: exit status 0; else 1, and nothing written
  Tree expected;
  std::string expected_errors;  // errors.txt
};

SiteCase read_site_case(const std::filesystem::path& folder);

// The outcome of a build, reduced to what is stored (see `kept` in site_case.cc).
struct SiteOutcome {
  int exit_status = 0;
  std::string errors;
  Tree files;
};

// Builds a copy of input/; twice if the first build succeeds: `again` describes differences, of which there must be
// none.
SiteOutcome build_site_case(const SiteCase&, std::string& again);

// One sentence for each difference from what is expected.
std::vector<std::string> faults(const SiteCase&, const SiteOutcome&);

// UPDATE_GOLDEN: the outcome becomes the expected output.
void rewrite(const SiteCase&, const SiteOutcome&);

}  // namespace causerie::sites
