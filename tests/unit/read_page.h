// What a reader, or a browser, finds on a page.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace causerie {

// An element of a page that stands for a comment.
struct ShownComment {
  std::string id;           // without `comment-`
  std::string parent;       // the id of the comment in whose element it stands
  int level = 1;            // 1 stands in no other
  int elements_around = 0;  // between its element and that of its parent, its own counted
  bool is_tombstone = false;
  bool is_by_author = false;
  std::string name;
  std::string reply_to;  // "in reply to NAME"
  std::string tombstone;
};
std::vector<ShownComment> shown_comments(std::string_view page);  // document order
std::string conversation_view(std::string_view page);
std::string navigation_view(std::string_view page);

// What stands between two texts; empty if they are not there.
std::string between(std::string_view text, std::string_view begin, std::string_view end);

// The elements of a page, in document order, inside the one with that id, as a browser's parser makes them.
struct PageElement {
  std::string name;  // "unknown" if HTML has none such
  std::map<std::string, std::string> attributes;
  std::string shown() const;  // <name attribute="value">
};
std::vector<PageElement> elements_inside(std::string_view page, std::string_view id);

// The elements that a selector names, of those kinds alone that the contract of the markup is written in:
// `nav.series a[rel=next]`, `#comments`, `time[datetime]`, one inside another.
struct Selected {
  std::map<std::string, std::string> attributes;
  std::string text;  // inside it, blanks at its ends left out
  std::string operator[](const std::string& name) const {
    const auto found = attributes.find(name);
    return found == attributes.end() ? "" : found->second;
  }
};
std::vector<Selected> selected(std::string_view page, std::string_view selector);

}  // namespace causerie
