#include "site/references.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "site/resolver.h"
#include "system/parallel.h"

namespace causerie {
namespace {

// A reference in a text, and where it came from.
struct Named {
  Resolved what;
  Origin from;
  bool is_shown = false;
};

// What resolving the links of one text adds to the result; other texts are resolved at the same time.
struct Added {
  Diagnostics said;
  std::vector<Named> named;
};

class Walk {
 public:
  Walk(const Site& site, const Routes& routes, int jobs, Diagnostics& diagnostics)
      : site_(site), resolver_(site, routes), jobs_(jobs), diagnostics_(diagnostics) {
    result_.bodies.resize(site.essays.size());
    result_.summaries.resize(site.essays.size());
    result_.images.resize(site.essays.size());
    result_.essay_mentions.resize(site.essays.size());
    result_.series.resize(site.series.size());
    result_.series_images.resize(site.series.size());
    result_.series_mentions.resize(site.series.size());
    named_by_shown_.resize(site.content->attachments.size());
    named_by_hidden_.resize(site.content->attachments.size());
  }

  References run() {
    const std::vector<EssayId> essays = in_reading_order();
    std::vector<Added> added(essays.size());
    for_each_index(essays.size(), jobs_for(essays.size(), 64, jobs_),
                   [&](std::size_t i, int) { essay(essays[i], added[i]); });
    for (Added& one : added) merge(std::move(one));
    Added others;
    for (int s = 0; s < static_cast<int>(site_.series.size()); ++s) series({s}, others);
    site_file(others);
    merge(std::move(others));
    const std::size_t count = named_by_shown_.size();
    for (std::size_t i = 0; i < count; ++i) {
      result_.is_attachment_shown.push_back(named_by_shown_[i] || !named_by_hidden_[i]);
      result_.is_attachment_named.push_back(named_by_shown_[i] || named_by_hidden_[i]);
    }
    return std::move(result_);
  }

 private:
  std::vector<EssayId> in_reading_order() const {
    std::vector<EssayId> order;
    for (int i = 0; i < static_cast<int>(site_.essays.size()); ++i) order.push_back({i});
    std::sort(order.begin(), order.end(), [&](EssayId a, EssayId b) {
      const auto key = [&](EssayId id) {
        return std::make_tuple(std::string_view(site_.source(id).folder), site_.view(id).part_index, id);
      };
      return key(a) < key(b);
    });
    return order;
  }

  void merge(Added added) {
    diagnostics_.merge(std::move(added.said));
    for (const Named& named : added.named) note(named);
  }

  void essay(EssayId id, Added& added) {
    const auto i = static_cast<std::size_t>(id.index);
    const Essay& essay = site_.source(id);
    const EssayView& view = site_.view(id);
    const Origin origin{id, view.series, essay.folder};
    result_.bodies[i] = text(essay.body, origin, view.is_shown, added);
    if (essay.summary) result_.summaries[i] = text(*essay.summary, origin, view.is_shown, added);
    if (essay.image) {
      const SourceLocation location{essay.source, essay.image->span};
      result_.images[i] = picture(essay.image->text, origin, location, view.is_shown, added);
    }
  }

  void series(SeriesId id, Added& added) {
    const auto s = static_cast<std::size_t>(id.index);
    const Series& series = site_.source(id);
    const Origin origin{std::nullopt, id, series.folder};
    const bool is_shown = site_.view(id).is_shown();
    result_.series[s] = text(series.description, origin, is_shown, added);
    if (series.image) {
      result_.series_images[s] =
          picture(series.image->text, origin, {series.source, series.image->span}, is_shown, added);
    }
  }

  void site_file(Added& added) {
    const SiteFile& file = site_.file();
    const Origin origin;
    const auto labelled = [&](const std::vector<LabelledLink>& links) {
      for (const LabelledLink& link : links) {
        result_.labelled.emplace(&link, one(link.to.text, true, origin, {"site.yaml", link.to.span}, true, added));
      }
    };
    const auto person = [&](const Person& person) {
      labelled(person.links);
      result_.passages.emplace(&person.bio, text(person.bio, origin, true, added));
    };
    labelled(file.menu);
    if (file.author) person(*file.author);
    for (const auto& [key, one_of_them] : file.authors) person(one_of_them);
    for (const auto& [name, tag] : file.tags)
      result_.passages.emplace(&tag.description, text(tag.description, origin, true, added));
  }

