#include "client/gallery/rooms.h"
#include "client/ui/decor.h"

namespace rr::gallery {
namespace {

float draw_badges(Ui& ui, const Rect& column, float y) {
  constexpr std::array<ui::BadgeSpec, 6> kBadges{
      {{"random", "Random"},
       {"scheduled", "scheduled", ui::BadgeKind::info},
       {"progress", "in progress", ui::BadgeKind::warning},
       {"completed", "completed", ui::BadgeKind::success, "check"},
       {"urgent", "urgent", ui::BadgeKind::danger, "circle-alert"},
       {"you", "You", ui::BadgeKind::accent}}};
  float x = column.x;
  for (const ui::BadgeSpec& badge : kBadges) {
    const float width = ui::badge_width(ui, badge);
    if (x > column.x && x + width > column.x + column.width) {
      x = column.x;
      y += 36;
    }
    ui::badge(ui, x, y, badge);
    x += width + 8;
  }
  return y + ui::kBadgeHeight;
}

float draw_people(Ui& ui, const Rect& column, float y) {
  constexpr std::array<std::string_view, 8> kNames{"Ana", "Ben", "Chi", "Dev",
                                                   "Eli", "Fay", "Gus", "Hana"};
  std::vector<ui::Share> shares;
  float x = column.x;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto hue = static_cast<std::int64_t>(i) + 1;
    shares.push_back({kNames[i], hue, 10 - hue});
    if (x + 32 > column.x + column.width) break;
    ui::avatar(ui, x, y, 32, kNames[i], hue);
    x += 40;
  }
  y += 48;
  ui::avatar_stack(ui, column.x, y, 32, std::span(shares).first(4), ui::Token::bg);
  y += 48;
  ui::roster_bar(ui, {column.x, y, std::min(column.width, 320.0F), 8}, shares);
  return y + 8;
}

}  // namespace

float draw_marks(Ui& ui, MarksRoom&, const Rect& column) {
  float y = section_title(ui, "Badges", column, column.y);
  y = draw_badges(ui, column, y) + 32;
  y = section_title(ui, "People", column, y);
  y = draw_people(ui, column, y) + 32;
  y = section_title(ui, "Progress and ring", column, y);
  ui::progress_bar(ui, {column.x, y, std::min(column.width, 320.0F), 8},
                   {"cycle", "Current Cycle", 40, 100, ui::Token::warning});
  y += 28;
  ui::score_ring(ui, {column.x, y, 76, 76}, {"score", "Fairness", "96", 960});
  return y + 76 - column.y;
}

}  // namespace rr::gallery
