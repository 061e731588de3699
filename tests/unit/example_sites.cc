#include "example_sites.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <gumbo.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "base/text.h"
#include "commands/report.h"
#include "formats/html.h"
#include "support/golden.h"

namespace causerie {

std::string between(std::string_view text, std::string_view begin, std::string_view end) {
  const auto from = text.find(begin);
  if (from == std::string_view::npos) return "";
  const auto to = text.find(end, from + begin.size());
  if (to == std::string_view::npos) return "";
  return std::string(text.substr(from + begin.size(), to - from - begin.size()));
}

namespace {

std::string diagnostics_text(const Diagnostics& diagnostics) {
  Answer answer;
  answer.diagnostics.merge(Diagnostics(diagnostics));
  std::string text = report(answer, {}).standard_error;
  if (text.empty()) return text;
  text.pop_back();
  const auto summary = text.rfind('\n');
  return summary == std::string::npos ? "" : text.substr(0, summary + 1);
}

using Document = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

Document parse_page(std::string_view page) {
  return {gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size()),
          [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }};
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (node->type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool has_class(const GumboNode* node, std::string_view name) {
  const auto classes = split(attribute(node, "class"), ' ');
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

// Every node in document order, parents first; `leave` hears when an element's content has come to its end.
void walk(const GumboNode* root, const std::function<void(const GumboNode*)>& enter,
          const std::function<void(const GumboNode*)>& leave) {
  std::vector<std::pair<const GumboNode*, unsigned>> stack{{root, 0}};
  enter(root);
  while (!stack.empty()) {
    const auto [node, next] = stack.back();
    const bool has_children = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    if (has_children && next < node->v.element.children.length) {
      ++stack.back().second;
      const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[next]);
      enter(child);
      stack.push_back({child, 0});
    } else {
      leave(node);
      stack.pop_back();
    }
  }
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
  const auto built = build_site({files_, destination, notes}, options, diagnostics);
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
  for (const EssayView& view : built->site.essays) result.comments_shown += view.is_shown ? view.conversation.shown : 0;
  return result;
}

std::vector<ShownComment> shown_comments(std::string_view page) {
  const Document document = parse_page(page);
  std::vector<ShownComment> comments;
  std::vector<std::size_t> open;  // indices of the comments whose elements are open
  int elements = 0;               // open ones since the innermost of them
  std::vector<int> outside;       // what `elements` was before
  const auto is_comment = [](const GumboNode* node) { return attribute(node, "id").starts_with("comment-"); };
  const auto text_inside = [&](const GumboNode* node) {
    const auto& element = node->v.element;
    const auto begin = element.start_pos.offset + element.original_tag.length;
    return text_of_html(page.substr(begin, element.end_pos.offset - begin));
  };
  const auto enter = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    ++elements;
    if (is_comment(node)) {
      ShownComment comment;
      comment.id = attribute(node, "id").substr(8);
      comment.parent = open.empty() ? "" : comments[open.back()].id;
      comment.level = static_cast<int>(open.size()) + 1;
      comment.elements_around = elements;
      comment.is_tombstone = has_class(node, "tombstone");
      comment.is_by_author = has_class(node, "by-author");
      outside.push_back(elements);
      elements = 0;
      open.push_back(comments.size());
      comments.push_back(std::move(comment));
    } else if (!open.empty()) {
      ShownComment& comment = comments[open.back()];
      if (has_class(node, "p-author")) comment.name = text_inside(node);
      if (node->v.element.tag == GUMBO_TAG_A && attribute(node, "href").starts_with("#comment-") && !has_class(node, "u-url") &&
          comment.reply_to.empty() && !comment.is_tombstone) {
        comment.reply_to = text_inside(node);
      }
      if (comment.is_tombstone && node->v.element.tag == GUMBO_TAG_P && elements == 1) comment.tombstone = text_inside(node);
    }
  };
  const auto leave = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    if (is_comment(node)) {
      open.pop_back();
      elements = outside.back();
      outside.pop_back();
    }
    --elements;
  };
  walk(document->root, enter, leave);
  return comments;
}

std::string conversation_view(std::string_view page) {
  std::string view;
  for (const ShownComment& comment : shown_comments(page)) {
    view += std::string(static_cast<std::size_t>(comment.level - 1) * 2, ' ') + "- " + comment.id + ": ";
    view += comment.is_tombstone ? "(" + comment.tombstone + ")" : comment.name;
    if (comment.is_by_author) view += ", the author";
    if (!comment.reply_to.empty()) view += ", " + comment.reply_to;
    view += "\n";
  }
  return view;
}

// "Next post: Title -> href" and the like, as the lower of the two navigations says it.
std::string navigation_view(std::string_view page) {
  const std::string onward = between(page, "<nav class=\"series onward\"", "</nav>");
  const std::string place = between(page, "<nav class=\"series place\"", "</nav>");
  std::string view = std::string(trim(text_of_html(between(place, "<p>", "</p>")))) + "\n";
  for (const std::string_view line : lines_of(onward)) {
    const std::string href = between(line, "href=\"", "\"");
    const std::string text(trim(text_of_html(line)));
    if (line.find("rel=\"next\"") != std::string_view::npos || line.find("rel=\"prev\"") != std::string_view::npos) {
      view += fmt::format("{} {} -> {}\n", between(line, "rel=\"", "\""), text, href);
    } else if (line.starts_with("<p class=\"title\"><span class=\"forthcoming\">")) {
      view += fmt::format("next {} (forthcoming)\n", text);
    } else if (line.starts_with("<li>")) {
      const std::string number = between(line, "<span class=\"number\">", "</span>");
      const bool is_current = line.find("aria-current=\"page\"") != std::string_view::npos;
      const bool is_planned = line.find("class=\"forthcoming\"") != std::string_view::npos;
      std::string rest = text.substr(std::min(text.size(), number.size()));
      view += fmt::format("- {}{}{}{}{}\n", number, rest.empty() ? "" : " ", rest, is_current ? " (here)" : "", is_planned || href.empty() ? "" : " -> " + href);
    }
  }
  return view;
}

std::string PageElement::shown() const {
  std::string text = "<" + name;
  for (const auto& [key, value] : attributes) text += fmt::format(" {}=\"{}\"", key, value);
  return text + ">";
}

std::vector<PageElement> elements_inside(std::string_view page, std::string_view id) {
  const Document document = parse_page(page);
  std::vector<PageElement> elements;
  int depth = 0;  // inside the element
  const auto enter = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    if (depth > 0) {
      PageElement& element = elements.emplace_back(PageElement{gumbo_normalized_tagname(node->v.element.tag), {}});
      if (element.name.empty()) element.name = "unknown";
      const GumboVector& list = node->v.element.attributes;
      for (unsigned i = 0; i < list.length; ++i) {
        const auto* one = static_cast<const GumboAttribute*>(list.data[i]);
        element.attributes.emplace(one->name, one->value);
      }
    }
    if (depth > 0 || attribute(node, "id") == id) ++depth;
  };
  const auto leave = [&](const GumboNode* node) {
    if (node->type == GUMBO_NODE_ELEMENT && depth > 0) --depth;
  };
  walk(document->root, enter, leave);
  return elements;
}