  ResolvedText text(const Passage& passage, const Origin& origin, bool is_shown, Added& added) const {
    ResolvedText resolved;
    resolved.links.reserve(passage.prose.links.size());
    for (const ProseLink& link : passage.prose.links) {
      const SourceLocation location =
          passage.location(link.position, static_cast<int>(count_code_points(link.destination)) + 2);
      resolved.links.push_back(one(link.destination, !link.is_empty, origin, location, is_shown, added));
    }
    for (const ProseImage& image : passage.prose.images) {
      resolved.images.push_back(picture(image.destination, origin, passage.location(image), is_shown, added));
    }
    for (const ProseAddress& address : passage.prose.addresses) {
      const SourceLocation location =
          passage.location(address.position, static_cast<int>(count_code_points(address.destination)));
      // Raw HTML is up to the writer: an address that is not a Causerie reference stays as written.
      Diagnostics ignored;
      Resolved found = resolver_.resolve(address.destination, true, origin, location,
                                         is_reference(address.destination) ? added.said : ignored);
      if (found.meaning == Meaning::promise) {
        added.said.error("promise-in-html", location, "raw HTML cannot promise an essay that is not published")
            .hint(fmt::format("write it as Markdown: [words]({})", address.destination));
      }
      if (found.meaning != Meaning::target) {
        found = {};
        found.meaning = Meaning::outside;
        found.outside = address.destination;
      }
      added.named.push_back({found, origin, is_shown});
      resolved.addresses.push_back(std::move(found));
    }
    // CSS stays as written, but a file that it refers to counts as used.
    for (const ProseAddress& request : passage.prose.requests) {
      Diagnostics ignored;
      added.named.push_back({resolver_.resolve(request.destination, true, origin, {}, ignored), origin, is_shown});
    }
    return resolved;
  }

  Resolved one(const std::string& destination, bool has_words, const Origin& origin, const SourceLocation& location,
               bool is_shown, Added& added) const {
    Resolved resolved = resolver_.resolve(destination, has_words, origin, location, added.said);
    if (resolved.attachment || resolved.essay || resolved.series) added.named.push_back({resolved, origin, is_shown});
    return resolved;
  }

  Resolved picture(const std::string& destination, const Origin& origin, const SourceLocation& location, bool is_shown,
                   Added& added) const {
    Resolved resolved = one(destination, true, origin, location, is_shown, added);
    const bool is_page = resolved.meaning == Meaning::target && (resolved.essay || resolved.path.is_folder());
    if (!is_page && resolved.meaning != Meaning::promise) return resolved;
    added.said.error("broken-reference", location, fmt::format("'{}' is a page, not a picture", destination))
        .hint("name a file, such as a .jpg next to the essay, or a web address");
    return {};
  }

  // Records the reference, for back-links and to hide files that only hidden texts refer to.
  void note(const Named& named) {
    const auto& [resolved, origin, is_shown] = named;
    if (resolved.attachment) {
      (is_shown ? named_by_shown_ : named_by_hidden_)[static_cast<std::size_t>(resolved.attachment->index)] = true;
    }
    if (!is_shown || (!resolved.essay && !resolved.series)) return;
    if (origin.essay && !site_.source(*origin.essay).is_listed) return;  // it is in no list of back-links either
    Mention mention{origin.essay, origin.essay ? std::nullopt : origin.series, false};
    if (!mention.essay && !mention.series) return;
    if (resolved.essay) {
      if (origin.essay == resolved.essay) return;
      const EssayView& target = site_.view(*resolved.essay);
      if (origin.essay && target.series && target.series == site_.view(*origin.essay).series) {
        mention.was_promise = site_.view(*origin.essay).part_index < target.part_index;
      }
      add(mention, result_.essay_mentions[static_cast<std::size_t>(resolved.essay->index)]);
    } else if (mention.series != resolved.series) {
      add(mention, result_.series_mentions[static_cast<std::size_t>(resolved.series->index)]);
    }
  }

  // Each page is listed once. Its mentions come one after another, so comparing with the last one is enough.
  static void add(const Mention& mention, std::vector<Mention>& mentions) {
    if (mentions.empty() || mentions.back() != mention) mentions.push_back(mention);
  }

  const Site& site_;
  const Resolver resolver_;
  const int jobs_;
  Diagnostics& diagnostics_;
  References result_;
  std::vector<bool> named_by_shown_;
  std::vector<bool> named_by_hidden_;
};

}  // namespace

References resolve_references(const Site& site, const Routes& routes, int jobs, Diagnostics& diagnostics) {
  return Walk(site, routes, jobs, diagnostics).run();
}

}  // namespace causerie
