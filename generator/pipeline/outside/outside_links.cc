#include "pipeline/outside/outside_links.h"

#include <algorithm>

#include "base/text.h"
#include "formats/html.h"
#include "pipeline/checks/site_check.h"

namespace causerie {
namespace {

class Collection {
 public:
  explicit Collection(const SiteFile& site)
      : site_(site), own_(parse_web_address(site.base_url + "/")), was_met_(site.unchecked_links.size()) {}

  void add(std::string_view written, const SourceLocation& location) {
    const std::string_view bare = trim(written.substr(0, written.find('#')));
    const bool is_of_web = ascii_iequals(bare.substr(0, 7), "http://") ||
                           ascii_iequals(bare.substr(0, 8), "https://") || bare.starts_with("//");
    if (!is_of_web) return;
    const std::string text = bare.starts_with("//") ? "https:" + std::string(bare) : std::string(bare);
    const auto address = parse_web_address(text);
    if (is_own(address) || is_excepted(written, text)) return;
    if (meets_exceptions_alone) return;
    OutsideLink& link = links_[text];
    link.address = address;
    link.places.push_back(location);
  }

  void passage(const Passage& passage) {
    for (const ProseLink& link : passage.prose.links) add(link.destination, place_of_link(passage, link));
    for (const ProseImage& image : passage.prose.images) add(image.destination, passage.location(image));
    for (const auto* raw : {&passage.prose.requests, &passage.prose.raw_links}) {
      for (const ProseAddress& one : *raw) {
        add(one.destination, passage.location(one.position, static_cast<int>(count_code_points(one.destination))));
      }
    }
  }

  void html(std::string_view html, const SourceLocation& location) {
    for (const RawAttribute& one : scan_raw_html(html)) {
      if (one.name == "href" && !one.is_fetched) add(one.value, location);
    }
  }

  OutsideLinks take() {
    for (auto& [text, link] : links_) {
      std::sort(link.places.begin(), link.places.end());
      link.places.erase(std::unique(link.places.begin(), link.places.end()), link.places.end());
    }
    OutsideLinks all{std::move(links_), {}};
    for (std::size_t i = 0; i < was_met_.size(); ++i) {
      if (!was_met_[i]) all.idle_exceptions.push_back(&site_.unchecked_links[i]);
    }
    return all;
  }

  bool meets_exceptions_alone = false;  // links added now only count as matches for exceptions

 private:
  bool is_own(const std::optional<WebAddress>& address) const {
    return own_ && address && own_->host == address->host && address->target.starts_with(own_->target);
  }
  bool is_excepted(std::string_view written, std::string_view text) {
    bool is_excepted = false;
    for (std::size_t i = 0; i < was_met_.size(); ++i) {
      const std::string& pattern = site_.unchecked_links[i].text;
      if (!matches(pattern, written) && !matches(pattern, text)) continue;
      was_met_[i] = is_excepted = true;
    }
    return is_excepted;
  }

  const SiteFile& site_;
  std::optional<WebAddress> own_;
  std::map<std::string, OutsideLink> links_;
  std::vector<bool> was_met_;  // for each exception: a link matches it
};

void add_comments(const Site& site, Collection& links) {
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    const Essay& essay = *site.content->essays[i];
    const auto html = html_of(essay);
    for (const ThreadNode& node : site.essays[i].conversation.nodes) {
      if (node.comment < 0 || node.is_tombstone) continue;
      const auto index = static_cast<std::size_t>(node.comment);
      const Comment& comment = essay.comments[index];
      links.add(comment.url, comment.location());
      links.html(html->comments[index], comment.location());
    }
  }
}

}  // namespace

bool matches(std::string_view pattern, std::string_view text) {
  // On a mismatch, the last `*` takes one more character.
  std::size_t p = 0, t = 0, star = std::string_view::npos, taken = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p, ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

OutsideLinks outside_links(const PreparedSite& prepared, LinksOf whose) {
  const Site& site = prepared.site;
  const References& references = prepared.plan.data->references;
  Collection links(site.file());
  for_each_passage(site, references, [&](const Passage& passage, const ResolvedText&) { links.passage(passage); });
  for (const auto& [link, resolved] : references.labelled) links.add(link->to.text, {"site.yaml", link->to.span});
  if (site.file().author) links.add(site.file().author->url, {"site.yaml", {}});
  for (const auto& [key, person] : site.file().authors) links.add(person.url, {"site.yaml", {}});
  links.meets_exceptions_alone = whose == LinksOf::writers;
  if (whose == LinksOf::writers_and_readers || !site.file().unchecked_links.empty()) add_comments(site, links);
  return links.take();
}

}  // namespace causerie
