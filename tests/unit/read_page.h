// Reads the content of pages, as a reader or a browser sees it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

// A comment's element on a page.
struct ShownComment {
  std::string id;           // without `comment-`
  std::string parent;       // the id of the comment that contains its element
  int level = 1;            // 1: not inside another comment
  int elements_around = 0;  // between its element and that of its parent, including its own
  bool is_tombstone = false;
  bool is_by_author = false;
  std::string name;
  std::string reply_to;  // "in reply to NAME"
  std::string tombstone;
};
std::vector<ShownComment> shown_comments(std::string_view page);  // document order
std::string conversation_view(std::string_view page);
std::string navigation_view(std::string_view page);

// The text between two texts; empty if they are not there.
std::string between(std::string_view text, std::string_view begin, std::string_view end);

// The elements inside the one with that id, in document order, as a browser parses the page.
struct PageElement {
  std::string name;  // "unknown" if it is not an HTML element
  std::map<std::string, std::string> attributes;
  std::string shown() const;  // <name attribute="value">
};
std::vector<PageElement> elements_inside(std::string_view page, std::string_view id);

// The elements that match a selector. Only the kinds used in the documentation of the markup are supported:
// `nav.series a[rel=next]`, `#comments`, `time[datetime]`, and descendants.
struct Selected {
  std::map<std::string, std::string> attributes;
  std::string text;  // its text, trimmed
  std::string operator[](const std::string& name) const {
    const auto found = attributes.find(name);
    return found == attributes.end() ? "" : found->second;
  }
};
std::vector<Selected> selected(std::string_view page, std::string_view selector);

}  // namespace causerie
