// What kind of file a name promises: for whoever sends or packs what was made.
#pragma once

#include <string_view>

namespace causerie {

// By the name's extension, letter case ignored: "text/html; charset=utf-8", "image/png"; "application/octet-stream"
// where nothing is known of it.
std::string_view media_type(std::string_view path);

}  // namespace causerie
