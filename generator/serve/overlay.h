// What the preview adds to pages: the script that keeps them up to date, and an overlay with the errors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace causerie {

// One diagnostic as a terminal shows it, split after its source location.
struct ShownFault {
  std::string location;  // "content/essays/a.md:4:1"; may be empty
  std::string href;      // opens the location in an editor; may be empty
  std::string text;      // ": error: unknown key 'sumary'\n  4 | …"
};

// The terminal output as HTML, with each location as a link.
std::string overlay_html(const std::vector<ShownFault>& faults, std::string_view closing);

// `template_text` with {file} (an absolute path, percent-escaped), {line} and {column} filled in:
// "vscode://file{file}:{line}:{column}".
std::string editor_address(std::string_view template_text, std::string_view file, int line, int column);

// The page with the faults, if any, and the script inserted before its `</body>`. `hash` is that of the page without
// them, and is passed to the script.
std::string with_preview(std::string page, std::string_view hash, std::string_view faults);

// The page to show while there is no good site yet.
std::string page_of_faults(std::string_view faults);

inline constexpr std::string_view script_path = "/-/preview.js";
inline constexpr std::string_view events_path = "/-/events";
std::string_view preview_script();

}  // namespace causerie
