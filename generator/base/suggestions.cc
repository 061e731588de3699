// Suggests what a mistyped word may have meant (declared in text.h).
#include <algorithm>

#include "base/text.h"

namespace causerie {
namespace {

// Removes letter case and separators: they are the most common slip, and no spelling mistake.
std::string folded(std::string_view word) {
  std::string result = ascii_lower(word);
  std::erase_if(result, [](char c) { return c == '-' || c == '_' || c == ' '; });
  return result;
}

// The number of edits; swapping two neighbours is one (optimal string alignment). Words are cut to 64 bytes.
std::size_t edits(std::string_view a, std::string_view b) {
  a = a.substr(0, 64);
  b = b.substr(0, 64);
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

template <class Text>
std::vector<std::string> nearest_of(std::string_view word, std::span<const Text> candidates) {
  const std::string wanted = folded(word);
  struct Scored {
    std::size_t distance;
    std::string text;
  };
  std::vector<Scored> found;
  for (const Text& candidate : candidates) {
    const std::string other = folded(candidate);
    std::size_t distance = edits(wanted, other);
    // A prefix is near however long the rest is: `defenses` for `defenses-we-keep`.
    const bool begins =
        wanted.size() >= 3 && (other.starts_with(wanted) || wanted.starts_with(other)) && other.size() >= 3;
    if (begins) distance = std::min<std::size_t>(distance, 2);
    if (distance <= std::max<std::size_t>(1, std::min(wanted.size(), other.size()) / 3) || begins) {
      found.push_back({distance, std::string(candidate)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Scored& a, const Scored& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.text < b.text;
  });
  std::vector<std::string> result;
  for (const Scored& scored : found) {
    if (result.size() == 3) break;
    if (std::find(result.begin(), result.end(), scored.text) == result.end()) result.push_back(scored.text);
  }
  return result;
}

std::string question(std::span<const std::string> names) {
  if (names.empty()) return "";
  std::string text = "did you mean ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += "'" + names[i] + "'";
  }
  return text + "?";
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  return nearest_of(word, candidates);
}

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  return nearest_of(word, candidates);
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  return question(nearest_of(word, candidates));
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  return question(nearest_of(word, candidates));
}

}  // namespace causerie
