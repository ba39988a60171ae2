#include "client/ui/toast.h"

#include <algorithm>
#include <limits>

#include "client/text/texts.h"
#include "client/ui/widgets.h"

namespace rr::ui {
namespace {

constexpr float kRiseMs = 160;
constexpr float kWidth = 400;
constexpr float kHeight = 56;

}  // namespace

void ToastQueue::show(Toast toast) {
  waiting_.push_back(std::move(toast));
  platform::request_frame();
}

double ToastQueue::stay_ms() const {
  const Toast& toast = waiting_.front();
  if (toast.is_error) return std::numeric_limits<double>::infinity();
  return toast.action.empty() ? kStayMs : kActionStayMs;
}

// Brings the next one when the time of the present one is over.
void ToastQueue::advance(Ui& ui) {
  if (is_shown_) {
    if (!is_held_) shown_ms_ += ui.now_ms() - last_ms_;
    if (shown_ms_ >= stay_ms()) {
      waiting_.pop_front();
      is_shown_ = false;
    }
  }
  last_ms_ = ui.now_ms();
  if (is_shown_ || waiting_.empty()) return;
  is_shown_ = true;
  is_held_ = false;
  shown_ms_ = 0;
  ++number_;
  const Toast& toast = waiting_.front();
  if (toast.is_error) {
    ui.announce_urgently(toast.words);
  } else {
    ui.announce(toast.words);
  }
}

bool ToastQueue::draw_action(Ui& ui, const Rect& rect, const Toast& toast) {
  const std::uint64_t key = ui.key("action");
  ui.leaf(Tag::button, key, rect).text = toast.action;
  const Interaction state = ui.interact(key, rect);
  const float shade = state.is_pressed ? 0.2F : (state.is_hovered ? 0.1F : 0.0F);
  if (shade > 0) fill(ui, rect, with_alpha(ui.colour(Token::inverse_text), shade), 10);
  text_line(ui, rect, toast.action, type::body_strong, ui.colour(Token::inverse_accent),
            Align::centre);
  if (state.is_focus_shown) edge(ui, rect, ui.colour(Token::inverse_text), 10, 2);
  is_held_ = is_held_ || state.is_focused;
  return state.is_activated;
}

void ToastQueue::take_action() {
  const Toast toast = std::move(waiting_.front());
  waiting_.pop_front();
  is_shown_ = false;
  if (toast.act) toast.act();
  platform::request_frame();
}

bool ToastQueue::act() {
  if (!is_shown_ || !waiting_.front().act) return false;
  take_action();
  return true;
}

void ToastQueue::draw(Ui& ui, const Rect& area) {
  if (!ui.is_top_layer()) {
    last_ms_ = ui.now_ms();  // it would lie over a dialog: it waits until that is closed
    return;
  }
  if (waiting_.empty()) is_shown_ = false;
  advance(ui);
  if (!is_shown_) return;
  const Toast toast = waiting_.front();
  ui.open_layer(Ui::LayerKind::toasts);
  const bool is_phone = ui.layout() == LayoutClass::phone;
  const float width = is_phone ? area.width : std::min(kWidth, area.width);
  const float action_width =
      toast.action.empty() ? 0.0F : text_width(ui, toast.action, type::body_strong) + 32;
  const float words_width = width - 52 - std::max(action_width, 12.0F);
  const auto lines = wrap_text(ui, toast.words, type::body, words_width);
  const float words_height = static_cast<float>(lines.size()) * type::body.line_height;
  const float height = std::max(kHeight, words_height + 28);
  const std::uint64_t key = join_key(ui.key("toast"), number_);
  const float shown = ui.animate_in(key, kRiseMs);
  const float rise = (1 - shown) * (1 - shown) * (1 - shown) * 8;
  const Rect rect{area.x, area.bottom() - height, width, height};
  const Rect drawn{rect.x, rect.y + rise, rect.width, rect.height};
  Node& node = ui.open(Tag::group, key, rect);
  node.attributes.emplace_back(Attribute::role, "region");
  node.attributes.emplace_back(Attribute::label, tr("Notification"));
  is_held_ = !ui.viewport().is_coarse_pointer && ui.is_pointer_on(rect);
  shadow(ui, drawn, 14, Elevation::dialog);
  fill(ui, drawn, ui.colour(Token::inverse), 14);
  icon(ui, toast.icon, drawn.x + 16, drawn.y + (height - 20) / 2, 20,
       ui.colour(Token::inverse_text));
  paragraph(ui, "words", drawn.x + 48, drawn.y + (height - words_height) / 2, words_width,
            toast.words, type::body, Token::inverse_text);
  bool is_done = false;
  if (!toast.action.empty()) {
    is_done = draw_action(
        ui, {rect.right() - action_width - 6, rect.y + (height - 44) / 2, action_width, 44}, toast);
  }
  ui.close();
  ui.close_layer();
  if (is_done) {
    take_action();
    return;
  }
  if (is_held_ || toast.is_error) return;
  platform::request_frame_after(std::max(1.0, stay_ms() - shown_ms_));
}

void show_toast(Ui& ui, Toast toast) { ui.toasts().show(std::move(toast)); }

void show_error(Ui& ui, std::string words) {
  ui.toasts().show({std::move(words), tr("Dismiss"), {}, "circle-alert", true});
}

}  // namespace rr::ui
