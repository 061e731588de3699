// What the preview puts on pages: the script that keeps them fresh, and what is wrong, over them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

// One diagnostic as it is read in a terminal, cut behind its place.
struct ShownFault {
  std::string location;  // "content/essays/a.md:4:1"; may be empty
  std::string href;      // where the place can be opened; may be empty
  std::string text;      // ": error: unknown key 'sumary'\n  4 | …"
};

// The text of a terminal as HTML, each place a link.
std::string overlay_html(const std::vector<ShownFault>& faults, std::string_view closing);

// `template_text` with {file}, {line} and {column} filled in, the absolute path percent-escaped:
// "vscode://file{file}:{line}:{column}".
std::string editor_address(std::string_view template_text, std::string_view file, int line, int column);

// The page with both before its `</body>`: what is wrong, if anything is, and the script, which is told `hash`, that of
// the page without them.
std::string with_preview(std::string page, std::string_view hash, std::string_view faults);

// A page for a site of which nothing can be shown yet.
std::string page_of_faults(std::string_view faults);

inline constexpr std::string_view script_path = "/-/preview.js";
inline constexpr std::string_view events_path = "/-/events";
std::string_view preview_script();

}  // namespace causerie
