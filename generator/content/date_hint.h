// How a date that was written in another form should be written.
#pragma once

#include <string>
#include <string_view>

namespace causerie {

// Returns a hint with the date in ISO 8601 if the text is a day in another order or with the month's name, in English,
// German or French; with both readings if it has two. Otherwise the hint is `fallback`.
std::string date_hint(std::string_view text, std::string_view fallback);

}  // namespace causerie
