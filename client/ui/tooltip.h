// A few words beside a control for as long as the pointer rests on it or the keyboard is there.
//
// Escape and a press hide them until the pointer and the focus have left. Icon buttons have one by
// themselves. Nothing that a person needs may stand in a tooltip alone: fingers do not see it.
#pragma once

#include <cstdint>
#include <string_view>

#include "client/ui/ui.h"

namespace rr::ui {

inline constexpr double kTooltipDelayMs = 400;

enum class TooltipSide : std::uint8_t { below, left };

struct TooltipSpec {
  std::uint64_t owner = 0;  // key of the control
  Rect rect;                // of the control, on the screen
  std::string_view words;
  bool is_name = false;
  TooltipSide side = TooltipSide::below;
};

// After the owner was drawn. Words that are its name already are only seen; others describe it.
void tooltip(Ui& ui, const TooltipSpec& spec);

}  // namespace rr::ui
