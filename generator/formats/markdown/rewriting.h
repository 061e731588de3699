// A text made from another one, which remembers where each of its bytes came from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

class Rewriting {
 public:
  explicit Rewriting(std::string_view original) : original_(original) {}

  // Offsets are those of the original; what lies before the last one is done with.
  void keep_until(std::size_t offset);
  void skip_until(std::size_t offset);
  void put(std::string_view made);
  void finish() { keep_until(original_.size()); }

  const std::string& text() const { return text_; }
  std::size_t origin_of(std::size_t offset) const;  // the byte of the original; of made text, where it was put

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
