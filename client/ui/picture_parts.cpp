#include "client/ui/picture_parts.h"

#include <imgui.h>

#include <vector>

namespace rr::ui {
namespace {

constexpr float kPi = 3.14159265F;

// 0xAABBGGRR, as everywhere.
constexpr PictureColours kDay{
    0xFFE4EFF9, 0xFFDEEDE6, 0xFFD5E2DD, 0xFFFFFFFF, 0xFF1B44C8, 0xFF1236A9, 0xFF67C6F6, 0xFFD6F0FB,
    0xFFFAECE5, 0xFFDFE8FB, 0xFFE7F1E1, 0xFFECE9F6, 0xFFFFFFFF, 0xFFD2DDD9, 0xFFBBC9C3, 0xFF5A8AB9,
    0xFF223F5B, 0xFF608A2F, 0xFF537F1F, 0x8CB0E9FF, 0xFF98C8EB, 0xFF223F5B};
constexpr PictureColours kNight{
    0xFF33221B, 0xFF121513, 0xFF222823, 0xFF282F2A, 0xFF1F44B8, 0xFF13318F, 0xFFC4E7F3, 0xFF1B3A4A,
    0xFF5A3426, 0xFF1E2C4F, 0xFF30421F, 0xFF2E2647, 0xFFD6E1DD, 0xFF46514A, 0xFF86958D, 0xFF3F6994,
    0xFF669AC7, 0xFF6CA035, 0xFF4E7425, 0x298AD9FF, 0xFF8CBEE3, 0xFF18314A};

}  // namespace

const PictureColours& picture_colours(ThemeName theme) {
  return theme == ThemeName::dark || theme == ThemeName::contrast_dark ? kNight : kDay;
}

PictureBrush::PictureBrush(Ui& ui, Spot origin, float scale)
    : ui_(ui), origin_(origin), scale_(scale), colours_(picture_colours(ui.theme())) {}

Colour PictureBrush::person(std::int64_t hue) const {
  return person_colours(ui_.theme(), hue).fill;
}

bool PictureBrush::is_night() const { return &colours_ == &kNight; }

Spot PictureBrush::at(float x, float y) const {
  return {origin_.x + x * scale_, origin_.y + y * scale_};
}

void PictureBrush::box(float x, float y, float right, float bottom, Colour colour, float radius) {
  const Spot least = at(x, y);
  fill(ui_, {least.x, least.y, (right - x) * scale_, (bottom - y) * scale_}, colour,
       radius * scale_);
}

void PictureBrush::disc(float x, float y, float radius, Colour colour) {
  const Spot middle = at(x, y);
  circle(ui_, middle.x, middle.y, radius * scale_, colour);
}

void PictureBrush::stroke(Spot from, Spot to, float thickness, Colour colour) {
  const Spot a = at(from.x, from.y);
  const Spot b = at(to.x, to.y);
  const float width = thickness * scale_;
  ui_.draw_list()->AddLine({a.x, a.y}, {b.x, b.y}, colour, width);
  circle(ui_, a.x, a.y, width / 2, colour);
  circle(ui_, b.x, b.y, width / 2, colour);
}

void PictureBrush::shape(std::initializer_list<Spot> corners, Colour colour) {
  std::vector<ImVec2> points;
  for (const Spot& corner : corners) {
    const Spot place = at(corner.x, corner.y);
    points.emplace_back(place.x, place.y);
  }
  ui_.draw_list()->AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), colour);
}

void PictureBrush::arc(float x, float y, float radius, float from, float to, float thickness,
                       Colour colour) {
  const Spot middle = at(x, y);
  ui_.draw_list()->PathArcTo({middle.x, middle.y}, radius * scale_, from, to, 24);
  ui_.draw_list()->PathStroke(colour, 0, thickness * scale_);
}

void PictureBrush::doll(float x, float y, float size, std::int64_t hue) {
  const Colour body = person(hue);
  const Spot shoulder = at(x, y - 26 * size);
  ImDrawList* list = ui_.draw_list();
  list->PathArcTo({shoulder.x, shoulder.y}, 15 * size * scale_, kPi, 2 * kPi, 24);
  const Spot right = at(x + 15 * size, y);
  const Spot left = at(x - 15 * size, y);
  list->PathLineTo({right.x, right.y});
  list->PathLineTo({left.x, left.y});
  list->PathFillConvex(body);
  const Colour belt = hue == 3 || hue == 8 || hue == 6 ? 0x40000000 : 0x40FFFFFF;
  box(x - 15 * size, y - 9 * size, x + 15 * size, y - 5.5F * size, belt);
  const float head = y - 50.5F * size;
  disc(x, head, 12.5F * size, colours_.skin);
  disc(x - 4.3F * size, head, 1.7F * size, colours_.ink);
  disc(x + 4.3F * size, head, 1.7F * size, colours_.ink);
  arc(x, head + 2.6F * size, 4.3F * size, 0.35F, kPi - 0.35F, 1.6F * size, colours_.ink);
}

void PictureBrush::plant(float x, float y, float size) {
  const Colour stem = colours_.leaf;
  stroke({x, y - 16 * size}, {x, y - 30 * size}, 3 * size, stem);
  stroke({x, y - 18 * size}, {x - 10 * size, y - 30 * size}, 3 * size, stem);
  stroke({x, y - 18 * size}, {x + 10 * size, y - 30 * size}, 3 * size, stem);
  disc(x - 11 * size, y - 34 * size, 7.5F * size, colours_.dark_leaf);
  disc(x + 11 * size, y - 33 * size, 7.5F * size, colours_.leaf);
  disc(x, y - 39 * size, 9.5F * size, colours_.leaf);
  shape({{x - 11 * size, y - 19 * size},
         {x + 11 * size, y - 19 * size},
         {x + 8.5F * size, y},
         {x - 8.5F * size, y}},
        ui_.colour(Token::accent));
}

}  // namespace rr::ui
