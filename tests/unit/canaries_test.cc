// Readers' e-mail addresses never appear in pages, feeds, stored files or messages, in any form. Each test puts
// canaries into a site on disk and searches everything that the program prints or writes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>

#include "base/paths.h"
#include "base/text.h"
#include "commands/command_line.h"
#include "commands/report.h"
#include "formats/html.h"
#include "support/golden.h"
#include "support/temporary_folder.h"

namespace causerie {
namespace {

const std::string addresses[] = {"canary-own@nest.example", "canary.staticman@nest.example",
                                 "canary-editor@nest.example", "canary-second@nest.example"};
const std::string hashes[] = {"c0ffee0bc83cb571cd1c50ba6f3e8a78", "c0ffee67159d622ffbb50b11b0efd307be358624",
                              "c0ffee3dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e"};

// Decodes a text as a determined reader would.
std::string undisguised(std::string_view text) {
  std::string plain(text);
  for (int round = 0; round < 4; ++round) plain = percent_decode(unescape_html(plain));
  std::erase(plain, '\\');
  plain = replace_all(replace_all(plain, "x40", "@"), "u0040", "@");
  return ascii_lower(plain);
}

std::string found_canary(std::string_view text) {
  const std::string plain = undisguised(text);
  for (const std::string& address : addresses) {
    if (plain.find(address) != std::string::npos) return address;
    if (plain.find(replace_all(replace_all(address, "@", "-"), ".", "-")) != std::string::npos)
      return address + ", made an id";
  }
  for (const std::string& hash : hashes) {
    if (plain.find(hash) != std::string::npos) return hash;
  }
  return "";
}

class Nest {
 public:
  Nest() {
    put("site.yaml",
        "title: Nest\nbase_url: https://nest.example/\nauthor: {name: Ed, email: "
        "canary-editor@nest.example}\nauthors:\n  zoe: {name: Zoe, email: canary-second@nest.example}\n");
    put("content/essays/2026-01-05-naps.md", "---\ntitle: Naps\n---\nText.\n");
  }

  void put(const std::string& path, std::string_view text) { write_file(folder_.path() / path, text); }

  // Returns the exit status. `said` contains the messages in both formats.
  int build() {
    int status = 0;
    const std::string site = folder_.path().string();
    for (const MessageFormat format : {MessageFormat::human, MessageFormat::json}) {
      const char* const words[] = {"causerie", "build", site.c_str(), "--explain", "--clean", "--clock", "2026-06-01"};
      const auto parsed = parse_command_line(static_cast<int>(std::size(words)), words);
      const Invocation& invocation = std::get<Invocation>(parsed);
      const Report one = report(invocation.command->run(invocation.arguments), {.format = format});
      said += one.standard_output + one.standard_error;
      status = one.exit_status;
    }
    return status;
  }

  // The files that the program wrote.
  std::map<std::string, std::string> left() const {
    std::map<std::string, std::string> files;
    for (const char* const folder : {"public", ".causerie"}) {
      for (const auto& [path, bytes] : read_tree(folder_.path() / folder))
        files[std::string(folder) + "/" + path] = bytes;
    }
    return files;
  }

  void expect_silence() const {
    for (const std::string_view line : lines_of(said)) EXPECT_EQ(found_canary(line), "") << line;
    for (const auto& [path, text] : left()) {
      EXPECT_EQ(found_canary(text), "") << path;
      EXPECT_EQ(found_canary(path), "");
    }
  }

  std::string said;

