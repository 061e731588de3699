// Follows raw HTML through a text, to recognise what is inside a link or code of it.
#pragma once

#include "formats/markdown/events.h"

namespace causerie {

class RawElements {
 public:
  // Takes each event of a text in order.
  void take(const Event& event);
  // True inside an element whose text is not the writer's prose: <code>, <kbd>, <pre>, <samp>, <script>, <style>,
  // <textarea>, <tt> or <var>.
  bool is_inside_code() const { return open_ >= 2; }
  // True inside such an element, <a> or <button>.
  bool is_inside() const { return open_ >= 0; }

 private:
  int open_ = -1;  // index into the table of these elements
};

}  // namespace causerie
