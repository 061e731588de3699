// The default theme, embedded in the program (embed.cmake generates the definition at build time).
#pragma once

#include <span>
#include <string_view>

namespace causerie {

struct EmbeddedFile {
  std::string_view path;  // below the theme's folder: "templates/home.mustache"
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_theme();  // sorted by path (byte order)

}  // namespace causerie
