// "Manage Roommates": who shares the home; name, colour, share of the work, days away, moving out.
#pragma once

#include <string>
#include <string_view>

#include "client/app/session.h"
#include "client/screens/put_aside.h"
#include "client/screens/roommate_form.h"
#include "client/screens/roommates_view.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct RoommatesState {
  std::string new_name;
  std::string new_name_error;
  RoommateForm form;
  PutAside<RoommateForm> put_aside;
  std::string_view wanted_field;  // of the form, which gets the focus

  RoommatesView view;
  std::uint64_t view_version = 0;  // of the session, when the view was made
  Date view_day;
  ui::ListState list;
};

// Opens its form, with what was typed into it and not saved before another one was opened, or the
// page's address closed it.
void open_roommate(RoommatesState& state, const Roommate& roommate);
// Asks whether somebody moves out, whose form need not be open.
void ask_about_roommate(RoommatesState& state, const Roommate& roommate);

// Draws into `column`; answers the height used.
float draw_roommates(ui::Ui& ui, app::Session& session, RoommatesState& state,
                     const ui::Rect& column);

}  // namespace rr::screens
