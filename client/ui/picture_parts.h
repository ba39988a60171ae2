// What pictures are made of, in their own units: scaled and moved onto the canvas. Inside
// client/ui only.
#pragma once

#include <initializer_list>

#include "client/ui/paint.h"

namespace rr::ui {

struct Spot {
  float x = 0;
  float y = 0;
};

struct PictureColours {
  Colour sky_top, sky_bottom, ground, wall, roof, chimney, light;  // light: sun or moon
  Colour butter, sky, peach, mint, blush;                          // rooms
  Colour white, grey, dark_grey, wood, pole;                       // furniture
  Colour leaf, dark_leaf, lamp_glow, skin, ink;
};
[[nodiscard]] const PictureColours& picture_colours(ThemeName theme);

class PictureBrush {
 public:
  PictureBrush(Ui& ui, Spot origin, float scale);

  [[nodiscard]] const PictureColours& colours() const { return colours_; }
  [[nodiscard]] Colour person(std::int64_t hue) const;
  [[nodiscard]] bool is_night() const;

  void box(float x, float y, float right, float bottom, Colour colour, float radius = 0);
  void disc(float x, float y, float radius, Colour colour);
  void stroke(Spot from, Spot to, float thickness, Colour colour);
  void shape(std::initializer_list<Spot> corners, Colour colour);
  // A circle's line from angle to angle (radians, clockwise from the right).
  void arc(float x, float y, float radius, float from, float to, float thickness, Colour colour);
  // A peg doll that stands with the middle of its foot at x, y.
  void doll(float x, float y, float size, std::int64_t hue);
  // A pot with leaves, standing at x, y.
  void plant(float x, float y, float size);

 private:
  [[nodiscard]] Spot at(float x, float y) const;

  Ui& ui_;
  Spot origin_;
  float scale_;
  const PictureColours& colours_;
};

}  // namespace rr::ui
