#include "client/ui/drag.h"

#include <algorithm>
#include <cmath>

namespace rr::ui {
namespace {

constexpr float kClickSlop = 8;  // as in web/controls.js

}  // namespace

bool GripDrag::take(const platform::Event& event, std::uint64_t key) {
  using platform::EventKind;
  switch (event.kind) {
    case EventKind::pointer_down:
      end(false);
      key_ = key;
      start_x_ = event.x;
      start_y_ = event.y;
      return false;
    case EventKind::pointer_move: follow(event); return false;
    case EventKind::pointer_up:
      follow(event);
      end(true);
      return false;
    case EventKind::pointer_leave:
    case EventKind::menu: end(false); return false;
    case EventKind::key:
      if (!is_moving() || event.text != "Escape") return false;
      end(false);
      return true;
    default: return false;
  }
}

void GripDrag::follow(const platform::Event& event) {
  if (key_ == 0) return;
  x_ = event.x;
  y_ = event.y;
  if (std::hypot(event.x - start_x_, event.y - start_y_) > kClickSlop) is_moving_ = true;
}

void GripDrag::end(bool is_dropped) {
  if (is_moving()) {
    ended_key_ = key_;
    is_dropped_ = is_dropped;
  }
  key_ = 0;
  is_moving_ = false;
}

std::optional<Drag> GripDrag::of(std::uint64_t key) const {
  const Drag drag{y_, !is_moving(), x_, start_x_, start_y_};
  if (is_moving()) return key == key_ ? std::optional(drag) : std::nullopt;
  if (key == 0 || key != ended_key_ || !is_dropped_) return std::nullopt;
  return drag;
}

std::vector<float> tops_of(std::span<const float> heights) {
  std::vector<float> tops;
  tops.reserve(heights.size());
  float top = 0;
  for (const float height : heights) {
    tops.push_back(top);
    top += height;
  }
  return tops;
}

Arrangement arrange(std::span<const float> heights, std::size_t dragged, float top) {
  std::vector<float> others;
  float total = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    if (i == dragged) continue;
    others.push_back(heights[i]);
    total += heights[i];
  }
  const float shown = std::clamp(top, 0.0F, total);
  // The gap whose top is nearest to the row in the hand.
  Arrangement result;
  float gap = 0;
  float nearest = shown;
  for (std::size_t i = 0; i < others.size(); ++i) {
    gap += others[i];
    if (std::abs(gap - shown) >= nearest) continue;
    nearest = std::abs(gap - shown);
    result.goal = i + 1;
  }
  others.insert(std::next(others.begin(), static_cast<std::ptrdiff_t>(result.goal)),
                heights[dragged]);
  result.tops = tops_of(others);
  result.tops.erase(std::next(result.tops.begin(), static_cast<std::ptrdiff_t>(result.goal)));
  result.tops.insert(std::next(result.tops.begin(), static_cast<std::ptrdiff_t>(dragged)), shown);
  return result;
}

}  // namespace rr::ui
