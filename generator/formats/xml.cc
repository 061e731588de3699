#include "formats/xml.h"

#include "formats/html.h"

namespace causerie {

void XmlWriter::start(std::string_view name, Attributes attributes) {
  text_.append(2 * static_cast<std::size_t>(depth_), ' ').append("<").append(name);
  for (const auto& [key, value] : attributes) {
    text_.append(" ").append(key).append("=\"").append(escape_html(value)).append("\"");
  }
}

XmlWriter& XmlWriter::open(std::string_view name, Attributes attributes) {
  start(name, attributes);
  text_ += ">\n";
  ++depth_;
  return *this;
}

XmlWriter& XmlWriter::close(std::string_view name) {
  --depth_;
  text_.append(2 * static_cast<std::size_t>(depth_), ' ').append("</").append(name).append(">\n");
  return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view text, Attributes attributes) {
  start(name, attributes);
  text_.append(">").append(escape_html(text)).append("</").append(name).append(">\n");
  return *this;
}

XmlWriter& XmlWriter::void_element(std::string_view name, Attributes attributes) {
  start(name, attributes);
  text_ += "/>\n";
  return *this;
}

}  // namespace causerie
