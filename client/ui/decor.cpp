#include "client/ui/decor.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace rr::ui {
namespace {

struct BadgeLook {
  Token ground;
  Token words;
};

BadgeLook look_of(BadgeKind kind) {
  switch (kind) {
    case BadgeKind::neutral: return {Token::hover, Token::text_2};
    case BadgeKind::info: return {Token::info_soft, Token::info_text};
    case BadgeKind::warning: return {Token::warning_soft, Token::warning_text};
    case BadgeKind::success: return {Token::success_soft, Token::success_text};
    case BadgeKind::danger: return {Token::danger_soft, Token::danger_text};
    case BadgeKind::accent: return {Token::accent_soft, Token::on_accent_soft};
  }
  return {Token::hover, Token::text_2};
}

// Paints all but the words, and answers where they stand.
Rect badge_ground(Ui& ui, float x, float y, const BadgeSpec& spec) {
  const BadgeLook look = look_of(spec.kind);
  const Rect rect{x, y, badge_width(ui, spec), kBadgeHeight};
  fill(ui, rect, ui.colour(look.ground), 8);
  if (is_contrast(ui)) edge(ui, rect, ui.colour(look.words), 8, 2);
  float words_x = x + 8;
  if (!spec.icon.empty()) {
    icon(ui, spec.icon, words_x, y + 4, 16, ui.colour(look.words));
    words_x += 20;
  }
  return {words_x, y, rect.right() - words_x, kBadgeHeight};
}

}  // namespace

float badge_width(Ui& ui, const BadgeSpec& spec) {
  return std::ceil(text_width(ui, spec.text, type::caption_strong) + 16 +
                   (spec.icon.empty() ? 0.0F : 20.0F));
}

float badge(Ui& ui, float x, float y, const BadgeSpec& spec) {
  const Rect words = badge_ground(ui, x, y, spec);
  label(ui, spec.key, words, spec.text, type::caption_strong, look_of(spec.kind).words);
  return words.right() - x;
}

void paint_badge(Ui& ui, float x, float y, const BadgeSpec& spec) {
  text_line(ui, badge_ground(ui, x, y, spec), spec.text, type::caption_strong,
            ui.colour(look_of(spec.kind).words));
}

void icon_mark(Ui& ui, const Rect& rect, const IconMarkSpec& spec) {
  Node& node = ui.leaf(Tag::image, ui.key(spec.key), rect);
  node.attributes.emplace_back(Attribute::label, spec.name);
  icon(ui, spec.icon, rect.x, rect.y, rect.width, ui.colour(spec.token));
}

float key_cap(Ui& ui, std::string_view words, float right, float y) {
  const float width = std::max(26.0F, text_width(ui, words, type::caption_strong) + 16);
  const Rect place{right - width, y, width, 26};
  fill(ui, place, ui.colour(Token::sunken), 8);
  text_line(ui, place, words, type::caption_strong, ui.colour(Token::text_2), Align::centre);
  return width;
}

void progress_bar(Ui& ui, const Rect& rect, const ProgressSpec& spec) {
  Node& node = ui.leaf(Tag::progress, ui.key(spec.key), rect);
  node.attributes.emplace_back(Attribute::label, spec.name);
  node.attributes.emplace_back(Attribute::value_now, std::to_string(spec.value));
  node.attributes.emplace_back(Attribute::value_min, "0");
  node.attributes.emplace_back(Attribute::value_max, std::to_string(spec.maximum));
  const float share =
      spec.maximum <= 0 ? 0.0F : static_cast<float>(spec.value) / static_cast<float>(spec.maximum);
  const float radius = rect.height / 2;
  fill(ui, rect, ui.colour(Token::sunken), radius);
  if (is_contrast(ui)) edge(ui, rect, ui.colour(Token::border), radius, 1);
  const float width = ui.animate(ui.key(spec.key), std::clamp(share, 0.0F, 1.0F), 400) * rect.width;
  if (width <= 0) return;
  fill(ui, {rect.x, rect.y, std::max(width, rect.height), rect.height}, ui.colour(spec.token),
       radius);
}