 private:
  TemporaryFolder folder_;
};

TEST(Canaries, TheSearchSeesThroughDisguise) {
  for (const char* const text :
       {"canary-own@nest.example", "CANARY-OWN%40nest.example", "canary-own&#64;nest&#46;example",
        "canary-own\\@nest\\.example", "canary-own\\x40nest.example", "canary-own%2540nest.example",
        "canary-own-nest-example", "C0FFEE0BC83CB571CD1C50BA6F3E8A78"}) {
    EXPECT_NE(found_canary(text), "") << text;
  }
}

// Every way to write an address, in every place where comments have text.
TEST(Canaries, AGoodBuildPublishesNone) {
  Nest nest;
  std::string own, foreign;
  int count = 0;
  for (const std::string& value : addresses) {
    std::string upper = value;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
    const std::string percent = replace_all(value, "@", "%40"), entity = replace_all(value, "@", "&#64;"),
                      named = replace_all(value, "@", "&commat;"), backslash = replace_all(value, "@", "\\@");
    for (const std::string& written : {value, upper, percent, entity, named, backslash,
                                       replace_all(percent, "n", "%6E"), replace_all(value, "@", "%2540")}) {
      own += fmt::format(
          "- id: k{}\n  author: 'Nan {}'\n  date: 2026-01-06\n  url: 'https://x.example/?who={}'\n  body: |\n    Write "
          "to {} or <{}> or [me](mailto:{}), `{}`, ![{}](https://x.example/{}).\n\n        {}\n\n    [a]: "
          "https://x.example \"{}\"\n    [a]\n",
          ++count, written, written, written, written, written, written, written, written, written, written);
    }
  }
  own += "- {id: o1, author: Own, email: canary-own@nest.example, date: 2026-01-06, body: Hello.}\n";
  for (std::size_t i = 0; i < std::size(hashes); ++i) {
    own += fmt::format(
        "- {{id: h{}, author: 'H {}', email: {}, url: 'https://www.gravatar.com/avatar/{}', date: 2026-01-06, body: "
        "'Me: ![](https://www.gravatar.com/avatar/{}?s=80) {}'}}\n",
        i, hashes[i], hashes[i], hashes[i], hashes[i], ascii_lower(hashes[i]));
  }
  nest.put("content/essays/2026-01-05-naps.comments.yaml", own);
  nest.put("content/essays/2026-01-05-naps.comments/entry1.yml",
           "_id: s1\nname: Static canary.staticman@nest.example\nemail: canary.staticman@nest.example\nurl: "
           "https://x.example/canary.staticman@nest.example\ndate: 2026-01-07T00:00:00Z\nmessage: 'I am "
           "canary.staticman@nest.example'\n");
  nest.put("content/essays/2026-01-05-naps.comments/entry2.json",
           fmt::format("{{\"_id\": \"s2\", \"name\": \"J\", \"gravatar_hash\": \"{}\", \"avatar\": "
                       "\"https://secure.gravatar.com/avatar/{}\", \"date\": 1767700000, \"message\": \"{}\"}}",
                       hashes[0], hashes[0], hashes[0]));
  EXPECT_EQ(nest.build(), 0) << nest.said;
  nest.expect_silence();
  const std::string page = nest.left()["public/essays/naps/index.html"];
  EXPECT_NE(page.find("id=\"comment-k32\""), std::string::npos);
  EXPECT_NE(page.find("…@…"), std::string::npos);
}

// Files with the comments of an entire site, including those that belong to no essay.
TEST(Canaries, FilesOfOtherProgramsTellNone) {
  Nest nest;
  nest.put("site.yaml", "title: Nest\nbase_url: https://nest.example/\ncomments: {folders: [data]}\n");
  nest.put("data/comments.yaml",
           "- {id: 1, author_name: A canary-own@nest.example, author_email: canary-own@nest.example, content: "
           "'canary-own@nest.example', post_url: /naps/}\n- {id: 2, author_name: B, content: x, post_url: "
           "/canary-own%40nest.example/}\n");
  nest.put("data/isso.json",
           "[{\"id\": \"/canary-own@nest.example.html\", \"comments\": [{\"id\": 1, \"text\": \"x\"}]}, {\"id\": "
           "\"/naps/\", \"comments\": [{\"id\": \"canary.staticman@nest.example\", \"email\": "
           "\"canary.staticman@nest.example\", \"text\": \"canary.staticman@nest.example\"}]}]");
  nest.put(
      "data/mentions.json",
      fmt::format("[{{\"wm-id\": 7, \"wm-target\": \"/naps/\", \"author\": {{\"name\": \"{0}\", \"email\": \"{0}\", "
                  "\"photo\": \"https://gravatar.com/avatar/{1}\", \"url\": \"https://gravatar.com/{1}\"}}, "
                  "\"content\": {{\"html\": \"{0}\", \"text\": \"{0} {1}\"}}, \"email_hash\": \"{1}\"}}]",
                  "canary-second@nest.example", hashes[0]));
  EXPECT_EQ(nest.build(), 0) << nest.said;
  nest.expect_silence();
  const std::string page = nest.left()["public/essays/naps/index.html"];
  for (const char* const id : {"comment-1\"", "comment-7\""}) EXPECT_NE(page.find(id), std::string::npos) << page;
}

// An id is part of a page's addresses.
TEST(Canaries, NoIdIsMadeOfOne) {
  Nest nest;
  nest.put("content/essays/2026-01-05-naps.comments/a.yml",
           "_id: canary.staticman@nest.example\nname: A\nemail: canary.staticman@nest.example\ndate: "
           "2026-01-06\nmessage: Hello.\n");
  nest.put("content/essays/2026-01-05-naps.comments/b.yml",
           fmt::format("_id: {}\nname: B\nemail_hash: {}\ndate: 2026-01-06\nmessage: Hello.\n", hashes[0], hashes[0]));
  nest.put("content/essays/2026-01-05-naps.comments/c.yml",
           "_id: c\nreply_to: canary-own@nest.example\nname: C\nemail: canary-own@nest.example\ndate: "
           "2026-01-06\nmessage: Hello.\n");
  EXPECT_EQ(nest.build(), 0) << nest.said;
  nest.expect_silence();
}

struct Fault {
  const char* name;
  const char* path;
  const char* text;
};

// Each has an error or a warning in a line that contains an address.
const Fault faults[] = {
    {"unknown key", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, date: 2026-01-06, emial: canary-own@nest.example, body: x}\n"},
    {"unknown key beside", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, email: canary-own@nest.example, bdoy: x, body: x}\n"},
    {"unknown key in an escaped line", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, email: \"canary-own\\x40nest.example\", bdoy: x, body: x}\n"},
    {"broken YAML", "content/essays/2026-01-05-naps.comments.yaml",
     "- id: c1\n  email: canary-own@nest.example: x\n  body: x\n"},
    {"unclosed quote", "content/essays/2026-01-05-naps.comments.yaml",
     "- id: c1\n  email: \"canary-own@nest.example\n  body: x\n"},
    {"a tab", "content/essays/2026-01-05-naps.comments.yaml", "- id: c1\n\temail: canary-own@nest.example\n"},
    {"duplicate key", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, email: canary-own@nest.example, email: CANARY-OWN@nest.example}\n"},
    {"a list of addresses", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, email: [canary-own@nest.example]}\n"},
    {"a hash under an unknown key", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, emailhash_of: c0ffee0bc83cb571cd1c50ba6f3e8a78}\n"},
    {"a hash beside an unknown key", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, bdoy: x, email: c0ffee67159d622ffbb50b11b0efd307be358624}\n"},
    {"an avatar for a url", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, date: 2026-01-06, url: "
     "'https://www.gravatar.com/avatar/c0ffee0bc83cb571cd1c50ba6f3e8a78'}\n"},
    {"an address for a url", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, date: 2026-01-06, url: 'canary-own@nest.example'}\n"},
    {"an escaped address for a url", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, date: 2026-01-06, url: 'mailto:canary-own%40nest.example'}\n"},
    {"an address for a date", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, date: canary-own@nest.example}\n"},
    {"an address for a status", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, status: canary-own@nest.example}\n"},
    {"an address for a role", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, role: canary-own@nest.example}\n"},
    {"an address for a parent", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: A, body: x, date: 2026-01-06, parent: canary-own@nest.example}\n"},
    {"an address for an id, twice", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: canary-own@nest.example, author: A, body: x}\n- {id: canary-own@nest.example, author: A, body: x}\n"},
    {"a replaced character beside", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, author: \"A\\x01\", date: 2026-01-06, email: canary-own@nest.example, body: x}\n"},
    {"no author beside", "content/essays/2026-01-05-naps.comments.yaml",
     "- {id: c1, email: canary-own@nest.example, body: x}\n"},
    {"a text instead of a comment", "content/essays/2026-01-05-naps.comments.yaml", "- canary-own@nest.example\n"},
    {"site.yaml, unknown key", "site.yaml",
     "title: Nest\nauthor: {name: Ed, email: canary-editor@nest.example, emial: canary-editor@nest.example}\n"},
    {"site.yaml, broken", "site.yaml", "title: Nest\nauthor:\n  email: canary-editor@nest.example\n name: x\n"},
    {"site.yaml, a list", "site.yaml", "title: Nest\nauthor: {name: Ed, email: [canary-editor@nest.example]}\n"},
    {"front matter, unknown key", "content/about.md",
     "---\ntitle: About\ncontact: canary-editor@nest.example\n---\nx\n"},
    {"front matter, unknown key, percent", "content/about.md",
     "---\ntitle: About\ncontact: canary-editor%40nest.example\n---\nx\n"},
    {"front matter, unknown key, entity", "content/about.md",
     "---\ntitle: About\ncontact: canary-editor&#64;nest.example\n---\nx\n"},
    {"front matter, unknown author", "content/about.md",
     "---\ntitle: About\nauthors: [canary-editor@nest.example]\n---\nx\n"},
    {"front matter, unknown author, escaped", "content/about.md",
     "---\ntitle: About\nauthors: [\"canary-editor\\u0040nest.example\"]\n---\nx\n"},
    {"front matter, date", "content/about.md", "---\ntitle: About\ndate: canary-editor@nest.example\n---\nx\n"},
    {"front matter, alias", "content/about.md", "---\ntitle: About\naliases: [canary-editor@nest.example]\n---\nx\n"},
    {"front matter, an address for a key", "content/about.md",
     "---\ntitle: About\ncanary-editor@nest.example: x\n---\nx\n"},
    {"a link to an address", "content/about.md", "---\ntitle: About\n---\n[x](canary-editor@nest.example)\n"},
    {"a link to an address, percent", "content/about.md",
     "---\ntitle: About\n---\n[x](canary-editor%40nest.example)\n"},
    {"a series of that name", "content/about.md", "---\ntitle: About\n---\n[x](series:canary-editor@nest.example)\n"},
    {"an essay of that name", "content/about.md", "---\ntitle: About\n---\n[x](essay:canary-editor@nest.example)\n"},
    {"a comment of that name", "content/about.md", "---\ntitle: About\n---\n[x](comment:canary-editor@nest.example)\n"},
    {"a page of that name", "content/about.md", "---\ntitle: About\n---\n[x](/canary-editor@nest.example/)\n"},
    {"a comment file of that name", "content/essays/canary-editor@nest.example.comments.yaml",
     "- {id: c1, author: A, body: x}\n"},
    {"a menu to an address", "site.yaml", "title: Nest\nmenu: [{label: Mail, to: canary-editor@nest.example}]\n"},
    {"a template", "themes/mine/theme.yaml", "name: Mine\nauthor: canary-editor@nest.example\n"},
};

TEST(Canaries, NoMessageTellsOne) {
  for (const Fault& fault : faults) {
    Nest nest;
    nest.put(fault.path, fault.text);
    if (fault.path == std::string_view("themes/mine/theme.yaml")) nest.put("site.yaml", "title: Nest\ntheme: mine\n");
    nest.build();
    SCOPED_TRACE(fault.name);
    EXPECT_NE(nest.said.find(fault.path == std::string_view("content/essays/canary-editor@nest.example.comments.yaml")
                                 ? "warning"
                                 : fault.path),
              std::string::npos)
        << nest.said;
    nest.expect_silence();
  }
}

}  // namespace
}  // namespace causerie
