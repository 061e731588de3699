// The Stream-Safe Text Process of UAX 15 (declared in unicode.h).
#include "base/text.h"
#include "base/unicode.h"

namespace causerie {

std::optional<std::string> stream_safe(std::string_view text) {
  constexpr int most = 30;
  constexpr unsigned char first_of_marks = 0xCC;  // the first byte of U+0300
  std::optional<std::string> result;
  std::size_t kept = 0;
  int row = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const bool may_combine = static_cast<unsigned char>(text[begin]) >= first_of_marks;
    const char32_t c = next_code_point(text, offset);
    if (!may_combine || combining_class(c) == 0) {
      row = 0;
    } else if (++row > most) {
      if (!result) result.emplace();
      result->append(text.substr(kept, begin - kept)).append("\u034F");
      kept = begin;
      row = 1;
    }
  }
  if (result) result->append(text.substr(kept));
  return result;
}

}  // namespace causerie
