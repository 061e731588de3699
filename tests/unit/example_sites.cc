#include "example_sites.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "commands/report.h"
#include "formats/html.h"
#include "pipeline/check_site.h"
#include "support/golden.h"
#include "support/made_up_web.h"

namespace causerie {

namespace {

std::string diagnostics_text(const Diagnostics& diagnostics) {
  Answer answer;
  answer.diagnostics.merge(Diagnostics(diagnostics));
  std::string text = report(answer, {}).standard_error;
  if (text.empty()) return text;
  // The summary counts errors and warnings; there is none if all are notes.
  const auto summary = text.rfind('\n', text.size() - 2) + 1;
  return is_digits(text.substr(summary, 1)) ? text.substr(0, summary) : text;
}

}  // namespace

std::string ExampleBuild::page(std::string_view path) const {
  std::string file(path.substr(path.starts_with('/') ? 1 : 0));
  if (file.empty() || file.ends_with('/')) file += "index.html";
  const auto found = outputs.find(file);
  return found == outputs.end() ? "there is no " + file + "\n" : found->second;
}

ExampleSite::ExampleSite() { put("site.yaml", "title: Causerie\nbase_url: https://example.org/\n"); }

ExampleSite& ExampleSite::put(std::string_view path, std::string_view text) {
  files_.put(path, text);
  return *this;
}

ExampleSite& ExampleSite::put_folder_from_disk(const std::string& folder) {
  for (const auto& [path, text] : read_tree(folder)) {
    if (!path.starts_with('.')) put(path, text);
  }
  return *this;
}

void ExampleSite::remove(std::string_view path) { ASSERT_TRUE(files_.remove(path)); }

ExampleBuild ExampleSite::build(BuildOptions options) {
  if (!options.day) options.day = Day{2026, 6, 1};
  Diagnostics diagnostics;
  const auto built = build_site({files_, destination, internal, cache}, options, diagnostics);
  ExampleBuild result;
  if (!built) {
    ADD_FAILURE() << built.failure().action << " " << built.failure().path << ": " << built.failure().reason;
    return result;
  }
  result.is_published = built->is_published;
  result.outputs = destination.contents();
  result.diagnostics = diagnostics_text(diagnostics);
  result.items = diagnostics.sorted();
  result.made = built->made;
  result.removed = built->removed;
  result.comments_shown = built->summary.comments_shown;
  return result;
}

ExampleBuild ExampleSite::check(SiteOptions options) {
  if (!options.day) options.day = Day{2026, 6, 1};
  Diagnostics diagnostics;
  BuildCache none;
  EXPECT_TRUE(check_site(files_, options, none, diagnostics));
  ExampleBuild result;
  result.diagnostics = diagnostics_text(diagnostics);
  result.items = diagnostics.sorted();
  return result;
}

ExampleBuild ExampleSite::check_outside(SiteOptions options, LinksOf whose, HttpClient& web) {
  if (!options.day) options.day = Day{2026, 6, 1};
  Diagnostics diagnostics;
  BuildCache none;
  const auto checked = check_site(files_, options, none, diagnostics);
  EXPECT_TRUE(checked);
  OutsideOptions outside;
  outside.whose = whose;
  outside.strict = options.strict;
  outside.limits.pause = 0;
  ExampleBuild result;
  if (!checked) return result;
  const auto asked =
      causerie::check_outside(**checked, outside, web, cache.store(), Instant{1'780'000'000}, diagnostics);
  result.diagnostics = diagnostics_text(diagnostics);
  if (!asked) {
    const Failure failure = asked.failure();
    result.diagnostics +=
        fmt::format("refused: {} {}: {}\n  hint: {}\n", failure.action, failure.path, failure.reason, failure.hint);
  }
  result.items = diagnostics.sorted();
  return result;
}

namespace {

bool is_view_name(std::string_view word) {
  static constexpr std::string_view names[] = {"diagnostics", "pages",      "dates",    "outputs",
                                               "body",        "navigation", "mentions", "conversation",
                                               "comment",     "file",       "lines",    "arguments"};
  return std::find(std::begin(names), std::end(names), word) != std::end(names);
}

// The word before the path of a block that is not a plain file.
bool is_setting_name(std::string_view word) {
  static constexpr std::string_view names[] = {"link", "bytes", "before", "destination", "noted", "web"};
  return std::find(std::begin(names), std::end(names), word) != std::end(names);
}

bool is_view(const ExampleBlock& block) { return is_view_name(block.words[0]); }

std::vector<SiteExample> read_site_examples(const std::vector<std::string>& lines) {
  std::vector<SiteExample> examples{{"shared", 0, {}, {}}};
  std::string fence;
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const std::string& line = lines[number];
    if (!fence.empty()) {
      ExampleBlock& block = examples.back().blocks.back();
      if (line == fence) {
        fence.clear();
      } else {
        block.text += line + "\n";
        ++block.line_count;
      }
    } else if (line.starts_with("```")) {
      fence = line.substr(0, line.find_first_not_of('`'));
      ExampleBlock block{"", {}, "", number + 1, 0};
      // The language, and then a view or the rest of the line, since a path may contain spaces.
      const auto blank = std::min(line.size(), line.find(' ', fence.size()));
      block.language = line.substr(fence.size(), blank - fence.size());
      const std::string rest = line.substr(std::min(line.size(), blank + 1));
      const std::string first = rest.substr(0, rest.find(' '));
      const bool is_known = is_view_name(first) || is_setting_name(first);
      block.words.push_back(is_known ? first : rest);
      if (is_known && first != rest) block.words.push_back(rest.substr(first.size() + 1));
      examples.back().blocks.push_back(std::move(block));
    } else if (line.starts_with("## ")) {
      examples.push_back({line.substr(3), number + 1, {}, {}});
    }
  }
  return examples;
}

BuildOptions options_from(std::string_view arguments) {
  BuildOptions options;
  const auto words = split(trim(arguments), ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--drafts") options.drafts = true;
    if (words[i] == "--future") options.future = true;
    if (words[i] == "--clock") options.day = parse_day(words.at(i + 1));
  }
  return options;
}

std::string unescape_bytes(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) != "\\x") {
      bytes += text[i];
      continue;
    }
    bytes += static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16));
    i += 3;
  }
  return bytes;
}

