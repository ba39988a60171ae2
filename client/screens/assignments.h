// "Chore Assignments": who has what to do, what is done, and the button that divides the rest.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "client/app/route.h"
#include "client/app/screen_place.h"
#include "client/app/session.h"
#include "client/screens/assignment_card.h"
#include "client/screens/fairness_panel.h"
#include "client/screens/roster.h"
#include "client/screens/run_preview.h"
#include "client/screens/swap_block.h"
#include "client/ui/ui.h"

namespace rr::screens {

enum class RosterFilter : std::uint8_t { everyone, mine };

struct AssignmentsState {
  RosterFilter filter = RosterFilter::everyone;
  enum class Question : std::uint8_t { none, reset };
  Question question = Question::none;
  std::string question_error;
  CardDialogs dialogs;
  SwapBlockState swaps;
  FairnessState fairness;
  PreviewState preview;
  std::optional<app::Route> wanted_route;  // where the person asked to go

  Roster roster;
  std::uint64_t roster_version = 0;  // of the session, when the roster was made
  Date roster_day;
  std::map<Id, ui::ListState> lists;  // by roommate
};

// Answers the height used of the page's column.
float draw_assignments(ui::Ui& ui, app::Session& session, AssignmentsState& state,
                       const app::ScreenPlace& page);

}  // namespace rr::screens
