// Character references of HTML.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// Decodes one character reference as browsers do outside attributes: `&`, an optional `#`, letters and digits, an
// optional `;`. Returns other text unchanged. Takes some microseconds, since libgumbo only decodes documents. Defined
// in raw_html.cc, the only file that includes libgumbo.
std::string decode_reference(std::string_view reference);

}  // namespace causerie
