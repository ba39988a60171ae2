// Dragging by a grip: a press that began on a control with kGrip and moves what it belongs to.
//
// A press that stays as near as a click may is no drag: it stays a press of the control. Escape, a
// menu that opens, a pointer that leaves the window and a touch that the browser takes away give a
// drag up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "client/platform/events.h"

namespace rr::ui {

struct Drag {
  float y = 0;              // of the pointer, on the screen
  bool is_dropped = false;  // let go in this frame, here
  float x = 0;
  float from_x = 0;  // where the press began
  float from_y = 0;
};

class GripDrag {
 public:
  // What ended in the last frame is over.
  void begin_frame() { ended_key_ = 0; }
  // The events of people, in their order; `key` is the grip's that a press began on, else 0.
  // Answers whether the event is used up.
  bool take(const platform::Event& event, std::uint64_t key);

  [[nodiscard]] bool is_moving() const { return key_ != 0 && is_moving_; }
  [[nodiscard]] bool has_ended() const { return ended_key_ != 0; }
  // The grip that moves, or moved until this frame; 0: none.
  [[nodiscard]] std::uint64_t key() const { return is_moving() ? key_ : ended_key_; }
  // What the drag of this grip asks for; nothing when there is none, or it was given up.
  [[nodiscard]] std::optional<Drag> of(std::uint64_t key) const;

 private:
  void follow(const platform::Event& event);
  void end(bool is_dropped);

  std::uint64_t key_ = 0;
  float start_x_ = 0;
  float start_y_ = 0;
  float x_ = 0;
  float y_ = 0;
  bool is_moving_ = false;
  std::uint64_t ended_key_ = 0;
  bool is_dropped_ = false;
};

// Rows one under another, with one of them in the hand.
struct Arrangement {
  std::vector<float> tops;  // of every row, from the top of the list
  std::size_t goal = 0;     // the place that the dragged row would have if it were let go
};

[[nodiscard]] std::vector<float> tops_of(std::span<const float> heights);
// `top` is where the dragged row would be painted; it stays inside the list.
[[nodiscard]] Arrangement arrange(std::span<const float> heights, std::size_t dragged, float top);

}  // namespace rr::ui