namespace {

struct Block {
  std::vector<std::string> words;  // of its info string, the language left out
  std::string text;
  std::size_t first_line = 0;      // of its text, from 0
  std::size_t line_count = 0;
};

struct Example {
  std::string title;
  std::size_t line = 0;
  std::vector<Block> blocks;
};

bool is_view_name(std::string_view word) {
  static constexpr std::string_view names[] = {"diagnostics", "pages",        "dates",   "outputs", "body",     "navigation",
                                               "mentions",    "conversation", "comment", "file",    "arguments"};
  return std::find(std::begin(names), std::end(names), word) != std::end(names);
}

bool is_view(const Block& block) { return is_view_name(block.words[0]); }

std::vector<Example> read_examples(const std::vector<std::string>& lines) {
  std::vector<Example> examples{{"shared", 0, {}}};
  std::string fence;
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const std::string& line = lines[number];
    if (!fence.empty()) {
      Block& block = examples.back().blocks.back();
      if (line == fence) {
        fence.clear();
      } else {
        block.text += line + "\n";
        ++block.line_count;
      }
    } else if (line.starts_with("```")) {
      fence = line.substr(0, line.find_first_not_of('`'));
      Block block{{}, "", number + 1, 0};
      // The language, and then a view or the rest of the line: a path may hold blanks.
      const std::string rest = line.substr(std::min(line.size(), line.find(' ', fence.size()) + 1));
      const std::string first = rest.substr(0, rest.find(' '));
      block.words.push_back(is_view_name(first) ? first : rest);
      if (is_view_name(first) && first != rest) block.words.push_back(rest.substr(first.size() + 1));
      examples.back().blocks.push_back(std::move(block));
    } else if (line.starts_with("## ")) {
      examples.push_back({line.substr(3), number + 1, {}});
    }
  }
  return examples;
}

