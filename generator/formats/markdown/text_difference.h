// Compares two versions of a text for readers: which paragraphs changed, and which words in them were added and
// removed.
//
// Paragraphs and words are both compared by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
// Algorithmica 1 (1986). Its running time grows with the number of differences, so that is bounded: beyond the bound,
// everything counts as replaced.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "formats/markdown/plain_blocks.h"

namespace causerie {

enum class PieceKind : char { kept = '=', added = '+', removed = '-' };

// Words, with the white space after them.
struct DifferencePiece {
  PieceKind kind = PieceKind::kept;
  std::string text;
  bool operator==(const DifferencePiece&) const = default;
};

struct DifferenceBlock {
  PlainKind kind = PlainKind::paragraph;
  bool is_after_gap = false;  // unchanged blocks between this one and the previous one were left out
  std::vector<DifferencePiece> pieces;
  bool operator==(const DifferenceBlock&) const = default;
};

// Returns the changed blocks. Kept and removed pieces together are the old block, kept and added ones the new.
std::vector<DifferenceBlock> text_difference(std::span<const PlainBlock> before, std::span<const PlainBlock> after);

// Returns which old block became which new one: every block of both versions, in order, including unchanged ones.
struct BlockPair {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
};
std::vector<BlockPair> align_blocks(std::span<const PlainBlock> before, std::span<const PlainBlock> after);

// The null hash (Hash{}) if nothing changed.
Hash hash_of(std::span<const DifferenceBlock> blocks);

}  // namespace causerie
