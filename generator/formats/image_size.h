// Reads the size of an image from its first bytes. Pages include it, so that nothing moves when the image loads.
#pragma once

#include <optional>
#include <string_view>

namespace causerie {

struct ImageSize {
  int width = 0;  // in CSS pixels, as browsers compute them
  int height = 0;
  bool operator==(const ImageSize&) const = default;
};

// Reads PNG (ISO/IEC 15948), GIF89a, JPEG (ITU-T T.81; Exif orientation is ignored), WebP (RFC 9649) and SVG (width and
// height, else the viewBox). nullopt if the bytes are none of these or contain no size.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace causerie
