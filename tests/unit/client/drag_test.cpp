#include "client/ui/drag.h"

#include <doctest/doctest.h>

#include <array>

namespace rr::ui {
namespace {

using platform::Event;
using platform::EventKind;

constexpr std::uint64_t kGripKey = 7;

Event at(EventKind kind, float x, float y) {
  Event event;
  event.kind = kind;
  event.x = x;
  event.y = y;
  return event;
}

Event escape() {
  Event event;
  event.kind = EventKind::key;
  event.text = "Escape";
  return event;
}

void press(GripDrag& drag) { drag.take(at(EventKind::pointer_down, 10, 100), kGripKey); }

}  // namespace

TEST_CASE("a press of a grip that stays near is no drag") {
  GripDrag drag;
  press(drag);
  drag.take(at(EventKind::pointer_move, 14, 104), 0);
  CHECK_FALSE(drag.of(kGripKey).has_value());
  drag.take(at(EventKind::pointer_up, 14, 104), 0);
  CHECK_FALSE(drag.of(kGripKey).has_value());
  CHECK_FALSE(drag.has_ended());
}

TEST_CASE("a drag follows the pointer and is dropped in one frame only") {
  GripDrag drag;
  press(drag);
  drag.take(at(EventKind::pointer_move, 10, 120), 0);
  REQUIRE(drag.of(kGripKey).has_value());
  CHECK(drag.of(kGripKey)->y == 120);
  CHECK_FALSE(drag.of(kGripKey)->is_dropped);
  CHECK_FALSE(drag.of(kGripKey + 1).has_value());
  // Back to where it began it is a drag still.
  drag.take(at(EventKind::pointer_up, 10, 100), 0);
  REQUIRE(drag.of(kGripKey).has_value());
  CHECK(drag.of(kGripKey)->is_dropped);
  CHECK(drag.of(kGripKey)->y == 100);
  drag.begin_frame();
  CHECK_FALSE(drag.of(kGripKey).has_value());
}

TEST_CASE("Escape and a pointer that leaves give a drag up") {
  for (const bool is_escaped : {true, false}) {
    GripDrag drag;
    press(drag);
    drag.take(at(EventKind::pointer_move, 10, 160), 0);
    const Event end = is_escaped ? escape() : at(EventKind::pointer_leave, 0, 0);
    CHECK(drag.take(end, 0) == is_escaped);
    CHECK_FALSE(drag.of(kGripKey).has_value());
    CHECK(drag.has_ended());
    drag.take(at(EventKind::pointer_up, 10, 160), 0);
    CHECK_FALSE(drag.of(kGripKey).has_value());
  }
}

TEST_CASE("Escape without a drag is left to the others") {
  GripDrag drag;
  CHECK_FALSE(drag.take(escape(), 0));
  press(drag);
  CHECK_FALSE(drag.take(escape(), 0));
}

TEST_CASE("a press beside grips drags nothing") {
  GripDrag drag;
  drag.take(at(EventKind::pointer_down, 10, 100), 0);
  drag.take(at(EventKind::pointer_move, 10, 200), 0);
  CHECK(drag.key() == 0);
  CHECK_FALSE(drag.of(0).has_value());
}

TEST_CASE("rows make room where the dragged one would go") {
  const std::array<float, 4> heights{40, 60, 40, 40};
  CHECK(tops_of(heights) == std::vector<float>{0, 40, 100, 140});
  const Arrangement down = arrange(heights, 0, 95);
  CHECK(down.goal == 2);
  CHECK(down.tops == std::vector<float>{95, 0, 60, 140});
  const Arrangement up = arrange(heights, 3, 12);
  CHECK(up.goal == 0);
  CHECK(up.tops == std::vector<float>{40, 80, 140, 12});
  const Arrangement still = arrange(heights, 1, 45);
  CHECK(still.goal == 1);
  CHECK(still.tops == std::vector<float>{0, 45, 100, 140});
}

TEST_CASE("a dragged row stays inside its list") {
  const std::array<float, 3> heights{44, 44, 44};
  CHECK(arrange(heights, 1, -500).tops == std::vector<float>{44, 0, 88});
  CHECK(arrange(heights, 1, -500).goal == 0);
  CHECK(arrange(heights, 1, 5000).tops == std::vector<float>{0, 88, 44});
  CHECK(arrange(heights, 1, 5000).goal == 2);
  const std::array<float, 1> alone{44};
  CHECK(arrange(alone, 0, 300).tops == std::vector<float>{0});
  CHECK(arrange(alone, 0, 300).goal == 0);
}

}  // namespace rr::ui
