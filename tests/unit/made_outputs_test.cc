// Outputs that are neither pages nor copies, each planned, fingerprinted and published in memory: what such an output
// needs is one function, and one line where it is added to a plan.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/memory_files.h"
#include "base/text.h"
#include "formats/html.h"
#include "formats/image_size.h"
#include "pages/page_kind.h"
#include "pipeline/compare.h"
#include "pipeline/compress.h"
#include "pipeline/prepare_site.h"
#include "pipeline/publish.h"

namespace causerie {

extern const PageKind essay_page;

namespace {

using Reasons = std::map<std::string, std::vector<std::string>>;  // why each output was made, by its path

// Adds outputs to a plan.
using AddOutputs = std::function<void(const Site&, Plan&)>;

std::string essay_named(std::string_view title, std::string_view text) {
  return fmt::format("---\ntitle: {}\ndate: 2026-01-01\n---\n{}\n", title, text);
}

std::string gif(char width, char height) { return "GIF89a" + std::string{width, '\0', height, '\0'}; }

class MadeOutputs : public testing::Test {
 protected:
  MadeOutputs() {
    site.put("site.yaml", "title: Causerie\nbase_url: https://example.org/\n");
    site.put("content/essays/naps.md", essay_named("Naps", "Sleep *well*."));
    site.put("content/essays/rain.md", essay_named("Rain", "Stay in."));
    site.put("content/essays/bed.gif", gif(4, 3));
  }

  // Returns what was made and why; a failure is told in place of a path.
  Reasons build(const AddOutputs& add_outputs, int jobs = 1) {
    Diagnostics diagnostics;
    StepTimes times;
    SiteOptions options;
    options.day = Day{2026, 6, 1};
    const auto prepared = prepare_site(site, options, cache, times, diagnostics);
    EXPECT_TRUE(prepared && diagnostics.items().empty());
    PreparedSite& ready = **prepared;
    add_outputs(ready.site, ready.plan);
    std::ranges::sort(ready.plan.outputs, {}, &Output::path);
    if (compresses) ready.plan = with_compressed(std::move(ready.plan), diagnostics);
    site.forget_records();
    const auto lock = lock_build({site, destination, internal, cache});
    EXPECT_TRUE(lock);
    const Fingerprints wanted = fingerprints(
        ready.plan, hash_of("program"), [&](std::string_view name) { return ready.theme.fingerprint(name); }, jobs);
    EXPECT_TRUE(site.reads().empty()) << "a fingerprint reads no file of the writer's";
    const auto state = scan_destination(*lock, wanted, Trust::stats, jobs);
    EXPECT_TRUE(state);
    const Changes changes = compare(wanted, *state, Remake::changed);
    if (before_publishing) before_publishing();
    Rendering rendering(ready.plan, site, renderers_of(ready.theme), jobs);
    const auto published = publish(*lock, ready.plan, wanted, *state, changes, rendering);
    if (!published) {
      const Failure& failure = published.failure();
      return {{fmt::format("{} {}: {}", failure.action, failure.path, failure.reason), {}}};
    }
    Reasons reasons;
    for (const Change& change : changes.make) reasons[ready.plan.outputs[change.output].path] = change.reasons;
    return reasons;
  }

  std::string file(const std::string& path) const {
    const auto contents = destination.contents();
    const auto found = contents.find(path);
    return found == contents.end() ? "there is no " + path : found->second;
  }

