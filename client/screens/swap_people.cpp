#include "client/screens/swap_people.h"

#include <algorithm>

#include "client/ui/choices.h"
#include "client/ui/dialog.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kRow = 48;
constexpr float kGap = 4;

// Who cannot have it, and why.
float draw_others(Ui& ui, const Rect& column, std::span<const Candidate> candidates) {
  float y = column.y;
  for (const Candidate& each : candidates) {
    if (each.obstacle.empty()) continue;
    const float x = each.hue == 0 ? 16.0F : 60.0F;
    const auto lines = ui::wrap_text(ui, each.obstacle, ui::type::caption, column.width - x);
    const float words = static_cast<float>(lines.size()) * ui::type::caption.line_height;
    const float height = std::max(40.0F, words + 12);
    if (each.hue != 0) {
      ui::avatar(ui, column.x + 18, y + height / 2 - 14, 28, each.name, each.hue);
    }
    ui::paragraph(ui, each.id.to_string() + "-obstacle", column.x + x, y + (height - words) / 2,
                  column.width - x, each.obstacle, ui::type::caption);
    y += height;
  }
  return y - column.y;
}

}  // namespace

float draw_candidates(Ui& ui, const Rect& column, const CandidatesSpec& spec, Id& chosen) {
  ui::text_line(ui, {column.x, column.y, column.width, 18}, spec.name, ui::type::caption_strong,
                ui.colour(Token::text_2));
  float y = column.y + ui::kFieldLabelHeight;
  const std::string group(spec.name);
  ui::open_radio_group(ui, group, {column.x, y, column.width, 0}, spec.name);
  for (const Candidate& each : spec.candidates) {
    if (!each.obstacle.empty()) continue;
    const std::string key = each.id.to_string();
    ui::RadioSpec radio{key, group, each.name, each.id == chosen, each.note, each.hue};
    if (ui::radio_row(ui, {column.x, y, column.width, kRow}, radio)) chosen = each.id;
    y += kRow + kGap;
  }
  ui.close();
  const float others = draw_others(ui, {column.x, y, column.width, 0}, spec.candidates);
  y += others;
  const float error =
      ui::error_message(ui, group + "-error", column.x, y + 4, column.width, spec.error);
  if (error > 0) y += error + 8;
  return y - column.y;
}

Id choice_among(std::span<const Candidate> candidates, const Id& chosen) {
  Id first;
  bool has_first = false;
  for (const Candidate& each : candidates) {
    if (!each.obstacle.empty()) continue;
    if (each.id == chosen) return chosen;
    if (!has_first) first = each.id;
    has_first = true;
  }
  return first;
}

}  // namespace rr::screens
