// What people did with a control, as parts ask for it.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "client/ui/ui.h"

namespace rr::ui {
namespace {

ImGuiID item_id(std::uint64_t key) {
  const auto id = static_cast<ImGuiID>(key ^ (key >> 32));
  return id == 0 ? 1 : id;
}

}  // namespace

bool Ui::is_pointer_on(const Rect& rect) const {
  const ImVec2 least = draw_list_->GetClipRectMin();
  const ImVec2 most = draw_list_->GetClipRectMax();
  const bool is_inside = pointer_x_ >= least.x && pointer_x_ < most.x && pointer_y_ >= least.y &&
                         pointer_y_ < most.y && rect.contains(pointer_x_, pointer_y_);
  return is_inside && is_top_layer() && !grip_.is_moving();
}

Interaction Ui::interact(std::uint64_t key, const Rect& rect) {
  ImGui::ItemAdd(ImRect(rect.x, rect.y, rect.right(), rect.bottom()), item_id(key));
  return look(key, rect);
}

Interaction Ui::look(std::uint64_t key, const Rect& rect) const {
  Interaction result;
  const bool is_reached = is_pointer_on(rect);
  result.is_hovered = is_reached && !viewport_.is_coarse_pointer;
  result.is_pressed = is_reached && is_pointer_down_;
  result.is_focused = focused_key_ == key;
  result.is_focus_shown = result.is_focused && is_focus_shown_;
  result.is_tabbed_to = result.is_focused && is_tabbed_to_;
  result.is_activated = activated_key_ == key;
  return result;
}

const std::string* Ui::typed(std::uint64_t key) const {
  const auto found = typed_.find(key);
  return found == typed_.end() ? nullptr : &found->second;
}

bool Ui::is_entered(std::uint64_t key) const {
  return std::find(entered_.begin(), entered_.end(), key) != entered_.end();
}

bool Ui::is_key_pressed(std::string_view name) const {
  return is_top_layer() && key_pressed_ == name;
}

bool Ui::has_letter_key() const { return is_top_layer() && key_pressed_.size() == 1; }

}  // namespace rr::ui
