#include "client/ui/tooltip.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kHidden = -1;  // by Escape

std::uint64_t key_of(std::uint64_t owner) { return join_key(owner, "tooltip"); }

// Whether it shows: since when the pointer is there is kept, 0 when it is not.
bool is_due(Ui& ui, const Interaction& state, std::uint64_t key) {
  float& since_ms = ui.kept(key);
  if (!state.is_hovered && !state.is_focus_shown) {
    since_ms = 0;
    return false;
  }
  if (since_ms == kHidden) return false;
  if (ui.is_key_pressed("Escape")) {
    since_ms = kHidden;
    return false;
  }
  if (state.is_focus_shown) return true;
  const auto now_ms = static_cast<float>(ui.now_ms());
  if (since_ms == 0) since_ms = now_ms;
  const double rest_ms = kTooltipDelayMs - static_cast<double>(now_ms - since_ms);
  if (rest_ms > 0) platform::request_frame_after(rest_ms);
  return rest_ms <= 0;
}

}  // namespace

void tooltip(Ui& ui, const TooltipSpec& spec) {
  const std::uint64_t key = key_of(spec.owner);
  if (!is_due(ui, ui.look(spec.owner, spec.rect), key)) return;
  const std::uint32_t number = ui.number_of(key);
  if (number == 0) platform::request_frame();  // its owner refers to it from then on
  Node* owner = spec.is_name || number == 0 ? nullptr : ui.emitted(spec.owner);
  if (owner != nullptr) {
    owner->attributes.emplace_back(Attribute::described_by, std::to_string(number));
  }
  const platform::Viewport& view = ui.viewport();
  constexpr float kWidest = 280;
  const float most = std::min(kWidest, view.width - 36);
  const auto lines = wrap_text(ui, spec.words, type::caption_strong, most);
  float words = 0;
  for (const std::string& line : lines) {
    words = std::max(words, text_width(ui, line, type::caption_strong));
  }
  const float width = std::ceil(words) + 20;
  const float height = static_cast<float>(lines.size()) * 18 + 12;
  const float middle = spec.rect.x + spec.rect.width / 2;
  const float x = std::clamp(middle - width / 2, 8.0F, std::max(8.0F, view.width - width - 8));
  float y = spec.rect.bottom() + 6;
  if (y + height > view.height - 8) y = spec.rect.y - height - 6;
  const Rect rect{x, y, width, height};
  ui.open_layer(Ui::LayerKind::toasts);
  Node& node = ui.leaf(Tag::group, key, rect);
  node.attributes.emplace_back(Attribute::role, "tooltip");
  node.text = spec.words;
  shadow(ui, rect, 8, Elevation::menu);
  fill(ui, rect, ui.colour(Token::inverse), 8);
  text_lines(ui, rect.x + 10, rect.y + 6, width - 20, lines, type::caption_strong,
             ui.colour(Token::inverse_text));
  ui.close_layer();
}

}  // namespace rr::ui
