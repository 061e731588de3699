// A name that many values have, such as that of an input of ten thousand pages. Each is in memory once.
#pragma once

#include <compare>
#include <concepts>
#include <string>
#include <string_view>

namespace causerie {

// As small as a pointer, and compared for equality like one. Names stay in memory until the program ends. Thread-safe.
class InternedName {
 public:
  InternedName() : InternedName(std::string_view()) {}
  template <std::convertible_to<std::string_view> Text>
  InternedName(const Text& text) : InternedName(std::string_view(text)) {}
  InternedName(std::string_view text);

  const std::string& text() const { return *text_; }

  bool operator==(const InternedName&) const = default;
  std::strong_ordering operator<=>(const InternedName& other) const { return *text_ <=> *other.text_; }

 private:
  const std::string* text_;
};

}  // namespace causerie
