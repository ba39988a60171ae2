// The steps of a chore, inside its card: numbered, added, renamed, deleted, put in order.
#pragma once

#include <string>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct SubTasksState {
  Id open_chore;  // the one whose steps are shown; nil when none
  enum class Dialog : std::uint8_t { none, add, edit };
  Dialog dialog = Dialog::none;
  Id edited;
  std::string draft;
  std::string error;
};

// Changes with whatever the panel shows.
[[nodiscard]] std::uint64_t sub_tasks_version(const Reader& household, const Id& chore_id);

// The panel from rect.x, rect.y on; answers its height.
float draw_sub_tasks(ui::Ui& ui, app::Session& session, SubTasksState& state, const Chore& chore,
                     const ui::Rect& rect);

// The dialog with the one field, over the screen while it is open.
void draw_sub_task_dialog(ui::Ui& ui, app::Session& session, SubTasksState& state);

}  // namespace rr::screens
