// "Search or go to" (Ctrl K): screens, actions, chores, people and past cycles by any part of their
// names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "client/app/route.h"
#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::app {

enum class PaletteAct : std::uint8_t {
  go,
  preview_run,
  say_preferences,
};

// What was chosen: where to go, and what to open there.
struct PaletteChoice {
  Route route;
  PaletteAct act = PaletteAct::go;
};

struct PaletteState {
  bool is_open = false;
  bool is_shown = false;  // its first frame gives the focus to the field
  std::string query;
  std::size_t place = 0;    // of the option that Enter chooses
  bool is_entered = false;  // with letters that the options do not know yet
};

// Opens it where "ctrl+k" was pressed, draws it while it is open, and answers what was chosen.
[[nodiscard]] std::optional<PaletteChoice> draw_palette(ui::Ui& ui, const Session& session,
                                                        PaletteState& state);

// The button that opens it, as a field with the key beside it.
void draw_palette_button(ui::Ui& ui, PaletteState& state, const ui::Rect& rect);

}  // namespace rr::app