void score_ring(Ui& ui, const Rect& rect, const ScoreRingSpec& spec) {
  Node& node = ui.leaf(Tag::image, ui.key(spec.key), rect);
  node.attributes.emplace_back(Attribute::label,
                               std::string(spec.name) + ": " + std::string(spec.text));
  constexpr float kThickness = 8;
  constexpr float kTop = -1.5707963F;
  constexpr float kTurn = 6.2831853F;
  const float radius = (rect.width - kThickness) / 2;
  const ImVec2 centre{rect.x + rect.width / 2, rect.y + rect.height / 2};
  ring(ui, centre.x, centre.y, rect.width / 2, ui.colour(Token::sunken), kThickness);
  if (spec.tenths > 0) {
    const float end = kTop + kTurn * static_cast<float>(spec.tenths) / 1000;
    ui.draw_list()->PathArcTo(centre, radius, kTop, end, 64);
    ui.draw_list()->PathStroke(ui.colour(Token::success), 0, kThickness);
    circle(ui, centre.x, centre.y - radius, kThickness / 2, ui.colour(Token::success));
    circle(ui, centre.x + radius * std::cos(end), centre.y + radius * std::sin(end), kThickness / 2,
           ui.colour(Token::success));
  }
  text_line(ui, rect, spec.text, type::heading, ui.colour(Token::text), Align::centre);
}

void roster_bar(Ui& ui, const Rect& rect, std::span<const Share> shares) {
  std::int64_t total = 0;
  std::size_t count = 0;
  for (const Share& share : shares) {
    total += std::max<std::int64_t>(share.amount, 0);
    if (share.amount > 0) ++count;
  }
  const float radius = rect.height / 2;
  if (total == 0) {
    fill(ui, rect, ui.colour(Token::sunken), radius);
    return;
  }
  constexpr float kGap = 3;
  const float room = rect.width - kGap * static_cast<float>(count - 1);
  float x = rect.x;
  for (const Share& share : shares) {
    if (share.amount <= 0) continue;
    const float width = room * static_cast<float>(share.amount) / static_cast<float>(total);
    fill(ui, {x, rect.y, width, rect.height}, person_colours(ui.theme(), share.hue).fill, radius);
    x += width + kGap;
  }
}

float avatar_stack(Ui& ui, float x, float y, float size, std::span<const Share> people,
                   Token ground) {
  float place = x;
  for (const Share& person : people) {
    circle(ui, place + size / 2, y + size / 2, size / 2 + 2, ui.colour(ground));
    avatar(ui, place, y, size, person.name, person.hue);
    place += size - 6;
  }
  return people.empty() ? 0 : place + 6 - x;
}

void skeleton(Ui& ui, const Rect& rect, float radius) {
  fill(ui, rect, ui.colour(Token::sunken), radius);
  if (ui.viewport().has_reduced_motion) return;
  constexpr double kPassMs = 1200;
  const auto passed = static_cast<float>(std::fmod(ui.now_ms(), kPassMs) / kPassMs);
  const float band = 120;
  const float middle = rect.x - band + (rect.width + 2 * band) * passed;
  const Colour clear = with_alpha(ui.colour(Token::hover), 0);
  const Colour full = ui.colour(Token::hover);
  const float left = std::max(rect.x, middle - band);
  const float right = std::min(rect.right(), middle + band);
  ImDrawList* list = ui.draw_list();
  if (left < std::min(middle, right)) {
    list->AddRectFilledMultiColor({left, rect.y}, {std::min(middle, right), rect.bottom()}, clear,
                                  full, full, clear);
  }
  if (std::max(middle, left) < right) {
    list->AddRectFilledMultiColor({std::max(middle, left), rect.y}, {right, rect.bottom()}, full,
                                  clear, clear, full);
  }
  platform::request_frame();
}

EmptyStateResult empty_state(Ui& ui, const Rect& column, const EmptyStateSpec& spec) {
  EmptyStateResult result;
  constexpr float kWidth = 260;
  constexpr float kHeight = 170;
  const float middle = column.x + column.width / 2;
  float y = column.y + 16;
  ui.open(Tag::group, ui.key(spec.key), {column.x, column.y, column.width, 0});
  if (draw_picture(ui, {middle - kWidth / 2, y, kWidth, kHeight}, spec.picture)) y += kHeight + 24;
  const TypeStyle style = fitted(ui, spec.title, type::heading, column.width);
  const float title_width = std::min(text_width(ui, spec.title, style) + 1, column.width);
  heading(ui, "title", {middle - title_width / 2, y, title_width, 28}, spec.title, style,
          HeadingLevel::h2);
  y += 36;
  const float text_width_used = std::min(300.0F, column.width);
  y += paragraph(ui, "text", middle - text_width_used / 2, y, text_width_used, spec.text,
                 type::body, Token::text_2, Align::centre);
  if (!spec.action.empty()) {
    ButtonSpec action;
    action.key = "action";
    action.name = spec.action;
    action.icon = spec.action_icon;
    action.kind = ButtonKind::primary;
    const float button = std::min(column.width, button_width(ui, action) + 16);
    y += 24;
    result.is_activated = ui::button(ui, {middle - button / 2, y, button, 52}, action);
    y += 52;
  }
  ui.close();
  result.height = y + 16 - column.y;
  return result;
}

}  // namespace rr::ui
