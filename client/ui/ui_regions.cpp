// Parts of a page of which only a piece is drawn: scroll regions, and the islands of long lists.
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "client/ui/ui.h"

namespace rr::ui {

void Ui::open_island(Tag tag, std::uint64_t key, const Rect& rect) {
  add(tag, key, rect).island = IslandUse::replace;
  island_place_ = output().size() - 1;
  island_layer_ = layer_;
  parents_.push_back({0, key, rect.x, rect.y});
}

void Ui::close_island(float height) {
  island_layer_ = kNoLayer;
  Node& node = output()[island_place_];
  node.bounds.height = height;
  node.island_nodes = std::move(island_nodes_);
  island_nodes_.clear();
  parents_.pop_back();
}

void Ui::keep_island(Tag tag, std::uint64_t key, const Rect& rect) {
  add(tag, key, rect).island = IslandUse::keep;
}

bool Ui::is_wanted(std::uint64_t island) const {
  return std::find(wanted_islands_.begin(), wanted_islands_.end(), island) != wanted_islands_.end();
}

bool Ui::is_visible(const Rect& rect) const {
  const ImVec2 least = draw_list_->GetClipRectMin();
  const ImVec2 most = draw_list_->GetClipRectMax();
  return rect.right() > least.x && rect.x < most.x && rect.bottom() > least.y && rect.y < most.y;
}

float Ui::open_scroll(std::uint64_t key, const Rect& rect) {
  const float furthest = std::max(0.0F, kept(join_key(key, "content")) - rect.height);
  if (is_new(key)) offsets_.erase(key);  // its element is another one, which stands at its top
  const auto found = offsets_.find(key);
  const float offset = found == offsets_.end() ? 0 : std::clamp(found->second.y, 0.0F, furthest);
  open(Tag::scroll_region, key, rect);
  parents_.back().origin_y = rect.y - offset;
  ImGui::PushClipRect(ImVec2(rect.x, rect.y), ImVec2(rect.right(), rect.bottom()), true);
  return offset;
}

void Ui::close_scroll(float content_height) {
  ImGui::PopClipRect();
  const Parent& region = parents_.back();
  Node& node = output()[region.place - 1];
  float& known = kept(join_key(region.key, "content"));
  // What got shorter is told a frame later: at its end the page would scroll up at once, while this
  // frame is drawn where it was.
  node.content = {0, 0, node.bounds.width, std::max(known, content_height)};
  if (known != content_height) {
    known = content_height;
    platform::request_frame();
  }
  close();
}

}  // namespace rr::ui