// Adds what exists before the tested build.
void put(const ExampleBlock& block, ExampleSite& site) {
  const std::string& what = block.words[0];
  if (what == "link") return site.files().put_link(block.words.at(1), trim(block.text));
  if (what == "bytes") return static_cast<void>(site.put(block.words.at(1), unescape_bytes(block.text)));
  if (what == "before") return static_cast<void>(site.put(block.words.at(1), block.text));
  if (what != "destination" && what != "web" && !is_view(block)) site.put(what, block.text);
}

// If the example has a first build, runs it and then makes the changes that follow it.
void put_since(const std::vector<ExampleBlock>& blocks, ExampleSite& site) {
  const auto is_before = [](const ExampleBlock& block) { return block.words[0] == "before"; };
  if (std::none_of(blocks.begin(), blocks.end(), is_before)) return;
  site.build();
  for (const ExampleBlock& block : blocks) {
    if (is_before(block)) site.remove(block.words.at(1));
    if (block.words[0] == "destination") site.destination.put(block.words.at(1), block.text);
  }
}

std::string pages_view(const ExampleBuild& built) {
  std::string view;
  for (const auto& [path, text] : built.outputs) {
    if (!path.ends_with(".html")) continue;
    std::string shown = "/" + path;
    if (shown.ends_with("/index.html")) shown.resize(shown.size() - 10);
    view += shown + "  " + unescape_html(between(text, "<title>", "</title>")) + "\n";
  }
  return view;
}

std::string dates_view(const ExampleBuild& built) {
  std::string view;
  for (const auto& [path, text] : built.outputs) {
    const std::string date =
        between(between(text, "<h1 class=\"p-name\">", "</header>"), "<time class=\"dt-published\" datetime=\"", "\"");
    if (path.ends_with("/index.html") && text.find("<article class=\"h-entry\">") != std::string::npos) {
      view += "/" + path.substr(0, path.size() - 10) + "  " + (date.empty() ? "none" : date) + "\n";
    }
  }
  return view;
}

std::string outputs_view(const ExampleBuild& built) {
  std::string view;
  for (const auto& [path, text] : built.outputs) {
    if (!path.starts_with("assets/") && path != ".causerie-files") view += path + "\n";
  }
  return view;
}

std::string mentions_view(std::string_view page) {
  std::string view;
  const std::string section = between(page, "<section class=\"mentions\">", "</section>");
  for (const std::string_view line : lines_of(section)) {
    if (!line.starts_with("<li>")) continue;
    const std::string href = between(line, "href=\"", "\"");
    view += fmt::format("- {}{}\n", trim(text_of_html(line)), href.empty() ? "" : " -> " + href);
  }
  return view;
}

std::string comment_view(const ExampleBuild& built, std::string_view location) {
  const auto hash = location.find('#');
  const std::string page = built.page(location.substr(0, hash));
  const auto begin = page.find(fmt::format("id=\"comment-{}\"", location.substr(hash + 1)));
  if (begin == std::string::npos) return "there is no such comment\n";
  const std::string text =
      between(std::string_view(page).substr(begin), "<div class=\"prose e-content\">\n", "\n</div>");
  return std::string(trim(text)) + "\n";
}

