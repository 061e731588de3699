#include "content/essay_past.h"

#include <map>
#include <string>

#include "content/passage.h"
#include "formats/markdown/difference.h"

namespace causerie {
namespace {

constexpr std::size_t most_bytes = 16'000'000;  // per version; nobody writes a longer text by hand
constexpr std::size_t most_held = 16'000'000;

// Reads versions of an essay. The bodies of publishable versions are kept in memory until they are compared; those
// beyond `most_held` bytes are read again.
class Texts {
 public:
  Texts(const PastBytes& bytes, const Zone& zone) : bytes_(bytes), zone_(zone) {}

  std::optional<VersionFacts> facts(const ObjectId& blob) {
    auto text = read(blob);
    if (!text) return std::nullopt;
    if (text->facts.is_publishable && held_ + text->body.size() <= most_held) {
      held_ += text->body.size();
      bodies_.emplace(blob, std::move(text->body));
    }
    return text->facts;
  }

  std::optional<std::string> body(const ObjectId& blob) {
    if (auto held = bodies_.extract(blob)) return std::move(held.mapped());
    auto text = read(blob);
    return text ? std::optional(std::move(text->body)) : std::nullopt;
  }

 private:
  std::optional<VersionText> read(const ObjectId& blob) const {
    auto bytes = bytes_.read(blob, most_bytes);
    return bytes ? std::optional(read_version(*std::move(bytes), zone_)) : std::nullopt;
  }

  const PastBytes& bytes_;
  const Zone& zone_;
  std::map<ObjectId, std::string> bodies_;
  std::size_t held_ = 0;
};

}  // namespace

void EssayPast::read(std::span<Version> newest_first, const CachedHistory& noted) {
  Texts texts(*bytes_, zone_);
  // Oldest first: git stores most blobs as deltas against newer ones, so reading the oldest decodes the others on
  // the way.
  for (auto version = newest_first.rbegin(); version != newest_first.rend(); ++version) {
    if (version->blob.is_none()) continue;
    if (const VersionFacts* known = find_in(noted.facts, version->blob)) {
      version->facts = *known;
      continue;
    }
    version->facts = texts.facts(version->blob);
    if (version->facts) {
      has_news_ = true;
    } else {
      missing_.push_back(version->blob);
    }
  }

  const std::vector<const Version*> published = published_versions(newest_first, zone_);
  const Hash how = hash_of(options_);
  std::optional<std::string> before;
  for (std::size_t i = 1; i < published.size(); ++i) {
    Step step{published[i]->since, published[i - 1]->blob, published[i]->blob, {}, {}, {}};
    step.key = Hasher().add(step.before.view()).add(step.after.view()).add(how).finish();
    if (const Hash* known = find_in(noted.differences, step.key)) {
      step.difference = *known;
      steps_.push_back(std::move(step));
      before.reset();
      continue;
    }
    if (!before) before = texts.body(step.before);
    auto after = texts.body(step.after);
    if (before && after) {
      step.blocks = markdown_difference(*before, *after, options_);
      step.difference = hash_of(*step.blocks);
      steps_.push_back(std::move(step));
      has_news_ = true;
    } else {
      missing_.push_back(before ? step.after : step.before);
    }
    before = std::move(after);
  }
}

std::vector<DifferenceBlock> EssayPast::difference(const Step& step) const {
  if (step.blocks) return *step.blocks;
  Texts texts(*bytes_, zone_);
  const auto before = texts.body(step.before), after = texts.body(step.after);
  return before && after ? markdown_difference(*before, *after, options_) : std::vector<DifferenceBlock>();
}

}  // namespace causerie
