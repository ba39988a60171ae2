// Keys that lead somewhere or do something, and the sheet that lists them ("?").
//
// They are heard outside fields and dialogs. Those of a single letter can be turned off on this
// device (WCAG 2.1.4); Ctrl K and Ctrl Z always work.
#pragma once

#include <optional>

#include "client/app/palette.h"
#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::app {

struct ShortcutState {
  bool is_sheet_open = false;
  double go_until_ms = 0;  // "G" was pressed: until then a letter leads to a screen
};

// Hears the keys and draws the sheet while it is open; answers where they lead.
[[nodiscard]] std::optional<PaletteChoice> draw_shortcuts(ui::Ui& ui, Session& session,
                                                          ShortcutState& state);

// Whether single letters do something on this device.
[[nodiscard]] bool has_letter_shortcuts();
void set_letter_shortcuts(bool is_on);

}  // namespace rr::app
