#include "fuzz/mutations.h"

#include <algorithm>

namespace causerie::fuzz {
namespace {

constexpr std::size_t longest_piece = 60;

}  // namespace

// SplitMix64, since the distributions of <random> differ between standard libraries.
std::size_t Mutations::below(std::size_t count) {
  state_ += 0x9E3779B97F4A7C15;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  mixed ^= mixed >> 31;
  return count == 0 ? 0 : static_cast<std::size_t>(mixed % count);
}

void Mutations::change(std::string& text, std::span<const std::string> seeds,
                       std::span<const std::string_view> tokens) {
  const std::size_t at = below(text.size() + 1);
  const std::size_t to = below(text.size() + 1);
  const std::size_t length = 1 + below(longest_piece);
  switch (below(8)) {
    case 0:
      text.erase(at, length);
      break;
    case 1:
      text.insert(to, text.substr(at, length));
      break;
    case 2: {
      const std::string piece = text.substr(at, length);
      text.erase(at, length);
      text.insert(std::min(to, text.size()), piece);
      break;
    }
    case 3: {
      const std::string& other = seeds[below(seeds.size())];
      text.insert(at, other.substr(below(other.size() + 1), length));
      break;
    }
    case 4:
      if (!text.empty()) text[std::min(at, text.size() - 1)] = static_cast<char>(below(256));
      break;
    case 5:
      text.resize(at);
      break;
    default:
      if (!tokens.empty()) text.insert(at, tokens[below(tokens.size())]);
  }
}

std::string Mutations::next(std::span<const std::string> seeds, std::span<const std::string_view> tokens) {
  std::string text = seeds[below(seeds.size())];
  for (std::size_t count = 1 + below(6); count > 0; --count) change(text, seeds, tokens);
  return text;
}

}  // namespace causerie::fuzz
