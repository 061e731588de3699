// Follows raw HTML through a text, to recognise what is inside a link or code of it.
#pragma once

#include "formats/markdown/events.h"

namespace causerie {

class RawElements {
 public:
  // Takes each event of a text in order.
  void take(const Event& event);
  // True inside <a>, <button>, <code>, <pre>, <script>, <style> or <textarea>.
  bool is_inside() const { return open_ >= 0; }

 private:
  int open_ = -1;  // index into the table of these elements
};

}  // namespace causerie
