// "Give to...": an admin gives a chore to somebody by hand, one that is due or one that somebody
// has and that is taken back first.
#pragma once

#include <string>
#include <vector>

#include "client/screens/calendar.h"
#include "client/screens/swap_people.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct GiveForm {
  bool is_open = false;
  Id assignment_id;  // nil: the chore is due and nobody has it
  Id chore_id;
  Id to;
  std::string to_error;
  std::string error;

  // Judged on the rows of `version`.
  std::uint64_t version = 0;
  Id judged_chore;
  std::vector<Candidate> candidates;

  // Due chores that nobody has, as of `due_version` and `due_day`.
  std::uint64_t due_version = 0;
  Date due_day;
  std::vector<std::shared_ptr<const Chore>> due;
};

void open_give(const Assignment& assignment, GiveForm& form);
void close_give(GiveForm& form);
void draw_give_dialog(ui::Ui& ui, app::Session& session, GiveForm& form);

// What is due and nobody has, for admins; answers the height used, 0 when there is nothing.
float draw_due(ui::Ui& ui, const app::Session& session, const Calendar& calendar, GiveForm& form,
               const ui::Rect& column);

}  // namespace rr::screens
