// "Manage Chores": what there is to do in the home, how often, for how many points, in what steps.
#pragma once

#include <string>

#include "client/app/screen_place.h"
#include "client/app/session.h"
#include "client/screens/chore_form.h"
#include "client/screens/chores_view.h"
#include "client/screens/put_aside.h"
#include "client/screens/sub_tasks.h"
#include "client/screens/wishes.h"
#include "client/ui/ui.h"

namespace rr::screens {

// What was typed stays here until it is saved or cancelled, whatever screen is shown meanwhile.
struct ChoresState {
  ChoreForm new_form;
  ChoreForm edit_form;
  PutAside<ChoreForm> put_aside;
  bool is_form_wanted = false;  // the open one gets the focus
  SubTasksState sub_tasks;
  WishesState wishes;
  Id deleted;  // the chore somebody is asked about; nil when none
  std::string delete_error;

  ChoresView view;
  std::uint64_t view_version = 0;  // of the session, when the view was made
  ui::ListState list;
};

// Opens a form, with what was typed into it and not saved before another one was opened, or the
// page's address closed it.
void open_new_chore(ChoresState& state);
void open_chore(ChoresState& state, const Chore& chore);

// Answers the height used of the page's column.
float draw_chores(ui::Ui& ui, app::Session& session, ChoresState& state,
                  const app::ScreenPlace& page);

}  // namespace rr::screens
