// The two ways in which servers send texts smaller than they are.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

enum class Compression { gzip, brotli };

// What a file's name gets behind it: ".gz", ".br".
std::string_view extension_of(Compression);

// As small as it gets within a reasonable time. The same bytes give the same bytes: no name and no time are in them.
std::string compressed(Compression, std::string_view bytes);

}  // namespace causerie
