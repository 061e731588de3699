// What changed between two states of a text, for a reader: paragraphs that changed, in them the words that came and
// went.
//
// Both paragraphs and words are compared by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
// Algorithmica 1 (1986). It takes as long as there are differences, so these are bounded: what differs in more places
// is replaced as a whole.
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

// Words, with the blanks behind them.
struct DifferencePiece {
  PieceKind kind = PieceKind::kept;
  std::string text;
  bool operator==(const DifferencePiece&) const = default;
};

struct DifferenceBlock {
  PlainKind kind = PlainKind::paragraph;
  bool is_after_gap = false;  // unchanged blocks were left out between this one and the one before
  std::vector<DifferencePiece> pieces;
  bool operator==(const DifferenceBlock&) const = default;
};

// The blocks that changed. Kept and removed pieces together are the old block, kept and added ones the new.
std::vector<DifferenceBlock> text_difference(std::span<const PlainBlock> before, std::span<const PlainBlock> after);

// Which block became which: every block of both, in order, unchanged ones included.
struct BlockPair {
  std::optional<std::size_t> before;
  std::optional<std::size_t> after;
};
std::vector<BlockPair> align_blocks(std::span<const PlainBlock> before, std::span<const PlainBlock> after);

// None, where nothing changed.
Hash hash_of(std::span<const DifferenceBlock> blocks);

}  // namespace causerie
