#include "shared/commands/absences.h"
#include "shared/commands/assignments.h"
#include "shared/commands/by_hand.h"
#include "shared/commands/chores.h"
#include "shared/commands/command.h"
#include "shared/commands/cycles.h"
#include "shared/commands/effort_votes.h"
#include "shared/commands/household.h"
#include "shared/commands/household_start.h"
#include "shared/commands/leaving.h"
#include "shared/commands/members.h"
#include "shared/commands/preferences.h"
#include "shared/commands/roommates.h"
#include "shared/commands/settings.h"
#include "shared/commands/sub_chores.h"
#include "shared/commands/swaps.h"

namespace rr {

std::span<const CommandInfo* const> all_commands() {
  static const CommandInfo* const kAll[] = {
      &describe_command<AddAbsence>(),         &describe_command<EditAbsence>(),
      &describe_command<RemoveAbsence>(),      &describe_command<RunAssignments>(),
      &describe_command<CompleteAssignment>(), &describe_command<UndoAssignment>(),
      &describe_command<SkipAssignment>(),     &describe_command<SetCompletion>(),
      &describe_command<AddChore>(),           &describe_command<EditChore>(),
      &describe_command<RemoveChore>(),        &describe_command<ResetCycle>(),
      &describe_command<OpenCycle>(),          &describe_command<CloseCycle>(),
      &describe_command<EditHousehold>(),      &describe_command<StartHousehold>(),
      &describe_command<JoinMember>(),         &describe_command<LinkMember>(),
      &describe_command<UnlinkMember>(),       &describe_command<SetMemberRole>(),
      &describe_command<RemoveMember>(),       &describe_command<SetPreference>(),
      &describe_command<AddRoommate>(),        &describe_command<EditRoommate>(),
      &describe_command<MoveOutRoommate>(),    &describe_command<EditSettings>(),
      &describe_command<AddSubChore>(),        &describe_command<EditSubChore>(),
      &describe_command<RemoveSubChore>(),     &describe_command<MoveSubChore>(),
      &describe_command<SetEffortVote>(),      &describe_command<ProposeSwap>(),
      &describe_command<AcceptSwap>(),         &describe_command<DeclineSwap>(),
      &describe_command<WithdrawSwap>(),       &describe_command<UndoSwap>(),
      &describe_command<ExpireSwap>(),         &describe_command<GiveAssignment>(),
      &describe_command<LockAssignment>(),     &describe_command<ReturnAssignment>(),
      &describe_command<AdjustPoints>(),       &describe_command<SetVetoReason>(),
  };
  return kAll;
}

}  // namespace rr
