// Compresses files in the two formats that web servers send.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

enum class Compression { gzip, brotli };

// The extension appended to a file's name: ".gz", ".br".
std::string_view extension_of(Compression);

// Compresses as far as possible in a reasonable time. Deterministic: the output contains no file name and no timestamp.
std::string compressed(Compression, std::string_view bytes);

}  // namespace causerie
