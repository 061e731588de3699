// Which files may include which headers. Each rule is also shown to fail, on made-up files.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "house/source_tree.h"

namespace causerie::house {
namespace {

// A layer may include itself and the layers before it.
constexpr std::string_view layers[] = {"base",  "formats",  "system", "content", "site",  "theme",
                                       "pages", "pipeline", "import", "deploy",  "serve", "commands"};

std::ptrdiff_t rank(std::string_view layer) {
  return layer.empty() ? std::ssize(layers)
                       : std::find(std::begin(layers), std::end(layers), layer) - std::begin(layers);
}

Faults against_the_order(const std::vector<SourceFile>& files) {
  Faults faults;
  for (const SourceFile& file : files) {
    const std::string_view layer = layer_of(file.path);
    if (!layer.empty() && rank(layer) == std::ssize(layers))
      faults.push_back(file.path + ": a layer that the order does not know");
    for (const Include& include : includes_of(file)) {
      if (include.is_ours && rank(layer_of(include.name)) > rank(layer))
        faults.push_back(file.path + " includes " + include.name);
    }
  }
  return faults;
}

// C++ standard headers have no extension. The operating system's may be included in system/ only; fmt is allowed
// everywhere.
bool is_of_the_language(std::string_view header) { return header.find_first_of("./") == std::string_view::npos; }
bool is_free(std::string_view header) { return is_of_the_language(header) || header.starts_with("fmt/"); }
bool is_of_the_system(std::string_view header) {
  static constexpr std::string_view names[] = {"unistd.h", "fcntl.h", "dirent.h", "signal.h",
                                               "poll.h",   "spawn.h", "netdb.h",  "dlfcn.h"};
  return header.starts_with("sys/") || header.starts_with("linux/") || header.starts_with("netinet/") ||
         header.starts_with("arpa/") || std::find(std::begin(names), std::end(names), header) != std::end(names);
}

// Headers that wrap a library for several files: its only includers. Everything else is wrapped by one .cc.
bool wraps_a_library(std::string_view path) {
  return path == "generator/base/encoding.h" || path == "generator/system/libgit.h";
}

Faults of_others(const std::vector<SourceFile>& files) {
  Faults faults;
  std::map<std::string, std::set<std::string>> includers;
  for (const SourceFile& file : files) {
    for (const Include& include : includes_of(file)) {
      if (include.is_ours || is_free(include.name)) continue;
      if (is_of_the_system(include.name)) {
        if (layer_of(file.path) != "system")
          faults.push_back(file.path + " includes <" + include.name + ">, which is for system/");
        continue;
      }
      includers[include.name].insert(file.path);
      if (file.path.ends_with(".h") && !wraps_a_library(file.path))
        faults.push_back(file.path + " is a header that includes <" + include.name + ">");
    }
  }
  for (const auto& [header, paths] : includers) {
    if (paths.size() > 1)
      faults.push_back("<" + header + "> is included by " + *paths.begin() + " and " + *std::next(paths.begin()));
  }
  return faults;
}

TEST(HouseIncludes, LayersIncludeOnlyThoseBeforeThem) {
  EXPECT_EQ(against_the_order(program_files("generator")), Faults());
  EXPECT_EQ(against_the_order({{"generator/base/a.cc", "#include \"base/a.h\"\n#include \"formats/yaml/yaml.h\"\n"},
                               {"generator/attic/b.cc", ""},
                               {"generator/main.cc", "#include \"commands/command.h\"\n"}}),
            (Faults{"generator/base/a.cc includes formats/yaml/yaml.h",
                    "generator/attic/b.cc: a layer that the order does not know"}));
}

TEST(HouseIncludes, AnotherLibraryHasOneIncluder) {
  EXPECT_EQ(of_others(program_files("generator")), Faults());
  EXPECT_EQ(of_others({{"generator/base/a.cc", "#include <git2.h>\n#include <fmt/format.h>\n#include <string>\n"},
                       {"generator/base/b.cc", "#include <git2.h>\n#include <unistd.h>\n"},
                       {"generator/base/b.h", "#include <cmark.h>\n"},
                       {"generator/system/c.h", "#include <sys/stat.h>\n"}}),
            (Faults{"generator/base/b.cc includes <unistd.h>, which is for system/",
                    "generator/base/b.h is a header that includes <cmark.h>",
                    "<git2.h> is included by generator/base/a.cc and generator/base/b.cc"}));
}

// Types visible outside their file: defined at the beginning of a line, outside an unnamed namespace.
Faults of_one_name(const std::vector<SourceFile>& files) {
  std::map<std::string, std::set<std::string>> types;
  for (const SourceFile& file : files) {
    bool is_private = false;
    for (const std::string_view line : lines_of(file.text)) {
      if (line == "namespace {") is_private = true;
      if (line == "}  // namespace") is_private = false;
      for (const std::string_view kind : {"struct ", "class ", "enum class "}) {
        if (is_private || !line.starts_with(kind) || !line.ends_with("{")) continue;
        const std::string_view name = line.substr(kind.size(), line.find_first_of(" {", kind.size()) - kind.size());
        if (name.find("::") == std::string_view::npos) types[std::string(name)].insert(file.path);
      }
    }
  }
  Faults faults;
  for (const auto& [name, paths] : types) {
    if (paths.size() > 1) faults.push_back(name + " is in " + *paths.begin() + " and " + *std::next(paths.begin()));
  }
  return faults;
}

// Two types of the same name in one program violate the one-definition rule, which the linker does not report.
TEST(HouseIncludes, NoTwoTypesHaveOneName) {
  EXPECT_EQ(of_one_name(program_files("generator")), Faults());
  EXPECT_EQ(of_one_name({{"a.h", "struct Part {\nstruct Rest {\n"},
                         {"b.h", "enum class Part : char {\n"},
                         {"c.cc", "namespace {\nstruct Rest {\n}  // namespace\n"}}),
            Faults{"Part is in a.h and b.h"});
}

// Names of the standard library and fmt, and the header of each.
constexpr std::pair<std::string_view, std::string_view> names_of_the_language[] = {
    {"std::string_view", "string_view"},
    {"std::string", "string"},
    {"std::vector", "vector"},
    {"std::optional", "optional"},
    {"std::map", "map"},
    {"std::set", "set"},
    {"std::unordered_map", "unordered_map"},
    {"std::span", "span"},
    {"std::variant", "variant"},
    {"std::unique_ptr", "memory"},
    {"std::shared_ptr", "memory"},
    {"std::function", "functional"},
    {"std::sort", "algorithm"},
    {"std::find_if", "algorithm"},
    {"std::any_of", "algorithm"},
    {"std::lower_bound", "algorithm"},
    {"std::min", "algorithm"},
    {"std::max", "algorithm"},
    {"fmt::format", "fmt/format.h"}};

// True if `text` contains the name as a complete identifier.
bool says(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const char next = at + name.size() < text.size() ? text[at + name.size()] : ' ';
    if (next != '_' && std::isalnum(static_cast<unsigned char>(next)) == 0) return true;
  }
  return false;
}

// Reports names whose header is included neither by the file nor by our headers that it includes.
Faults of_headers_that_lack(const std::vector<SourceFile>& files) {
  std::map<std::string, std::vector<Include>> includes;
  for (const SourceFile& file : files) {
    const std::size_t layer = file.path.find('/');
    includes[file.path.substr(layer == std::string::npos ? 0 : layer + 1)] = includes_of(file);
  }
  Faults faults;
  for (const SourceFile& file : files) {
    std::set<std::string> reached;
    std::vector<Include> open = includes_of(file);
    while (!open.empty()) {
      const Include next = std::move(open.back());
      open.pop_back();
      if (!reached.insert(next.name).second || !next.is_ours) continue;
      const auto inner = includes.find(next.name);
      if (inner != includes.end()) open.insert(open.end(), inner->second.begin(), inner->second.end());
    }
    for (const auto& [name, header] : names_of_the_language) {
      if (says(file.text, name) && !reached.contains(std::string(header)))
        faults.push_back(fmt::format("{} says {} without <{}>", file.path, name, header));
    }
  }
  return faults;
}

// The compiler would not report these, since standard headers are precompiled.
TEST(HouseIncludes, WhatIsNamedIsIncluded) {
  EXPECT_EQ(of_headers_that_lack(program_files("generator")), Faults());
  EXPECT_EQ(of_headers_that_lack({{"generator/base/a.h", "#include <string>\n"},
                                  {"generator/base/b.cc", "#include \"base/a.h\"\nstd::string b();\n"},
                                  {"generator/base/c.cc", "#include \"base/a.h\"\nstd::string_view c();\n"}}),
            Faults{"generator/base/c.cc says std::string_view without <string_view>"});
}

TEST(HouseIncludes, EveryHeaderGuardsItself) {
  for (const char* folder : {"generator", "tests"}) {
    for (const SourceFile& file : program_files(folder)) {
      const bool is_guarded = !file.path.ends_with(".h") || file.text.find("\n#pragma once\n") != std::string::npos;
      EXPECT_TRUE(is_guarded) << file.path;
    }
  }
}

}  // namespace
}  // namespace causerie::house
