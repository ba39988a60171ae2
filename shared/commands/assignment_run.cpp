#include <algorithm>

#include "shared/commands/assignments.h"
#include "shared/commands/define.h"
#include "shared/commands/ledger.h"
#include "shared/commands/local_time.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/rated_shares.h"
#include "shared/domain/recurrence.h"
#include "shared/domain/run_codec.h"
#include "shared/domain/run_input.h"

namespace rr {
namespace {

// The running cycle; a household that has none yet gets its first, with the id that the program's
// own command would give it.
Cycle present_cycle(Transaction& transaction, const Household& household) {
  if (const auto running = running_cycle(transaction)) return *running;
  Cycle first;
  first.id = cycle_id_of(household.id, 0);
  first.starts_at = household.created_at;
  transaction.put(first);
  return first;
}

Assignment make_assignment(const Reader& reader, const Chore& chore, const RunChore& due,
                           const PlannedAssignment& planned, const RunMoment& moment) {
  Assignment assignment;
  assignment.id = planned.assignment_id;
  assignment.chore_id = chore.id;
  assignment.roommate_id = planned.roommate_id;
  assignment.chore_name = chore.name;
  assignment.roommate_name = reader.find<Roommate>(planned.roommate_id)->name;
  assignment.frequency = chore.frequency;
  assignment.type = chore.type;
  assignment.points = chore.points;
  assignment.occurrence = due.occurrence;
  assignment.share_day = due.share_day;
  assignment.assigned_at = moment.assigned_at;
  assignment.due_date = due_date_after(chore.frequency, moment.today);
  assignment.rule = planned.rule;
  return assignment;
}

const RunChore& due_chore(const RunInput& input, const Id& chore_id) {
  return *std::find_if(input.chores.begin(), input.chores.end(),
                       [&](const RunChore& chore) { return chore.chore_id == chore_id; });
}

AssignmentRun make_record(const Context& context, const Household& household, const RunInput& input,
                          const RunPlan& plan) {
  AssignmentRun run;
  run.id = derive_id(household.id, "run:" + input.seed.to_string());
  run.at = context.now;
  run.algorithm = kRunAlgorithm;
  run.input = encode_run_input(input);
  run.digest = digest_of(run.input);
  run.outcome = encode_run_plan(plan);
  return run;
}

// One that came back and is given again was rated before.
void write_rated_shares(Transaction& transaction, const RunInput& input, const RunChore& due) {
  for (const auto& old : transaction.where<RatedShare>("assignment_id", due.assignment_id)) {
    transaction.erase<RatedShare>(old->id);
  }
  if (input.method != DivisionMethod::own_ratings || due.type != ChoreType::random) return;
  for (const RatedShare& share : rated_shares(due, input.people)) transaction.put(share);
}

void write_plan(Transaction& transaction, const Context& context, const Household& household,
                const RunMoment& moment, const RunInput& input, const RunPlan& plan) {
  const AssignmentRun run = make_record(context, household, input, plan);
  transaction.put(run);
  const Cycle cycle = present_cycle(transaction, household);
  LedgerWriter ledger(transaction, context);
  for (const PlannedAssignment& planned : plan.assignments) {
    Chore chore = *transaction.find<Chore>(planned.chore_id);
    const RunChore& due = due_chore(input, planned.chore_id);
    Assignment assignment = make_assignment(transaction, chore, due, planned, moment);
    assignment.cycle_id = cycle.id;
    assignment.run_id = run.id;
    transaction.put(assignment);
    ledger.assign(assignment, assignment.roommate_id);
    write_rated_shares(transaction, input, due);
    chore.next_due = next_occurrence(chore.frequency, chore.anchor, due.occurrence);
    transaction.put(chore);
  }
  for (const PlannedTurn& turn : plan.turns) {
    Chore chore = *transaction.find<Chore>(turn.chore_id);
    chore.last_holder = turn.last_holder;
    chore.owed_turn = turn.owed_turn;
    transaction.put(chore);
  }
  Household stamped = household;
  stamped.last_run_at = context.now;
  if (!context.fresh_seed.is_nil()) stamped.next_run_seed = context.fresh_seed;
  transaction.put(stamped);
}

Status apply_run(Transaction& transaction, const Context& context, const RunAssignments&) {
  const auto household = household_of(transaction);
  if (!household) return refuse("not_found", "This household is not here any more.");
  const Result<TimeZone> zone = zone_of(context, *household);
  if (!zone) return zone.error();
  const RunMoment moment = run_moment(transaction, *household, *zone, context.now);
  const RunInput input = build_run_input(transaction, *household, *zone, moment);
  const RunPlan plan = plan_run(input);
  if (plan.assignments.empty()) return success();
  write_plan(transaction, context, *household, moment, input, plan);
  return success();
}

constexpr CommandInfo kRun = [] {
  CommandInfo info = define_command<RunAssignments, apply_run>("assignment.run", {});
  info.command_class = CommandClass::guarded;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<RunAssignments>() {
  return kRun;
}

}  // namespace rr