  MemoryFiles site, destination{FollowLinks::no}, internal;
  BuildCache cache;
  bool compresses = false;
  std::function<void()> before_publishing;
};

// A book: one file from the texts of several essays, whose record is large and therefore made lazily.
std::string write_book(const Record& record) {
  std::string book;
  for (const auto& [title, text] : record.fields()) {
    book += title + ": " + std::get<std::string>(std::get<Later>(text.state()).make().state()) + "\n";
  }
  return book;
}

void add_book(const Site& site, Plan& plan) {
  const auto record = [&site] {
    Record chapters;
    for (int i = 0; i < static_cast<int>(site.essays.size()); ++i) {
      const Essay& essay = site.source(EssayId{i});
      chapters.set(essay.title, Later{essay.body.hash, [&essay] {
                                        return Value(std::string(trim(text_of_html(html_of(essay)->body.html))));
                                      }});
    }
    return chapters;
  };
  plan.outputs.push_back({"book.txt", made_from(record, write_book)});
}

TEST_F(MadeOutputs, ABookFromTheTextsOfEssays) {
  EXPECT_EQ(build(add_book)["book.txt"], std::vector<std::string>{"new"});
  EXPECT_EQ(file("book.txt"), "Naps: Sleep well.\nRain: Stay in.\n");
  EXPECT_TRUE(build(add_book).empty());
  site.put("content/essays/rain.md", essay_named("Rain", "Go out."));
  Reasons again = build(add_book);
  EXPECT_EQ(again["book.txt"], std::vector<std::string>{"input 'Rain' changed"});
  EXPECT_FALSE(again.contains("essays/naps/index.html"));
  EXPECT_EQ(file("book.txt"), "Naps: Sleep well.\nRain: Go out.\n");
  site.put("content/essays/walks.md", essay_named("Walks", "Far."));
  EXPECT_EQ(build(add_book)["book.txt"], std::vector<std::string>{"input 'Walks' is new"});
}

// The size of an image of the writer's.
Result<std::string> write_size(const MadeSources& sources) {
  const auto bytes = sources.file(0);
  if (!bytes) return bytes.failure();
  const auto size = image_size(*bytes);
  return size ? fmt::format("{}x{}", size->width, size->height) : std::string("unknown");
}

void add_size(const Site& site, Plan& plan) {
  const Attachment& image = site.content->attachments.at(0);
  plan.outputs.push_back({"essays/bed.size", Made{{.files = {{image.source, image.hash}}}, write_size}});
}

TEST_F(MadeOutputs, TheSizeOfAnImage) {
  build(add_size);
  EXPECT_EQ(file("essays/bed.size"), "4x3");
  EXPECT_TRUE(build(add_size).empty());
  EXPECT_TRUE(site.reads().empty()) << "nor is a file read for nothing";
  site.put("content/essays/bed.gif", gif(5, 3));
  EXPECT_EQ(build(add_size), (Reasons{{"essays/bed.gif", {"the copied file changed"}},
                                      {"essays/bed.size", {"input 'content/essays/bed.gif' changed"}}}));
  EXPECT_EQ(file("essays/bed.size"), "5x3");
}

TEST_F(MadeOutputs, AFileThatChangesMeanwhileIsRefused) {
  build(add_size);
  site.put("content/essays/bed.gif", gif(5, 3));
  before_publishing = [&] { site.put("content/essays/bed.gif", gif(6, 3)); };
  const std::string reason = "cannot copy content/essays/bed.gif: it changed while the site was being read";
  EXPECT_EQ(build(add_size), (Reasons{{reason, {}}}));
  EXPECT_EQ(file("essays/bed.size"), "4x3");
}

// A part of a search index: it is made from the bytes of pages.
Result<std::string> write_shard(const MadeSources& sources) {
  std::string shard;
  for (std::size_t i = 0; i < sources.output_count(); ++i) {
    const auto page = sources.output(i);
    if (!page) return page.failure();
    for (const std::string_view word : {"Sleep", "Stay", "Go"}) {
      if (page->find(word) != std::string::npos) shard += fmt::format("{} {}\n", word, i);
    }
  }
  return shard;
}

void add_shard(const Site&, Plan& plan) {
  std::vector<std::string> pages;
  for (const Output& output : plan.outputs) {
    if (output.kind == &essay_page) pages.push_back(output.path);
  }
  plan.outputs.push_back({"search/0.json", Made{{.outputs = pages}, write_shard}});
}

TEST_F(MadeOutputs, AShardOfASearchIndexFromPages) {
  for (const bool is_compressed : {false, true}) {
    compresses = is_compressed;
    build(add_shard);
    EXPECT_EQ(file("search/0.json"), "Sleep 0\nStay 1\n");
    EXPECT_TRUE(build(add_shard).empty());
    site.put("content/essays/rain.md", essay_named("Rain", "Go out."));
    Reasons again = build(add_shard, 2);
    EXPECT_EQ(again["search/0.json"], std::vector<std::string>{"input '/essays/rain/index.html' changed"});
    EXPECT_EQ(again.contains("search/0.json.gz"), is_compressed);
    if (is_compressed) {
      EXPECT_EQ(again["search/0.json.gz"], again["search/0.json"]);
    }
    EXPECT_EQ(file("search/0.json"), "Sleep 0\nGo 1\n");
    site.put("content/essays/rain.md", essay_named("Rain", "Stay in."));
    build(add_shard);
  }
}

}  // namespace
}  // namespace causerie
