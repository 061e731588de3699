#include "formats/markdown/rewriting.h"

#include <algorithm>

namespace causerie {

void Rewriting::keep_until(std::size_t offset) {
  if (offset <= done_) return;
  pieces_.push_back({text_.size(), done_, true});
  text_ += original_.substr(done_, offset - done_);
  done_ = offset;
}

void Rewriting::skip_until(std::size_t offset) { done_ = std::max(done_, offset); }

void Rewriting::put(std::string_view made) {
  pieces_.push_back({text_.size(), done_, false});
  text_ += made;
}

std::size_t Rewriting::origin_of(std::size_t offset) const {
  const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                     [](std::size_t at, const Piece& piece) { return at < piece.begin; });
  if (next == pieces_.begin()) return offset;
  const Piece& piece = *(next - 1);
  return std::min(original_.size(), piece.is_kept ? piece.origin + (offset - piece.begin) : piece.origin);
}

}  // namespace causerie
