#include "small_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace causerie {
namespace {

constexpr std::array vocabulary = std::to_array<const char*>({"bread",
                                                              "letters",
                                                              "margin",
                                                              "silence",
                                                              "table",
                                                              "window",
                                                              "rain",
                                                              "pencil",
                                                              "answer",
                                                              "neighbour",
                                                              "*quietly*",
                                                              "[next](series:next)",
                                                              "[the second](series:2)",
                                                              "[the first](series:first)",
                                                              "[about](/about/)",
                                                              "a note[^n]",
                                                              "[a comment](comment:c1)",
                                                              "\"quoted\"",
                                                              "`code`",
                                                              "[page](about.md)"});

const char* const plain_theme_partial = "<footer><p>{{site.title}} was here</p></footer>\n";

}  // namespace

SmallSite::SmallSite(unsigned seed) : random_(seed) {
  files_.put(
      "site.yaml",
      "title: Small\nbase_url: https://small.example/\nauthor: {name: Ada, email: ada@small.example}\ntheme: own\n");
  files_.put("themes/own/theme.yaml", "name: own\nextends: default\n");
  files_.put("content/index.md", "Welcome.\n");
  files_.put("content/about.md", "---\ntitle: About\n---\nWho.\n");
  files_.put("content/letters/series.yaml", "title: Letters\nplanned:\n  - {part: 4, title: The fourth}\n");
  for (int part = 1; part <= 3; ++part)
    files_.put(fmt::format("content/letters/{:02}-part.md", part), essay_text(part));
  files_.put("content/letters/01-part.comments.yaml", "- id: c1\n  author: Bo\n  date: 2024-01-01\n  body: Yes.\n");
  files_.put("content/essays/2024-03-01-naps.md", "---\ntitle: Naps\ntags: [rest]\n---\nShort ![x](pic.png).\n");
  files_.put("content/essays/pic.png", "not really a picture");
}

std::string SmallSite::sentence() {
  std::string text = "Once";
  for (int i = 3 + below(8); i > 0; --i)
    text += std::string(" ") + vocabulary[static_cast<std::size_t>(below(static_cast<int>(vocabulary.size())))];
  return text + ".";
}

std::string SmallSite::essay_text(int part) {
  std::string text =
      fmt::format("---\ntitle: Part {} {}\ndate: 2024-0{}-01\ntags: [{}]\nslug: part-{}\n---\n", part,
                  vocabulary[static_cast<std::size_t>(below(10))], part, below(2) == 0 ? "rest" : "work", part);
  // No references, so that most sites are valid; later edits add some.
  text += "## A heading\n\nPlain words, and more of them.\n\n[^n]: The note.\n\nA note[^n].\n";
  return text;
}

std::string SmallSite::any_essay() {
  std::vector<std::string> names;
  for (const auto& [path, bytes] : files_.contents()) {
    if (path.ends_with(".md") && path.find("index.md") == std::string::npos) names.push_back(path);
  }
  return names.empty() ? "content/about.md" : names[static_cast<std::size_t>(below(static_cast<int>(names.size())))];
}

std::string SmallSite::edit() {
  const std::string essay = any_essay();
  const std::string text = files_.contents()[essay];
  switch (below(12)) {
    case 0:
    case 1:
      files_.put(essay, text + "\n" + sentence() + "\n");
      return "a sentence added to " + essay;
    case 2:
      // A valid text again, so that broken sites get fixed.
      files_.put(essay, essay.find("/0") == std::string::npos ? "---\ntitle: Plain\ndate: 2024-02-02\n---\nPlain.\n"
                                                              : essay_text(1 + below(3)));
      return essay + " written anew";
    case 3: {
      const std::string path = "content/letters/01-part.comments.yaml";
      files_.put(path, files_.contents()[path] + fmt::format("- id: k{}\n  parent: c{}\n  author: Cy\n  email: "
                                                             "cy@small.example\n  status: {}\n  body: |\n    {}\n",
                                                             made_, below(3), below(4) == 0 ? "removed" : "approved",
                                                             "Well said."));
      ++made_;
      return "a comment added";
    }
    case 4:
      files_.put("content/letters/series.yaml",
                 fmt::format("title: Letters {}\nstatus: {}\nplanned:\n  - {{part: {}, title: To come}}\n", below(3),
                             below(2) == 0 ? "ongoing" : "complete", 4 + below(2)));
      return "series.yaml changed";
    case 5:
      files_.put("site.yaml", fmt::format("title: Small {}\nbase_url: https://small.example/\nauthor: {{name: Ada, "
                                          "email: ada@small.example}}\ntheme: own\nlanguage: {}\n",
                                          below(3), below(3) == 0 ? "fr" : "en"));
      return "site.yaml changed";
    case 6:
      if (below(2) == 0) {
        files_.put("themes/own/templates/footer.mustache", plain_theme_partial);
      } else {
        static_cast<void>(files_.remove("themes/own/templates/footer.mustache"));
      }
      return "the theme's footer changed";
    case 7:
      static_cast<void>(files_.remove(essay));
      return essay + " deleted";
    case 8: {
      const std::string path = fmt::format("content/letters/0{}-part.md", 1 + below(5));
      files_.put(path, essay_text(path[17] - '0'));
      return path + " written";
    }
    case 9: {
      static_cast<void>(files_.remove(essay));
      const std::string path = fmt::format("content/essays/moved-{}.md", made_++);
      files_.put(path, "---\ntitle: Moved\ndate: 2024-05-05\naliases: [/old-" + std::to_string(made_) +
                           "/]\n---\nMoved text.\n");
      return essay + " gone, " + path + " there";
    }
    case 10:
      files_.put("content/essays/pic.png", std::string("picture ") + std::to_string(below(5)));
      return "the picture changed";
    default:
      files_.put(essay, text.starts_with("---\n")
                            ? "---\ndraft: " + std::string(below(2) == 0 ? "true" : "false") + "\n" + text.substr(4)
                            : text);
      return "draft set in " + essay;
  }
}

void SmallSite::copy_shuffled(MemoryFiles& to) {
  const auto contents = files_.contents();
  std::vector<std::pair<std::string, std::string>> files(contents.begin(), contents.end());
  std::shuffle(files.begin(), files.end(), random_);
  for (const auto& [path, bytes] : files) to.put(path, bytes);
}

}  // namespace causerie
