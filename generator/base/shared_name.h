// A name that many values have, such as that of an input of ten thousand pages. Each is in memory once.
#pragma once

#include <compare>
#include <concepts>
#include <string>
#include <string_view>

namespace causerie {

// As small as a pointer, and compared for equality like one. Names stay in memory until the program ends. Thread-safe.
class SharedName {
 public:
  SharedName() : SharedName(std::string_view()) {}
  template <std::convertible_to<std::string_view> Text>
  SharedName(const Text& text) : SharedName(std::string_view(text)) {}
  SharedName(std::string_view text);

  const std::string& text() const { return *text_; }

  bool operator==(const SharedName&) const = default;
  std::strong_ordering operator<=>(const SharedName& other) const { return *text_ <=> *other.text_; }

 private:
  const std::string* text_;
};

}  // namespace causerie
