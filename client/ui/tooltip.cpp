#include "client/ui/tooltip.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kHidden = -1;  // by Escape or a press
constexpr float kMotionMs = 120;

std::uint64_t key_of(std::uint64_t owner) { return join_key(owner, "tooltip"); }

// Whether it shows: since when the pointer is there is kept, 0 when it is not.
bool is_due(Ui& ui, const Interaction& state, std::uint64_t key) {
  float& since_ms = ui.kept(key);
  if (!state.is_hovered && !state.is_tabbed_to) {
    since_ms = 0;
    return false;
  }
  if (since_ms == kHidden) return false;
  if (state.is_pressed || ui.is_key_pressed("Escape")) {
    since_ms = kHidden;
    return false;
  }
  if (state.is_tabbed_to) return true;
  const auto now_ms = static_cast<float>(ui.now_ms());
  if (since_ms == 0) since_ms = now_ms;
  const double rest_ms = kTooltipDelayMs - static_cast<double>(now_ms - since_ms);
  if (rest_ms > 0) platform::request_frame_after(rest_ms);
  return rest_ms <= 0;
}

Rect place_of(const Ui& ui, const TooltipSpec& spec, float width, float height) {
  const platform::Viewport& view = ui.viewport();
  const Rect& owner = spec.rect;
  if (spec.side == TooltipSide::left && owner.x - 10 - width >= 8) {
    return {owner.x - 10 - width, owner.y + (owner.height - height) / 2, width, height};
  }
  const float middle = owner.x + owner.width / 2;
  const float x = std::clamp(middle - width / 2, 8.0F, std::max(8.0F, view.width - width - 8));
  float y = owner.bottom() + 6;
  if (y + height > view.height - 8) y = owner.y - height - 6;
  return {x, y, width, height};
}

void emit(Ui& ui, std::uint64_t key, const Rect& rect, const TooltipSpec& spec) {
  Node& node = ui.leaf(Tag::group, key, rect);
  node.attributes.emplace_back(Attribute::role, "tooltip");
  // Readers say its owner's name already.
  if (spec.is_name) node.attributes.emplace_back(Attribute::hidden_from_readers, "true");
  node.text = spec.words;
}

}  // namespace

void tooltip(Ui& ui, const TooltipSpec& spec) {
  const std::uint64_t key = key_of(spec.owner);
  if (!is_due(ui, ui.look(spec.owner, spec.rect), key) || !ui.is_visible(spec.rect)) return;
  const std::uint32_t number = ui.number_of(key);
  if (!spec.is_name) {
    if (number == 0) platform::request_frame();  // its owner refers to it from then on
    Node* owner = number == 0 ? nullptr : ui.emitted(spec.owner);
    if (owner != nullptr) {
      owner->attributes.emplace_back(Attribute::described_by, std::to_string(number));
    }
  }
  constexpr float kWidest = 280;
  const float most = std::min(kWidest, ui.viewport().width - 36);
  const auto lines = wrap_text(ui, spec.words, type::caption_strong, most);
  float words = 0;
  for (const std::string& line : lines) {
    words = std::max(words, text_width(ui, line, type::caption_strong));
  }
  const float height = static_cast<float>(lines.size()) * 18 + 12;
  const Rect rect = place_of(ui, spec, std::ceil(words) + 20, height);
  const float shown = ui.animate_in(key, kMotionMs);
  ui.open_layer(Ui::LayerKind::toasts);
  emit(ui, key, rect, spec);
  if (shown == 1) shadow(ui, rect, 8, Elevation::menu);
  fill(ui, rect, with_alpha(ui.colour(Token::inverse), shown), 8);
  text_lines(ui, rect.x + 10, rect.y + 6, rect.width - 20, lines, type::caption_strong,
             with_alpha(ui.colour(Token::inverse_text), shown));
  ui.close_layer();
}

}  // namespace rr::ui
