// A preview of a site in memory, without a server.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/memory_files.h"
#include "serve/answers.h"
#include "serve/live_site.h"
#include "serve/overlay.h"
#include "serve/site_change.h"

namespace causerie {

class SmallPreview {
 public:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  SmallPreview() {
    put("site.yaml", "title: Letters\nbase_url: https://example.org/letters/\n");
    put("content/talk/series.yaml", "title: Talk\n");
    put("content/talk/01-roots.md", "---\ntitle: Roots\ndate: 2026-05-01\n---\nA first word.\n");
    put("content/talk/02-boughs.md", "---\ntitle: Boughs\ndate: 2026-05-02\ndraft: true\n---\nStill rough.\n");
    put("content/talk/03-leaves.md", "---\ntitle: Leaves\ndate: 2027-05-03\n---\nNot yet.\n");
    put("content/talk/tree.png", "0123456789");
  }

  void put(std::string_view path, std::string_view bytes) { files.put(path, bytes); }

  // Rebuilds the preview as if these paths had been saved.
  void make(const std::vector<std::string>& saved = {}) {
    Diagnostics diagnostics;
    SiteOptions options;
    options.origin = "http://127.0.0.1:1849";
    options.day = Day{2026, 6, 1};
    options.drafts = options.future = true;
    StepTimes times;
    auto prepared = prepare_site(files, options, cache, times, diagnostics);
    ASSERT_TRUE(prepared);
    ASSERT_FALSE(diagnostics.has_errors()) << diagnostics.sorted()[0].message;
    const auto preview = std::make_shared<const Preview>(files, *std::move(prepared));
    live.show(preview, change_between(live.now().preview.get(), *preview, saved));
  }

  HttpResponse ask(const std::string& target, const Headers& more = {}, const std::string& method = "GET") {
    HttpRequest request{method, target, {{"Host", "localhost:1849"}}};
    request.headers.insert(request.headers.end(), more.begin(), more.end());
    HttpResponse response = answer_request(live, {}, request);
    if (response.pieces) response.body = *response.pieces->read(0, response.pieces->size);
    return response;
  }

  MemoryFiles files;
  BuildCache cache;
  LiveSite live{1000};
};

inline std::string header_of(const HttpResponse& response, std::string_view name) {
  return std::string(HttpRequest{{}, {}, response.headers}.header(name));
}

}  // namespace causerie