std::string lines_view(const ExampleBuild& built, std::string_view place_and_words) {
  const auto blank = place_and_words.find(' ');
  const std::string page = built.page(place_and_words.substr(0, blank));
  std::string view;
  for (const std::string_view line : lines_of(page)) {
    if (line.find(place_and_words.substr(blank + 1)) != std::string_view::npos) view.append(trim(line)).append("\n");
  }
  return view;
}

std::string view_of(const ExampleBlock& block, const ExampleBuild& built) {
  const std::string& what = block.words[0];
  if (what == "diagnostics") return built.diagnostics;
  if (what == "pages") return pages_view(built);
  if (what == "dates") return dates_view(built);
  if (what == "outputs") return outputs_view(built);
  const std::string& location = block.words.at(1);
  if (what == "file") return built.page(location);
  if (what == "comment") return comment_view(built, location);
  if (what == "lines") return lines_view(built, location);
  const std::string page = built.page(location);
  if (what == "navigation") return navigation_view(page);
  if (what == "mentions") return mentions_view(page);
  if (what == "conversation") return conversation_view(page);
  if (what == "body") {
    const std::string e_content = between(page, "<div class=\"prose e-content\">\n", "\n</div>");
    const std::string body = e_content.empty() ? between(page, "<div class=\"prose\">\n", "\n</div>") : e_content;
    return body.empty() ? page : std::string(trim(body)) + "\n";
  }
  ADD_FAILURE() << "there is no view '" << what << "'";
  return "";
}

}  // namespace

std::vector<SiteExample> run_site_examples(const std::string& name) {
  const std::string path = CAUSERIE_SOURCE_DIR "/tests/examples/" + name;
  const std::string whole = read_file(path);
  std::vector<std::string> lines;
  for (const std::string_view line : lines_of(whole)) lines.emplace_back(line);
  lines.pop_back();  // the empty string after the last line
  const bool updates = is_updating();
  std::vector<std::pair<const ExampleBlock*, std::string>> found;  // the actual text of each view block
  std::vector<SiteExample> examples = read_site_examples(lines);
  for (std::size_t i = 1; i < examples.size(); ++i) {
    SiteExample& example = examples[i];
    SCOPED_TRACE(fmt::format("{}:{}: {}", name, example.line, example.title));
    ExampleSite site;
    BuildOptions options;
    std::string_view arguments;
    MadeUpWeb web;
    bool claims_something = false, tells_diagnostics = false;
    for (const SiteExample* one : {&std::as_const(examples[0]), &std::as_const(example)}) {
      for (const ExampleBlock& block : one->blocks) {
        put(block, site);
        if (block.words[0] == "web") web.read(block.text);
        if (block.words[0] != "arguments") continue;
        options = options_from(block.text);
        arguments = block.text;
      }
    }
    put_since(example.blocks, site);
    const LinksOf whose = arguments.ends_with("--comments\n") ? LinksOf::writers_and_readers : LinksOf::writers;
    const ExampleBuild built = arguments.starts_with("check --external") ? site.check_outside(options, whose, web)
                               : arguments.starts_with("check")          ? site.check(options)
                                                                         : site.build(options);
    example.diagnostics = built.items;
    for (ExampleBlock& block : example.blocks) {
      if (!is_view(block) || block.words[0] == "arguments") continue;
      claims_something = true;
      tells_diagnostics = tells_diagnostics || block.words[0] == "diagnostics";
      found.emplace_back(&block, view_of(block, built));
      if (found.back().second == block.text) continue;
      if (updates) {
        block.text = found.back().second;
        continue;
      }
      ADD_FAILURE() << "the block of line " << block.first_line << ", " << difference(block.text, found.back().second);
    }
    EXPECT_TRUE(tells_diagnostics || built.diagnostics.empty()) << built.diagnostics;
    EXPECT_TRUE(claims_something) << "this example claims nothing";
  }
  if (updates) {
    for (auto at = found.rbegin(); at != found.rend(); ++at) {
      const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(at->first->first_line);
      const auto after = lines.erase(begin, begin + static_cast<std::ptrdiff_t>(at->first->line_count));
      std::vector<std::string> now;
      for (const std::string_view line : lines_of(trim(at->second))) now.emplace_back(line);
      if (at->second.empty()) now.clear();
      lines.insert(after, now.begin(), now.end());
    }
    write_file(path, join(lines, "\n") + "\n");
  }
  examples.erase(examples.begin());
  return examples;
}

}  // namespace causerie
