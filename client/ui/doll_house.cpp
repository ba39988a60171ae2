#include "client/ui/doll_house.h"

#include <imgui.h>

#include <algorithm>

#include "client/ui/picture_parts.h"

namespace rr::ui {
namespace {

// The picture's own units: the house stands on y = 777 with its middle at x = 424.
constexpr float kMiddle = 424;
constexpr float kGround = 777;
constexpr float kWidth = 850;
constexpr float kHeight = 620;
constexpr float kDoll = 1.2F;
constexpr float kPi = 3.14159265F;

Colour glass_of(const PictureBrush& brush) { return brush.is_night() ? 0xFF8A4E40 : 0xFFF6E0CF; }

void draw_trees(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.disc(72, 690, 48, colours.dark_leaf);
  brush.disc(107, 661, 40, colours.leaf);
  brush.box(82, 690, 93, kGround - 4, colours.wood, 5);
  brush.disc(779, 699, 43, colours.leaf);
  brush.box(774, 714, 785, kGround - 4, colours.wood, 5);
}

void draw_roof(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.box(579, 235, 627, 330, colours.chimney, 7);
  brush.shape({{424, 191}, {79, 402}, {769, 402}}, colours.roof);
  brush.stroke({424, 191}, {79, 402}, 20, colours.roof);
  brush.stroke({424, 191}, {769, 402}, 20, colours.roof);
  brush.stroke({79, 402}, {769, 402}, 20, colours.roof);
  brush.shape({{424, 239}, {183, 390}, {665, 390}}, colours.butter);
  brush.stroke({424, 239}, {182, 391}, 11, colours.butter);
  brush.stroke({424, 239}, {666, 391}, 11, colours.butter);
  brush.stroke({182, 391}, {666, 391}, 11, colours.butter);
}

void draw_attic(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.disc(kMiddle, 307, 27, colours.white);
  brush.disc(kMiddle, 307, 22, brush.is_night() ? 0xFF8AD9FF : colours.sky);
  brush.box(kMiddle - 2, 284, kMiddle + 2, 330, colours.white);
  brush.box(kMiddle - 23, 305, kMiddle + 23, 309, colours.white);
  brush.box(285, 326, 318, 358, colours.skin, 5);
  brush.box(275, 355, 321, 396, colours.wood, 5);
  brush.box(293, 360, 303, 377, colours.skin, 3);
  brush.stroke({357, 362}, {357, 396}, 3.5F, colours.pole);
  brush.shape({{348.5F, 343}, {365.5F, 343}, {371.5F, 362}, {342.5F, 362}}, brush.person(3));
  brush.doll(494, 396, 1.16F, 4);
  brush.box(477, 360, 511, 381, colours.white, 4);
  brush.box(493, 360, 495, 381, colours.dark_grey);
  brush.plant(562, 396, 1.1F);
}

void draw_bathroom(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.box(133, 408, 340, 584, colours.sky, 10);
  brush.disc(185, 454, 22, colours.white);
  brush.disc(185, 454, 17, colours.grey);
  brush.disc(171, 519, 9, colours.white);
  brush.disc(188, 514, 11, colours.white);
  brush.disc(207, 519, 9, colours.white);
  brush.disc(195, 505, 6, colours.white);
  brush.box(164, 568, 174, 584, colours.dark_grey, 4);
  brush.box(236, 568, 246, 584, colours.dark_grey, 4);
  brush.box(152, 532, 258, 574, colours.white, 17);
  brush.box(152, 532, 258, 550, colours.white);
  brush.box(147, 529, 263, 539, colours.white, 5);
  brush.doll(299, 584, kDoll, 1);
  brush.stroke({326, 509}, {320.5F, 573}, 4, colours.pole);
  brush.shape({{314, 572}, {331, 572}, {334, 584}, {306, 584}}, brush.person(3));
}

void draw_bedroom(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.box(350, 408, 519, 584, colours.mint, 10);
  brush.box(408, 427, 470, 473, colours.white, 5);
  brush.box(413, 432, 465, 468, glass_of(brush));
  brush.shape({{413, 468}, {431, 444}, {449, 468}}, colours.leaf);
  brush.shape({{438, 468}, {455, 452}, {465, 463}, {465, 468}}, colours.leaf);
  brush.box(370, 541, 500, 564, brush.person(5), 4);
  brush.box(368, 562, 506, 572, colours.wood);
  brush.box(362, 507, 370, 581, colours.wood, 4);
  brush.box(499, 539, 506, 581, colours.wood, 3.5F);
  brush.box(370, 524, 403, 546, colours.white, 6);
}

void draw_study(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.box(528, 408, 716, 584, colours.peach, 10);
  brush.box(656, 413, 664, 435, brush.person(1), 1);
  brush.box(667, 418, 675, 435, brush.person(2), 1);
  brush.box(678, 411, 686, 435, brush.person(5), 1);
  brush.box(689, 416, 696, 435, brush.person(4), 1);
  brush.box(651, 434, 700, 440, colours.wood, 3);
  brush.disc(569, 451, 23, colours.white);
  brush.arc(569, 451, 14, -kPi / 2, kPi * 0.97F, 6, colours.roof);
  brush.box(569, 500, 612, 528, colours.dark_grey, 4);
  brush.box(573, 504, 608, 525, brush.is_night() ? 0xFF8AD9FF : colours.white, 2);
  brush.box(564, 526, 617, 531, colours.dark_grey, 2);
  brush.box(545, 535, 552, 584, colours.wood);
  brush.box(629, 535, 636, 584, colours.wood);
  brush.box(538, 531, 644, 539, colours.wood, 3);
  brush.doll(678, 584, kDoll, 3);
}

void draw_machine(PictureBrush& brush, float x, Colour water) {
  const PictureColours& colours = brush.colours();
  brush.box(x, 688, x + 68, 767, colours.white, 8);
  brush.box(x + 9, 697, x + 31, 705, colours.dark_grey, 4);
  brush.disc(x + 55, 701, 4.5F, colours.roof);
  brush.disc(x + 34, 736, 23, colours.dark_grey);
  brush.disc(x + 34, 736, 17, water);
  brush.shape({{x + 18, 739},
               {x + 26, 736},
               {x + 34, 741},
               {x + 42, 742},
               {x + 50, 738},
               {x + 46, 748},
               {x + 34, 753},
               {x + 22, 748}},
              with_alpha(colours.white, 0.55F));
}

void draw_laundry(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.box(133, 594, 369, 767, colours.blush, 10);
  brush.box(162, 615, 177, 640, brush.person(5), 4);
  brush.box(182, 621, 197, 640, brush.person(8), 4);
  brush.box(201, 613, 217, 640, colours.roof, 4);
  brush.box(224, 622, 246, 640, colours.skin, 4);
  brush.box(152, 639, 256, 645, colours.wood, 3);
  draw_machine(brush, 147, brush.person(4));
  draw_machine(brush, 222, colours.grey);
  brush.doll(331, 767, kDoll, 2);
  brush.shape({{296, 736}, {319, 736}, {316, 767}, {301, 767}}, colours.skin);
}

void draw_kitchen(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  brush.box(379, 594, 716, 767, colours.butter, 10);
  brush.box(393, 637, 458, 767, colours.white, 8);
  brush.box(393, 684, 458, 686.5F, colours.dark_grey);
  brush.box(446, 654, 450, 671, colours.dark_grey, 2);
  brush.box(446, 695, 450, 717, colours.dark_grey, 2);
  brush.box(405, 695, 432, 728, colours.butter, 3);
  brush.box(410, 703, 427, 705.5F, colours.roof);
  brush.box(410, 711, 422, 713.5F, colours.dark_grey);
  brush.box(410, 718, 422, 720.5F, colours.dark_grey);
  brush.shape({{560, 640}, {578, 640}, {608, 750}, {530, 750}}, colours.lamp_glow);
  brush.stroke({569, 594}, {569, 622}, 3, colours.pole);
  brush.shape({{560.5F, 620}, {577.5F, 620}, {586, 642}, {552, 642}}, colours.roof);
  brush.box(634, 611, 697, 668, colours.white, 5);
  brush.box(640, 618, 663, 662, glass_of(brush));
  brush.box(668, 618, 691, 662, glass_of(brush));
  brush.doll(492, 767, kDoll, 6);
  brush.doll(651, 767, kDoll, 8);
  brush.box(528, 704, 545, 719, colours.white, 4);
  brush.box(555, 698, 586, 720, brush.person(5), 6);
  brush.box(550, 695, 591, 701, brush.person(5), 3);
  brush.box(525, 722, 533, 767, colours.wood);
  brush.box(605, 722, 613, 767, colours.wood);
  brush.box(516, 718, 622, 727, colours.wood, 4);
  brush.plant(692, 767, 1);
}

void draw_sky(Ui& ui, const Rect& rect, const PictureColours& colours) {
  ui.draw_list()->AddRectFilledMultiColor({rect.x, rect.y}, {rect.right(), rect.bottom()},
                                          colours.sky_top, colours.sky_top, colours.sky_bottom,
                                          colours.sky_bottom);
}

void draw_lights(PictureBrush& brush) {
  const PictureColours& colours = brush.colours();
  if (!brush.is_night()) {
    brush.disc(721, 208, 36, colours.light);
    return;
  }
  brush.disc(718, 208, 30, colours.light);
  brush.disc(731, 200, 27, 0xFF2D1F19);  // the sky, at the moon's height
  constexpr Spot kStars[] = {{116, 206}, {80, 314}, {212, 266}, {322, 177}, {612, 182},
                             {770, 338}, {30, 170}, {520, 150}, {250, 120}, {690, 110}};
  for (const Spot& star : kStars) brush.disc(star.x, star.y, 2.5F, colours.light);
}

}  // namespace

bool draw_doll_house(Ui& ui, const Rect& rect) {
  if (ui.theme() == ThemeName::contrast_light || ui.theme() == ThemeName::contrast_dark) {
    return false;
  }
  const float ground = rect.bottom() - rect.height * 0.09F;
  const float scale = std::min({rect.width / kWidth, (ground - rect.y - 24) / kHeight, 1.25F});
  PictureBrush brush(ui, {rect.x + rect.width / 2 - kMiddle * scale, ground - kGround * scale},
                     scale);
  ui.draw_list()->PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
  draw_sky(ui, rect, brush.colours());
  draw_lights(brush);
  draw_trees(brush);
  fill(ui, {rect.x, ground - 4 * scale, rect.width, rect.bottom() - ground + 4 * scale},
       brush.colours().ground);
  draw_roof(brush);
  brush.box(118, 396, 730, kGround, brush.colours().wall, 12);
  draw_attic(brush);
  draw_bathroom(brush);
  draw_bedroom(brush);
  draw_study(brush);
  draw_laundry(brush);
  draw_kitchen(brush);
  ui.draw_list()->PopClipRect();
  return true;
}

}  // namespace rr::ui
