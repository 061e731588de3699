// How large a picture is, from its first bytes: pages say it, so that nothing moves when the picture arrives.
#pragma once

#include <optional>
#include <string_view>

namespace causerie {

struct ImageSize {
  int width = 0;  // in CSS pixels, as browsers take them
  int height = 0;
  bool operator==(const ImageSize&) const = default;
};

// Of PNG (ISO/IEC 15948), GIF89a, JPEG (ITU-T T.81, turned as its Exif orientation is not looked at), WebP (RFC 9649)
// and SVG (its width and height, else its viewBox). Nothing where the bytes are none of these, or say no size.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace causerie
