#include "formats/markdown/text_difference.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"

namespace causerie {
namespace {

constexpr int most_differences = 600;       // of blocks, or of words in a block; beyond that, all is replaced
constexpr std::size_t most_pairs = 40'000;  // of blocks that are compared for likeness
constexpr double least_likeness = 0.4;      // share of common words for two blocks to count as the same

using Numbers = std::vector<int>;
using Match = std::pair<std::size_t, std::size_t>;

// Assigns a number to each distinct text.
class Numbering {
 public:
  int of(std::string_view text) { return numbers_.emplace(text, static_cast<int>(numbers_.size())).first->second; }

 private:
  std::unordered_map<std::string_view, int> numbers_;
};

// Returns, for each number of differences, the furthest index in `a` reached on each diagonal. Empty if there are more
// than most_differences.
std::vector<Numbers> furthest_walks(std::span<const int> a, std::span<const int> b) {
  const int n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
  std::vector<Numbers> walks;
  Numbers reach(static_cast<std::size_t>(2 * most_differences + 3), 0);
  const auto at = [&](int diagonal) -> int& {
    return reach[static_cast<std::size_t>(diagonal + most_differences + 1)];
  };
  for (int d = 0; d <= std::min(n + m, most_differences); ++d) {
    for (int k = -d; k <= d; k += 2) {
      int x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      while (x < n && x - k < m && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)]) ++x;
      at(k) = x;
      if (x < n || x - k < m) continue;
      walks.emplace_back(&at(-d), &at(d) + 1);
      return walks;
    }
    walks.emplace_back(&at(-d), &at(d) + 1);
  }
  return {};
}

// Returns the pairs that a shortest edit script keeps, ascending; empty if there are too many differences.
std::vector<Match> shortest_way(std::span<const int> a, std::span<const int> b) {
  std::vector<Match> matches;
  const std::vector<Numbers> walks = furthest_walks(a, b);
  int x = static_cast<int>(a.size()), y = static_cast<int>(b.size());
  for (int d = static_cast<int>(walks.size()) - 1; d >= 0; --d) {
    int from_x = 0, from_y = 0;
    if (d > 0) {
      const auto reached = [&](int k) {
        return k < -(d - 1) || k > d - 1 ? -1
                                         : walks[static_cast<std::size_t>(d - 1)][static_cast<std::size_t>(k + d - 1)];
      };
      const int k = x - y;
      const bool is_down = k == -d || (k != d && reached(k - 1) < reached(k + 1));
      from_x = reached(is_down ? k + 1 : k - 1);
      from_y = from_x - (is_down ? k + 1 : k - 1);
    }
    const int begin = d == 0 ? 0 : x - y > from_x - from_y ? from_x + 1 : from_x;
    for (; x > begin; --x, --y) matches.emplace_back(x - 1, y - 1);
    x = from_x;
    y = from_y;
  }
  std::reverse(matches.begin(), matches.end());
  return matches;
}

std::vector<Match> matches_of(std::span<const int> a, std::span<const int> b) {
  const std::size_t least = std::min(a.size(), b.size());
  std::size_t head = 0, tail = 0;
  while (head < least && a[head] == b[head]) ++head;
  while (tail < least - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  std::vector<Match> matches;
  for (std::size_t i = 0; i < head; ++i) matches.emplace_back(i, i);
  for (const Match& match :
       shortest_way(a.subspan(head, a.size() - head - tail), b.subspan(head, b.size() - head - tail)))
    matches.emplace_back(match.first + head, match.second + head);
  for (std::size_t i = tail; i > 0; --i) matches.emplace_back(a.size() - i, b.size() - i);
  return matches;
}

enum class Sign { blank, letter, mark, whole };

Sign sign_of(char32_t c) {
  if (c == ' ' || c == '\n' || c == '\t') return Sign::blank;
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? Sign::letter : Sign::mark;
  return is_wide(c) ? Sign::whole : is_punctuation(c) ? Sign::mark : Sign::letter;
}

// Splits a block into words and punctuation, each with the white space after it. Punctuation between letters is part of
// the word. In scripts without spaces, each character is a word.
std::vector<std::string_view> words_of(const PlainBlock& block) {
  const std::string_view text = block.text;
  std::vector<std::size_t> offsets;
  std::vector<Sign> signs;
  for (std::size_t i = 0; i < text.size();) {
    offsets.push_back(i);
    signs.push_back(sign_of(next_code_point(text, i)));
  }
  for (std::size_t i = 1; i + 1 < signs.size(); ++i) {
    if (signs[i] == Sign::mark && signs[i - 1] == Sign::letter && signs[i + 1] == Sign::letter) signs[i] = Sign::letter;
  }
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t i = 1; i < signs.size(); ++i) {
    if (signs[i] == Sign::blank || (signs[i] == signs[i - 1] && signs[i] != Sign::whole)) continue;
    words.push_back(text.substr(begin, offsets[i] - begin));
    begin = offsets[i];
  }
  if (!text.empty()) words.push_back(text.substr(begin));
  return words;
}

