// All parts of client/ui on one page, a room for each group of them, at /gallery/NAME.
//
// What is shown is made up and forgotten with the page. Dates are those of a fixed today, so that
// pictures and tests of it stay the same.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "client/ui/ui.h"

namespace rr::gallery {

struct Rooms;

class Gallery {
 public:
  Gallery();
  ~Gallery();
  Gallery(const Gallery&) = delete;
  Gallery& operator=(const Gallery&) = delete;

  void frame(double now_ms);

 private:
  void take_address(std::string_view address);
  void go(std::size_t room);
  void choose_theme();
  void draw_navigation(const ui::Rect& rect);
  float draw_room(const ui::Rect& column);

  ui::Ui ui_;
  std::unique_ptr<Rooms> rooms_;
  std::size_t room_ = 0;
};

}  // namespace rr::gallery
