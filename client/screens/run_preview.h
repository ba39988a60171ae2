// "Preview": who would get what if chores were assigned now, before anything is saved.
#pragma once

#include <vector>

#include "client/screens/calendar.h"
#include "client/ui/ui.h"
#include "shared/domain/preview.h"

namespace rr::screens {

struct PreviewState {
  bool is_open = false;
  RunPreview shown;
  bool is_outdated = false;            // the situation changed, and this is the fresh one
  std::vector<MovedAssignment> moved;  // by that change
  // Saved here; the household has not answered yet.
  bool is_sent = false;
  std::size_t refused_before = 0;  // outdated previews among the refusals when it was sent
};

// Opens it on the situation as it is now. It stays as shown until it is saved or closed. Whoever
// judges the saving, this device or the server, refuses what no longer holds: then it shows the
// division anew, with what moved.
void open_preview(const app::Session& session, const Calendar& calendar, PreviewState& state);

void draw_preview(ui::Ui& ui, app::Session& session, const Calendar& calendar, PreviewState& state);

}  // namespace rr::screens