// White space counts only in code.
Numbers numbers_of(std::span<const std::string_view> words, PlainKind kind, Numbering& numbering) {
  Numbers numbers;
  for (const std::string_view word : words)
    numbers.push_back(numbering.of(kind == PlainKind::code ? word : trim(word)));
  return numbers;
}

std::size_t letters_of(std::span<const std::string_view> words, std::size_t begin, std::size_t end) {
  return begin == end ? 0
                      : static_cast<std::size_t>(words[end - 1].data() + words[end - 1].size() - words[begin].data());
}

// True if kept words would only break up the larger changes around them, like "the" in a rewritten sentence.
bool is_scattering(std::size_t letters, std::size_t changed_before, std::size_t changed_after) {
  return letters <= std::min(changed_before, changed_after) / 2;
}

void add_piece(PieceKind kind, std::span<const std::string_view> words, std::size_t begin, std::size_t end,
               std::vector<DifferencePiece>& pieces) {
  if (begin == end) return;
  pieces.push_back({kind, std::string(words[begin].data(), letters_of(words, begin, end))});
}

std::vector<DifferencePiece> word_difference(const PlainBlock& before, const PlainBlock& after) {
  const auto old_words = words_of(before), new_words = words_of(after);
  Numbering numbering;
  const Numbers old_numbers = numbers_of(old_words, before.kind, numbering);
  const Numbers new_numbers = numbers_of(new_words, after.kind, numbering);
  std::vector<Match> matches = matches_of(old_numbers, new_numbers);
  matches.emplace_back(old_words.size(), new_words.size());

  // Runs of kept words. Between two of them is a change.
  struct Stretch {
    Match begin;
    std::size_t length;
  };
  std::vector<Stretch> stretches{{{0, 0}, 0}};
  for (const Match& match : matches) {
    Stretch& last = stretches.back();
    if (match == Match{last.begin.first + last.length, last.begin.second + last.length} &&
        match.first < old_words.size()) {
      ++last.length;
    } else {
      stretches.push_back({match, match.first < old_words.size() ? 1U : 0U});
    }
  }
  const auto changed = [&](const Stretch& from, const Stretch& to) {
    return letters_of(old_words, from.begin.first + from.length, to.begin.first) +
           letters_of(new_words, from.begin.second + from.length, to.begin.second);
  };
  for (std::size_t i = 1; i + 1 < stretches.size();) {
    const Stretch& one = stretches[i];
    const bool scatters = is_scattering(letters_of(new_words, one.begin.second, one.begin.second + one.length),
                                        changed(stretches[i - 1], one), changed(one, stretches[i + 1]));
    if (scatters) {
      stretches.erase(stretches.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
  std::vector<DifferencePiece> pieces;
  Match done{0, 0};
  for (const Stretch& one : stretches) {
    add_piece(PieceKind::removed, old_words, done.first, one.begin.first, pieces);
    add_piece(PieceKind::added, new_words, done.second, one.begin.second, pieces);
    add_piece(PieceKind::kept, new_words, one.begin.second, one.begin.second + one.length, pieces);
    // Keep the space before text that was removed from the end of a sentence.
    if (one.length > 0 && before.kind != PlainKind::code && !pieces.back().text.ends_with(' ') &&
        old_words[one.begin.first + one.length - 1].ends_with(' ')) {
      pieces.back().text += ' ';
    }
    done = {one.begin.first + one.length, one.begin.second + one.length};
  }
  return pieces;
}

// Returns the Dice coefficient of the words of two blocks. REQUIRES: both are sorted.
double likeness(const Numbers& a, const Numbers& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++common, ++i, ++j;
    else if (*i < *j)
      ++i;
    else
      ++j;
  }
  return a.empty() && b.empty() ? 1 : 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

// Pairs similar blocks between two unchanged ones, in order, so that the total likeness is highest.
class Likenesses {
 public:
  Likenesses(std::span<const PlainBlock> before, std::span<const PlainBlock> after)
      : before_(before), after_(after), width_(after.size() + 1) {
    if (before.size() * after.size() > most_pairs) return;
    Numbering numbering;
    const auto sorted = [&](const PlainBlock& block) {
      Numbers numbers = numbers_of(words_of(block), PlainKind::paragraph, numbering);
      std::sort(numbers.begin(), numbers.end());
      return numbers;
    };
    std::vector<Numbers> old_words, new_words;
    for (const PlainBlock& block : before) old_words.push_back(sorted(block));
    for (const PlainBlock& block : after) new_words.push_back(sorted(block));
    best_.resize((before.size() + 1) * width_, 0);
    for (std::size_t i = before.size(); i-- > 0;) {
      for (std::size_t j = after.size(); j-- > 0;) {
        double& best = best_[i * width_ + j];
        best = std::max(best_[(i + 1) * width_ + j], best_[i * width_ + j + 1]);
        const double alike = before[i].kind == after[j].kind ? likeness(old_words[i], new_words[j]) : 0;
        if (alike >= least_likeness) best = std::max(best, alike + best_[(i + 1) * width_ + j + 1]);
      }
    }
  }

  // Removed blocks come before added ones.
  void add_pairs(std::size_t old_first, std::size_t new_first, std::vector<BlockPair>& pairs) const {
    std::size_t i = 0, j = 0;
    while (i < before_.size() || j < after_.size()) {
      const bool has_both = i < before_.size() && j < after_.size();
      const double best = has_both && !best_.empty() ? best_[i * width_ + j] : 0;
      if (best > 0 && best > best_[(i + 1) * width_ + j] && best > best_[i * width_ + j + 1]) {
        pairs.push_back({old_first + i++, new_first + j++});
      } else if (i < before_.size() && (j == after_.size() || best_.empty() || best == best_[(i + 1) * width_ + j])) {
        pairs.push_back({old_first + i++, std::nullopt});
      } else {
        pairs.push_back({std::nullopt, new_first + j++});
      }
    }
  }

 private:
  std::span<const PlainBlock> before_;
  std::span<const PlainBlock> after_;
  std::size_t width_;
  std::vector<double> best_;  // highest total likeness from each pair of indices to the end
};

}  // namespace

std::vector<BlockPair> align_blocks(std::span<const PlainBlock> before, std::span<const PlainBlock> after) {
  std::unordered_map<std::string, int> known;
  const auto numbers = [&](std::span<const PlainBlock> blocks) {
    Numbers result;
    for (const PlainBlock& block : blocks) {
      std::string key = static_cast<char>(block.kind) + block.text;
      result.push_back(known.emplace(std::move(key), static_cast<int>(known.size())).first->second);
    }
    return result;
  };
  const Numbers old_numbers = numbers(before), new_numbers = numbers(after);
  std::vector<Match> matches = matches_of(old_numbers, new_numbers);
  matches.emplace_back(before.size(), after.size());
  std::vector<BlockPair> pairs;
  std::size_t i = 0, j = 0;
  for (const Match& match : matches) {
    Likenesses(before.subspan(i, match.first - i), after.subspan(j, match.second - j)).add_pairs(i, j, pairs);
    if (match.first < before.size()) pairs.push_back({match.first, match.second});
    i = match.first + 1;
    j = match.second + 1;
  }
  return pairs;
}

std::vector<DifferenceBlock> text_difference(std::span<const PlainBlock> before, std::span<const PlainBlock> after) {
  std::vector<DifferenceBlock> blocks;
  bool is_after_gap = false;
  for (const BlockPair& pair : align_blocks(before, after)) {
    if (pair.before && pair.after && before[*pair.before] == after[*pair.after]) {
      is_after_gap = !blocks.empty();
      continue;
    }
    const PlainBlock& shown = pair.after ? after[*pair.after] : before[*pair.before];
    DifferenceBlock block{shown.kind, std::exchange(is_after_gap, false), {}};
    if (pair.before && pair.after) {
      block.pieces = word_difference(before[*pair.before], shown);
    } else {
      block.pieces.push_back({pair.after ? PieceKind::added : PieceKind::removed, shown.text});
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

Hash hash_of(std::span<const DifferenceBlock> blocks) {
  if (blocks.empty()) return {};
  Hasher hasher;
  for (const DifferenceBlock& block : blocks) {
    hasher.add(std::int64_t{static_cast<char>(block.kind)}).add(block.is_after_gap ? 1 : 0);
    for (const auto& [piece, text] : block.pieces) hasher.add(std::int64_t{static_cast<char>(piece)}).add(text);
  }
  return hasher.finish();
}

}  // namespace causerie
