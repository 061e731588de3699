#include "site/tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

// One tag, whatever its letter case.
struct Word {
  std::map<std::string, int> spellings;  // with counts, in essays that readers see
  std::map<std::string, int> hidden;     // the same in all other essays
  SourceLocation first_location;
  std::string name;
  std::string slug;
  const TagSettings* settings = nullptr;
};

using Words = std::map<std::string, Word>;  // by lower case

Words collect_words(const Site& site) {
  Words words;
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    const Essay& essay = *site.content->essays[i];
    for (const Placed& tag : essay.tags) {
      Word& word = words[lower(tag.text)];
      if (word.spellings.empty() && word.hidden.empty()) word.first_location = {essay.source, tag.span};
      ++(site.essays[i].is_shown && essay.is_listed ? word.spellings : word.hidden)[tag.text];
    }
  }
  return words;
}

std::string most_used(const std::map<std::string, int>& spellings) {
  // The map is in code point order, so the first of equals wins.
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

const TagSettings* settings_of(const std::string& lower_case, const SiteFile& file) {
  const TagSettings* found = nullptr;
  for (const auto& [name, settings] : file.tags) {
    if (lower(name) == lower_case) found = &settings;
  }
  return found;
}

void name_words(const SiteFile& file, Words& words) {
  for (auto& [lower_case, word] : words) {
    word.name = most_used(word.spellings.empty() ? word.hidden : word.spellings);
    word.settings = settings_of(lower_case, file);
    word.slug = word.settings != nullptr && !word.settings->slug.empty() ? word.settings->slug : slug_of(word.name);
  }
}

// A tag whose slug is taken by an earlier one loses it, so that their pages cause no second error.
void check_slugs(Words& words, Diagnostics& diagnostics) {
  std::map<std::string, const Word*> by_slug;
  for (auto& [lower_case, word] : words) {
    if (word.slug.empty()) {
      diagnostics
          .error("bad-tag", word.first_location,
                 fmt::format("the tag '{}' has no letter or digit to make an address from", word.name))
          .hint(fmt::format("give it a slug in site.yaml: 'tags: {{\"{}\": {{slug: …}}}}'", word.name));
      continue;
    }
    const auto [other, is_new] = by_slug.emplace(word.slug, &word);
    if (is_new) continue;
    diagnostics
        .error("same-tag-slug", word.first_location,
               fmt::format("the tags '{}' and '{}' would share the address /tags/{}/", other->second->name, word.name,
                           word.slug))
        .hint(fmt::format("give one its own slug in site.yaml: 'tags: {{\"{}\": {{slug: …}}}}'", word.name));
    word.slug.clear();
  }
}

TagView view_of(const Word& word) {
  const bool has_title = word.settings != nullptr && !word.settings->title.empty();
  return {word.name, word.slug, has_title ? word.settings->title : word.name, word.settings, {}};
}

// The tags of shown, listed essays, by lower case. Tags that only drafts use are not shown.
std::map<std::string, TagView> shown_tags(const Site& site, const Words& words) {
  std::map<std::string, TagView> shown;
  for (const EssayId id : site.listed) {
    for (const Placed& placed : site.source(id).tags) {
      const std::string lower_case = lower(placed.text);
      const Word& word = words.at(lower_case);
      if (word.slug.empty()) continue;
      const auto [tag, is_new] = shown.try_emplace(lower_case);
      if (is_new) tag->second = view_of(word);
      if (tag->second.essays.empty() || tag->second.essays.back() != id) tag->second.essays.push_back(id);
    }
  }
  return shown;
}

using TagIds = std::unordered_map<std::string, TagId>;  // by lower case

// Adds the tags to the site in the collation order of its language.
TagIds add_tags(std::map<std::string, TagView> shown, Site& site) {
  std::vector<std::pair<std::string, std::string>> order;  // collation key, lower case
  for (const auto& [lower_case, tag] : shown) {
    order.emplace_back(collation_key(tag.name, site.file().language), lower_case);
  }
  std::sort(order.begin(), order.end());
  TagIds ids;
  for (const auto& [collation, lower_case] : order) {
    ids.emplace(lower_case, TagId{static_cast<int>(site.tags.size())});
    site.tags.push_back(std::move(shown[lower_case]));
  }
  return ids;
}

// Adds each tag to an essay once, however often and in whatever case it is written there.
void tag_essays(const TagIds& ids, Site& site) {
  for (std::size_t i = 0; i < site.essays.size(); ++i) {
    std::vector<TagId>& tags = site.essays[i].tags;
    for (const Placed& placed : site.content->essays[i]->tags) {
      const auto id = ids.find(lower(placed.text));
      if (id != ids.end() && std::find(tags.begin(), tags.end(), id->second) == tags.end()) tags.push_back(id->second);
    }
  }
}

}  // namespace

void collect_tags(Site& site, Diagnostics& diagnostics) {
  Words words = collect_words(site);
  name_words(site.file(), words);
  check_slugs(words, diagnostics);
  tag_essays(add_tags(shown_tags(site, words), site), site);
}

}  // namespace causerie
