// "Preview": who would get what if chores were assigned now, before anything is saved.
#pragma once

#include <map>

#include "client/screens/calendar.h"
#include "client/ui/ui.h"
#include "shared/domain/run.h"

namespace rr::screens {

struct PreviewState {
  bool is_open = false;
  RunInput input;
  RunPlan plan;
  std::string digest;  // of the input: another one means another situation
  // Who would have had each assignment before the situation changed; empty until it did.
  std::map<Id, Id> holders_before;
};

// Opens it on the situation as it is now. It stays as shown until it is saved or closed: saving
// what no longer holds shows the division anew instead, with what moved.
void open_preview(const app::Session& session, const Calendar& calendar, PreviewState& state);

void draw_preview(ui::Ui& ui, app::Session& session, const Calendar& calendar, PreviewState& state);

}  // namespace rr::screens