BuildOptions options_of(std::string_view arguments) {
  BuildOptions options;
  const auto words = split(trim(arguments), ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--drafts") options.drafts = true;
    if (words[i] == "--future") options.future = true;
    if (words[i] == "--clock") options.day = parse_day(words.at(i + 1));
  }
  return options;
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
    const std::string date = between(between(text, "<h1 class=\"p-name\">", "</header>"), "<time class=\"dt-published\" datetime=\"", "\"");
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

std::string comment_view(const ExampleBuild& built, std::string_view place) {
  const auto hash = place.find('#');
  const std::string page = built.page(place.substr(0, hash));
  const auto begin = page.find(fmt::format("id=\"comment-{}\"", place.substr(hash + 1)));
  if (begin == std::string::npos) return "there is no such comment\n";
  const std::string text = between(std::string_view(page).substr(begin), "dir=\"auto\">\n", "\n</div>");
  return std::string(trim(text)) + "\n";
}

std::string view_of(const Block& block, const ExampleBuild& built) {
  const std::string& what = block.words[0];
  if (what == "diagnostics") return built.diagnostics;
  if (what == "pages") return pages_view(built);
  if (what == "dates") return dates_view(built);
  if (what == "outputs") return outputs_view(built);
  const std::string& place = block.words.at(1);
  if (what == "file") return built.page(place);
  if (what == "comment") return comment_view(built, place);
  const std::string page = built.page(place);
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

int run_site_examples(const std::string& name) {
  const std::string path = CAUSERIE_SOURCE_DIR "/tests/examples/" + name;
  const std::string whole = read_file(path);
  std::vector<std::string> lines;
  for (const std::string_view line : lines_of(whole)) lines.emplace_back(line);
  lines.pop_back();  // what follows the last line
  const bool updates = is_updating();
  std::vector<std::pair<const Block*, std::string>> found;  // what was built, for the blocks that are views
  const std::vector<Example> examples = read_examples(lines);
  for (std::size_t i = 1; i < examples.size(); ++i) {
    const Example& example = examples[i];
    SCOPED_TRACE(fmt::format("{}:{}: {}", name, example.line, example.title));
    ExampleSite site;
    BuildOptions options;
    bool claims_something = false, tells_diagnostics = false;
    for (const Example* one : {&examples[0], &example}) {
      for (const Block& block : one->blocks) {
        if (!is_view(block)) site.put(block.words[0], block.text);
        if (block.words[0] == "arguments") options = options_of(block.text);
      }
    }
    const ExampleBuild built = site.build(options);
    for (const Block& block : example.blocks) {
      if (!is_view(block) || block.words[0] == "arguments") continue;
      claims_something = true;
      tells_diagnostics = tells_diagnostics || block.words[0] == "diagnostics";
      found.emplace_back(&block, view_of(block, built));
      if (updates) continue;
      if (found.back().second == block.text) continue;
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
  return static_cast<int>(examples.size()) - 1;
}

}  // namespace causerie
