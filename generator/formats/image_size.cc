#include "formats/image_size.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace causerie {
namespace {

int byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

int big_endian(std::string_view bytes, std::size_t at, int count) {
  int value = 0;
  for (int i = 0; i < count; ++i) value = (value & 0x7FFFFF) << 8 | byte_at(bytes, at + static_cast<std::size_t>(i));
  return value;
}

int little_endian(std::string_view bytes, std::size_t at, int count) {
  int value = 0;
  for (int i = count - 1; i >= 0; --i)
    value = (value & 0x7FFFFF) << 8 | byte_at(bytes, at + static_cast<std::size_t>(i));
  return value;
}

std::optional<ImageSize> sized(int width, int height) {
  if (width <= 0 || height <= 0) return std::nullopt;
  return ImageSize{width, height};
}

// A sequence of segments, each with its length; the frame header (SOF0 to SOF15 except DHT, JPG and DAC) contains the
// size.
std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size() && byte_at(bytes, at) == 0xFF) {
    const int marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      return sized(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2));
    }
    at += 2 + static_cast<std::size_t>(big_endian(bytes, at + 2, 2));
  }
  return std::nullopt;
}

std::optional<ImageSize> webp_size(std::string_view bytes) {
  if (bytes.size() < 25) return std::nullopt;
  const std::string_view kind = bytes.substr(12, 4);
  if (kind == "VP8 ") return sized(little_endian(bytes, 26, 2) & 0x3FFF, little_endian(bytes, 28, 2) & 0x3FFF);
  if (kind == "VP8X") return sized(little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1);
  if (kind != "VP8L") return std::nullopt;
  const int low = little_endian(bytes, 21, 2);
  const int high = little_endian(bytes, 23, 2);
  return sized((low & 0x3FFF) + 1, (low >> 14 | (high & 0xFFF) << 2) + 1);
}

// Returns the value of an attribute in a start tag; empty if it is missing.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const bool begins = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' || tag[at - 1] == '\t');
    const std::size_t quote = at + name.size() + 1;
    if (!begins || quote >= tag.size() || tag[quote - 1] != '=' || (tag[quote] != '"' && tag[quote] != '\'')) continue;
    return tag.substr(quote + 1, tag.find(tag[quote], quote + 1) - quote - 1);
  }
  return {};
}

// Parses a length in user units or pixels; 0 for relative units.
int pixels(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  const std::string_view unit = end;
  return (unit.empty() || unit == "px") && value >= 1 && value < 100'000 ? static_cast<int>(std::lround(value)) : 0;
}

std::optional<ImageSize> svg_size(std::string_view bytes) {
  const auto begin = bytes.find("<svg");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string_view tag = bytes.substr(begin, bytes.find('>', begin) - begin);
  if (const auto size = sized(pixels(attribute(tag, "width")), pixels(attribute(tag, "height")))) return size;
  std::string_view box = attribute(tag, "viewBox");  // min-x min-y width height
  int numbers[4] = {};
  for (int& number : numbers) {
    const auto start = box.find_first_not_of(" ,\n\t");
    if (start == std::string_view::npos) return std::nullopt;
    box.remove_prefix(start);
    const auto end = std::min(box.find_first_of(" ,\n\t"), box.size());
    number = pixels(box.substr(0, end));
    box.remove_prefix(end);
  }
  return sized(numbers[2], numbers[3]);
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return sized(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4));
  if (bytes.starts_with("GIF8")) return sized(little_endian(bytes, 6, 2), little_endian(bytes, 8, 2));
  if (bytes.starts_with("\xFF\xD8")) return jpeg_size(bytes);
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return webp_size(bytes);
  const std::string_view head = bytes.substr(0, 4096);
  return head.find("<svg") != std::string_view::npos ? svg_size(head) : std::nullopt;
}

}  // namespace causerie
