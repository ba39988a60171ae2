// "Swap": offers a chore to somebody or to everybody, alone or for one of theirs; or asks somebody
// for theirs.
#pragma once

#include <string>
#include <vector>

#include "client/screens/swap_people.h"
#include "client/screens/swap_view.h"
#include "client/ui/ui.h"
#include "shared/domain/explain.h"

namespace rr::screens {

struct SwapForm {
  SwapWay way = SwapWay::none;  // none: closed
  Id swap_id;                   // of the offer that will be made
  Id assignment_id;             // what is offered or asked for
  Id to;                        // whom it is offered to, nil: everybody
  Id in_return;                 // nil: nothing
  std::string note;
  std::string to_error;
  std::string return_error;
  std::string note_error;
  std::string error;

  // What can be chosen, judged on the rows of `version`.
  struct Return {
    Id id;
    std::string words;
  };
  std::uint64_t version = 0;
  Id judged_to;
  std::vector<Candidate> candidates;
  std::vector<Return> returns;
  std::vector<BalanceChange> balances;  // as they are now, of everybody
};

void open_swap(app::Session& session, const Assignment& assignment, SwapWay way, SwapForm& form);
void draw_swap_dialog(ui::Ui& ui, app::Session& session, const Calendar& calendar, SwapForm& form);

}  // namespace rr::screens
