// "My preferences": what the person here thinks of each chore, in a dialog.
#pragma once

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct WishesState {
  bool is_open = false;
  Id refused_chore;     // whose last choice was refused; nil when none was
  std::string refusal;  // the sentence
};

void draw_wishes(ui::Ui& ui, app::Session& session, WishesState& state);

}  // namespace rr::screens
