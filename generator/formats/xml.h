// Writes XML 1.0: feeds and sitemaps.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace causerie {

// Writes elements one after another, indented by two spaces per level. finish() returns the document and must be the
// last call.
class XmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  XmlWriter() : text_("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") {}

  XmlWriter& open(std::string_view name, Attributes attributes = {});
  XmlWriter& close(std::string_view name);
  XmlWriter& element(std::string_view name, std::string_view text, Attributes attributes = {});
  XmlWriter& void_element(std::string_view name, Attributes attributes = {});
  std::string finish() { return std::move(text_); }

 private:
  void start(std::string_view name, Attributes attributes);

  std::string text_;
  int depth_ = 0;
};

}  // namespace causerie
