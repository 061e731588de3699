// A text made from another one, with a record of where each byte came from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

class Rewriting {
 public:
  explicit Rewriting(std::string_view original) : original_(original) {}

  // Offsets are in the original, and ascending: text before the last one has been processed.
  void keep_until(std::size_t offset);
  void skip_until(std::size_t offset);
  void put(std::string_view made);
  void finish() { keep_until(original_.size()); }

  const std::string& text() const { return text_; }
  std::size_t origin_of(std::size_t offset) const;  // in the original; for inserted text, where it was inserted

 private:
  struct Piece {
    std::size_t begin;
    std::size_t origin;
    bool is_kept;
  };
  std::string_view original_;
  std::size_t done_ = 0;
  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace causerie
