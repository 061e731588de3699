// The media type of a file by its name, for code that serves or packages the output.
#pragma once

#include <string_view>

namespace causerie {

// By the extension, ignoring case: "text/html; charset=utf-8", "image/png"; "application/octet-stream" if it is
// unknown.
std::string_view media_type(std::string_view path);

}  // namespace causerie
