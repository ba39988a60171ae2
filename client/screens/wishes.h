// "My preferences": what the person here thinks of each chore and how heavy it is for them, in a
// dialog. Where the household asks for it, "Never" takes a reason, which stays the person's own.
#pragma once

#include <string>
#include <vector>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

// What stands in a chore's effort field since it was typed in.
struct EffortDraft {
  Id chore_id;
  std::string text;
  std::string error;
};

struct WishesState {
  bool is_open = false;
  Id refused_chore;     // whose last choice was refused; nil when none was
  std::string refusal;  // the sentence
  Id asked_chore;       // whose "Never" waits for a reason; nil when none does
  std::string reason;
  std::string reason_error;
  std::vector<EffortDraft> efforts;
};

void draw_wishes(ui::Ui& ui, app::Session& session, WishesState& state);

}  // namespace rr::screens
