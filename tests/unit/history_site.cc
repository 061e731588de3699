#include "unit/history_site.h"

#include "base/text.h"
#include "formats/html.h"
#include "support/golden.h"
#include "system/disk.h"
#include "unit/read_page.h"

namespace causerie {

HistorySite::HistorySite() {
  put("site.yaml", "title: Letters\nbase_url: https://letters.example/\nhistory: true\ntimezone: Europe/Paris\n");
}

std::string HistorySite::essay(std::string_view text, std::string_view keys) {
  return "---\ntitle: Naps\ndate: 2024-01-01\n" + std::string(keys) + "---\n" + std::string(text) + "\n";
}

void HistorySite::build(const std::string& folder, BuildOptions options) {
  const std::string site = (folder.empty() ? repository.folder() : folder) + (prefix_.empty() ? "" : "/" + prefix_);
  options.day = Day{2026, 6, 1};
  diagnostics = {};
  const auto files = disk_files(site, FollowLinks::yes);
  const auto built = build_site({*files, destination, internal, cache}, options, diagnostics);
  ASSERT_TRUE(built) << built.failure().reason;
  outputs = destination.contents();
  const auto expect_silence = [](std::string_view name, std::string_view bytes) {
    EXPECT_EQ(bytes.find("canary"), std::string::npos) << name;
    EXPECT_EQ(bytes.find("A message that nobody"), std::string::npos) << name;
  };
  for (const auto& [path, bytes] : outputs) expect_silence(path, bytes);
  for (const std::string_view kind : {"history", "manifest", "last build"})
    cache.store().for_each(kind, expect_silence);
}

HistorySite::Lines HistorySite::said() const {
  Lines lines;
  for (const Diagnostic& one : diagnostics.sorted()) lines.push_back(one.message);
  return lines;
}

HistorySite::Lines HistorySite::revisions(std::string_view path) const {
  Lines lines;
  const auto found = outputs.find(std::string(path));
  if (found == outputs.end()) return {"no page"};
  std::string_view rest = found->second;
  for (auto at = rest.find("<section class=\"revision\">"); at != std::string_view::npos;
       at = rest.find("<section class=\"revision\">")) {
    rest.remove_prefix(at + 1);
    const std::string_view section = rest.substr(0, rest.find("</section>"));
    std::string line = between(section, "datetime=\"", "\"");
    for (std::string block(section); block.find("<p class=\"changed") != std::string::npos;) {
      block = block.substr(block.find("<p class=\"changed"));
      line += " | " + text_of_html(between(block, ">", "</p>"));
      block = block.substr(1);
    }
    lines.push_back(replace_all(replace_all(line, "removed: ", "-"), "added: ", "+"));
  }
  return lines;
}

std::string HistorySite::updated() const {
  const auto found = outputs.find("essays/naps/index.html");
  return found == outputs.end() ? "no page" : between(found->second, "class=\"dt-updated\" datetime=\"", "\"");
}

}  // namespace causerie
