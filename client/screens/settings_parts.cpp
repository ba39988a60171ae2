#include "client/screens/settings_parts.h"

#include <algorithm>

#include "client/text/texts.h"

namespace rr::screens {

using ui::Rect;
using ui::Token;
using ui::Ui;

SettingsCard::SettingsCard(Ui& ui, std::string_view key, const Rect& column, std::string_view name,
                           Look look)
    : ui_(ui), key_(ui.key(key)), column_(column), y_(column.y + kPadding) {
  // As high as it was in the last frame.
  const Rect box{column.x, column.y, column.width, ui.kept(key_)};
  if (look == Look::notice) {
    ui::soft_ground(ui, box, Token::info_soft, Token::info_text, 16);
  } else if (box.height > 0) {
    ui::card(ui, box);
    if (look == Look::danger) ui::edge(ui, box, ui.colour(Token::danger), 16, 1.5F);
  }
  ui.open(ui::Tag::section, key_, box).attributes.emplace_back(ui::Attribute::label, name);
}

SettingsCard::~SettingsCard() {
  ui_.close();
  if (ui_.kept(key_) == height()) return;
  ui_.kept(key_) = height();
  platform::request_frame();
}

Rect SettingsCard::take(float height) {
  const Rect place{column_.x + kPadding, y_, inside_width(), height};
  y_ += height;
  return place;
}

void SettingsCard::rule() {
  y_ += 16;
  ui::fill(ui_, {column_.x, y_, column_.width, 1}, ui_.colour(Token::border));
  y_ += 16;
}

void icon_tile(Ui& ui, float x, float y, std::string_view icon) {
  ui::fill(ui, {x, y, 40, 40}, ui.colour(Token::hover), 10);
  ui::icon(ui, icon, x + 10, y + 10, 20, ui.colour(Token::text_2));
}

float fact_row(Ui& ui, const Rect& rect, const FactSpec& spec, float right) {
  const float width = rect.width - 56 - right;
  const float words =
      static_cast<float>(ui::wrap_text(ui, spec.title, ui::type::body_strong, width).size()) * 22 +
      static_cast<float>(ui::wrap_text(ui, spec.text, ui::type::caption, width).size()) * 18 + 2;
  const float height = std::max(44.0F, words);
  icon_tile(ui, rect.x, rect.y + 2, spec.icon);
  ui.open(ui::Tag::group, ui.key(spec.key), {rect.x, rect.y, rect.width - right, height});
  const float title = ui::wrapped_heading(ui, "title", rect.x + 56, rect.y, width, spec.title,
                                          ui::type::body_strong, ui::HeadingLevel::h3);
  ui::paragraph(ui, "text", rect.x + 56, rect.y + title + 2, width, spec.text, ui::type::caption);
  ui.close();
  return height;
}

bool fact_with_button(Ui& ui, SettingsCard& card, const FactSpec& fact,
                      const ui::ButtonSpec& button) {
  const float width = ui::button_width(ui, button);
  const bool is_stacked = card.inside_width() < 520;
  const Rect row = card.take(0);
  const float height = fact_row(ui, row, fact, is_stacked ? 0 : width + 16);
  static_cast<void>(card.take(height));
  if (!is_stacked) {
    const Rect place{row.right() - width, row.y + (height - 44) / 2, width, 44};
    return ui::button(ui, place, button);
  }
  static_cast<void>(card.take(12));
  return ui::button(ui, card.take(44), button);
}

std::string failure_of(const app::JobStatus& status) {
  return status.state == app::JobState::failed ? tr_sentence(status.error.message) : std::string();
}

ui::Availability availability_of(const app::JobStatus& status) {
  return status.state == app::JobState::busy ? ui::Availability::busy : ui::Availability::enabled;
}

}  // namespace rr::screens
