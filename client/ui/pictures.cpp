#include "client/ui/pictures.h"

#include "client/ui/picture_parts.h"

namespace rr::ui {
namespace {

constexpr float kFloor = 150;

void draw_floor(PictureBrush& brush) {
  brush.box(22, kFloor, 238, kFloor + 4, brush.colours().dark_grey, 2);
}

void draw_broom(PictureBrush& brush, float x) {
  brush.stroke({x + 10, 51}, {x + 2.5F, 133}, 5, brush.colours().pole);
  brush.shape({{x - 11.5F, 130}, {x + 14.5F, 133.5F}, {x + 17.5F, kFloor}, {x - 20, kFloor}},
              brush.person(3));
}

void draw_shelf(PictureBrush& brush) {
  brush.box(158, 75.5F, 228, 82, brush.colours().wood, 3);
  brush.box(168, 52, 182, 75.5F, brush.person(2), 4);
  brush.box(186.5F, 57.5F, 198.5F, 75.5F, brush.person(8), 4);
  brush.box(202.5F, 49.5F, 216, 75.5F, brush.person(5), 4);
}

void draw_sweeping(PictureBrush& brush) {
  brush.disc(62, 52, 20, brush.colours().white);
  brush.disc(62, 52, 15, brush.colours().grey);
  draw_shelf(brush);
  brush.doll(104, kFloor, 1.25F, 1);
  draw_broom(brush, 132);
  brush.disc(196, 145, 5, brush.colours().white);
  brush.disc(186, 148, 3, brush.colours().white);
  brush.disc(207.5F, 147.5F, 3, brush.colours().white);
  draw_floor(brush);
}

void draw_people(PictureBrush& brush) {
  brush.box(40, 34, 88, 74, brush.colours().white, 5);
  brush.box(45, 39, 83, 69, brush.colours().sky, 3);
  brush.shape({{45, 69}, {60, 52}, {75, 69}}, brush.colours().leaf);
  draw_shelf(brush);
  brush.doll(82, kFloor, 1.25F, 2);
  brush.doll(130, kFloor, 1.4F, 3);
  brush.doll(178, kFloor, 1.25F, 5);
  brush.plant(222, kFloor, 1);
  draw_floor(brush);
}

void draw_clipboard(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.box(146, 34, 214, 122, colours.wood, 8);
  brush.box(152, 44, 208, 116, colours.white, 4);
  brush.box(168, 28, 192, 42, colours.dark_grey, 5);
  for (int row = 0; row < 3; ++row) {
    const float y = 60 + 20 * static_cast<float>(row);
    brush.box(160, y - 5, 170, y + 5, row == 0 ? brush.person(2) : colours.grey, 3);
    brush.box(176, y - 2.5F, row == 1 ? 194 : 200, y + 2.5F, colours.grey, 2.5F);
  }
  brush.doll(92, kFloor, 1.25F, 5);
  brush.plant(46, kFloor, 1.1F);
  draw_floor(brush);
}

void draw_offline(PictureBrush& brush, const PictureColours& colours) {
  brush.disc(206, 42, 16, colours.light);
  brush.shape({{62, 84}, {130, 36}, {198, 84}}, colours.roof);
  brush.box(74, 82, 186, kFloor, colours.wall, 4);
  brush.box(86, 94, 122, 128, colours.sky, 4);
  brush.box(138, 94, 174, kFloor, colours.peach, 4);
  brush.doll(156, kFloor, 0.8F, 1);
  brush.stroke({60, 62}, {96, 26}, 6, brush.person(7));
  draw_floor(brush);
}

Colour ground_of(const PictureColours& colours, Picture picture) {
  switch (picture) {
    case Picture::broom: return colours.sky;
    case Picture::people: return colours.butter;
    case Picture::clipboard: return colours.mint;
    case Picture::offline: return colours.blush;
  }
  return colours.sky;
}

}  // namespace

bool draw_picture(Ui& ui, const Rect& rect, Picture picture) {
  if (ui.theme() == ThemeName::contrast_light || ui.theme() == ThemeName::contrast_dark) {
    return false;
  }
  PictureBrush brush(ui, {rect.x, rect.y}, rect.width / 260);
  fill(ui, rect, ground_of(brush.colours(), picture), 24);
  switch (picture) {
    case Picture::broom: draw_sweeping(brush); break;
    case Picture::people: draw_people(brush); break;
    case Picture::clipboard: draw_clipboard(brush); break;
    case Picture::offline: draw_offline(brush, brush.colours()); break;
  }
  return true;
}

void draw_mark(Ui& ui, float x, float y, float size) {
  fill(ui, {x, y, size, size}, ui.colour(Token::accent), size * 0.25F);
  PictureBrush brush(ui, {x, y}, size / 48);
  const Colour house = ui.colour(Token::on_accent);
  brush.shape({{24, 10.5F}, {38, 22.5F}, {38, 36}, {10, 36}, {10, 22.5F}}, house);
  brush.stroke({24, 11}, {10.5F, 22.5F}, 2.5F, house);
  brush.stroke({24, 11}, {37.5F, 22.5F}, 2.5F, house);
  brush.box(9, 32, 39, 38, house, 2.5F);
  const Colour bar = ui.colour(Token::accent);
  brush.box(15, 21, 32, 24, bar, 1.5F);
  brush.box(15, 26.5F, 28, 29.5F, bar, 1.5F);
  brush.box(15, 32, 30, 35, bar, 1.5F);
}

}  // namespace rr::ui
