#include "site/tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

// One tag, however its letters' case is written.
struct Word {
  std::map<std::string, int> spellings;  // and how often, in essays that readers see
  std::map<std::string, int> hidden;     // in the others
  Place first_place;
  std::string name;
  std::string slug;
  const TagSettings* settings = nullptr;
};

std::string most_used(const std::map<std::string, int>& spellings) {
  // The map is in code point order, so the first of the most used wins.
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

void collect_tags(Site& site, Diagnostics& diagnostics) {
  const SiteFile& file = site.file();
  std::map<std::string, Word> words;  // by lower case
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    const Essay& essay = *site.content->essays[i];
    for (const Placed& tag : essay.tags) {
      Word& word = words[lower(tag.text)];
      if (word.spellings.empty() && word.hidden.empty()) word.first_place = {essay.source, tag.span};
      ++(site.essays[i].is_shown && essay.is_listed ? word.spellings : word.hidden)[tag.text];
    }
  }
  std::map<std::string, const Word*> by_slug;
  for (auto& [key, word] : words) {
    word.name = most_used(word.spellings.empty() ? word.hidden : word.spellings);
    for (const auto& [name, settings] : file.tags) {
      if (lower(name) == key) word.settings = &settings;
    }
    word.slug = word.settings != nullptr && !word.settings->slug.empty() ? word.settings->slug : slug_of(word.name);
    if (word.slug.empty()) {
      diagnostics
          .error("bad-tag", word.first_place,
                 fmt::format("the tag '{}' has no letter or digit to make an address of", word.name))
          .hint(fmt::format("give it a slug in site.yaml: 'tags: {{\"{}\": {{slug: …}}}}'", word.name));
      continue;
    }
    const auto [other, is_new] = by_slug.emplace(word.slug, &word);
    if (!is_new) {
      diagnostics
          .error("same-tag-slug", word.first_place,
                 fmt::format("the tags '{}' and '{}' would share the address /tags/{}/", other->second->name, word.name,
                             word.slug))
          .hint(fmt::format("give one a slug of its own in site.yaml: 'tags: {{\"{}\": {{slug: …}}}}'", word.name));
      word.slug.clear();  // reported: no page of its own collides again
    }
  }

  // Only what readers see becomes a tag of the site: a draft's own tags are nobody's business.
  std::vector<std::pair<std::string, std::string>> order;  // collation key, lower case
  std::map<std::string, TagView> shown;
  for (const EssayId id : site.listed) {
    for (const Placed& placed : site.source(id).tags) {
      const std::string key = lower(placed.text);
      const Word& word = words[key];
      if (word.slug.empty()) continue;
      const auto [tag, is_new] = shown.try_emplace(key);
      if (is_new) {
        const bool has_title = word.settings != nullptr && !word.settings->title.empty();
        tag->second = {word.name, word.slug, has_title ? word.settings->title : word.name, word.settings, {}};
        order.emplace_back(collation_key(word.name, file.language), key);
      }
      if (tag->second.essays.empty() || tag->second.essays.back() != id) tag->second.essays.push_back(id);
    }
  }
  std::sort(order.begin(), order.end());
  std::unordered_map<std::string, TagId> ids;
  for (const auto& [collation, key] : order) {
    ids.emplace(key, TagId{static_cast<int>(site.tags.size())});
    site.tags.push_back(std::move(shown[key]));
  }
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    for (const Placed& placed : site.content->essays[i]->tags) {
      const auto id = ids.find(lower(placed.text));
      auto& tags = site.essays[i].tags;
      if (id != ids.end() && std::find(tags.begin(), tags.end(), id->second) == tags.end()) tags.push_back(id->second);
    }
  }
}

}  // namespace causerie
