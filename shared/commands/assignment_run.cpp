#include <algorithm>

#include "shared/commands/assignments.h"
#include "shared/commands/define.h"
#include "shared/commands/ledger.h"
#include "shared/commands/local_time.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/preview.h"
#include "shared/domain/rated_shares.h"
#include "shared/domain/recurrence.h"
#include "shared/domain/run_codec.h"

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
  // A daily chore that is given ahead is due after its own day, any other after today.
  const bool is_daily = chore.frequency == Frequency::daily;
  const Date from = is_daily ? std::max(due.occurrence, moment.today) : moment.today;
  assignment.due_date = due_date_after(chore.frequency, from);
  assignment.rule = planned.rule;
  return assignment;
}

const RunChore& due_chore(const RunInput& input, const Id& assignment_id) {
  return *std::find_if(input.chores.begin(), input.chores.end(),
                       [&](const RunChore& chore) { return chore.assignment_id == assignment_id; });
}

AssignmentRun make_record(const Context& context, const Household& household,
                          const RunPreview& preview) {
  AssignmentRun run;
  run.id = derive_id(household.id, "run:" + preview.input.seed.to_string());
  run.at = context.now;
  run.algorithm = preview.input.algorithm;
  run.input = encode_run_input(preview.input);
  run.digest = preview.digest;
  run.outcome = encode_run_plan(preview.plan);
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
                const RunPreview& preview) {
  const AssignmentRun run = make_record(context, household, preview);
  transaction.put(run);
  const Cycle cycle = present_cycle(transaction, household);
  LedgerWriter ledger(transaction, context);
  for (const PlannedAssignment& planned : preview.plan.assignments) {
    Chore chore = *transaction.find<Chore>(planned.chore_id);
    const RunChore& due = due_chore(preview.input, planned.assignment_id);
    Assignment assignment = make_assignment(transaction, chore, due, planned, preview.moment);
    assignment.cycle_id = cycle.id;
    assignment.run_id = run.id;
    transaction.put(assignment);
    ledger.assign(assignment, assignment.roommate_id);
    write_rated_shares(transaction, preview.input, due);
    // Not in the order of days where one run gives out several.
    chore.next_due =
        std::max(chore.next_due, next_occurrence(chore.frequency, chore.anchor, due.occurrence));
    transaction.put(chore);
  }
  for (const PlannedTurn& turn : preview.plan.turns) {
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

constexpr FieldInfo kRunFields[] = {
    text_field<&RunAssignments::expected_digest>("expected_digest", 32, 32).added_in(4),
};

Status apply_run(Transaction& transaction, const Context& context,
                 const RunAssignments& arguments) {
  const auto household = household_of(transaction);
  if (!household) return refuse("not_found", "This household is not here any more.");
  const Result<TimeZone> zone = zone_of(context, *household);
  if (!zone) return zone.error();
  const RunPreview run = preview_run(transaction, *household, *zone, context.now);
  if (arguments.expected_digest && *arguments.expected_digest != run.digest) {
    return refuse("preview_outdated",
                  "Something changed since this preview was made. Here is a fresh one.",
                  "expected_digest");
  }
  if (run.plan.assignments.empty()) return success();
  write_plan(transaction, context, *household, run);
  return success();
}

constexpr CommandInfo kRun = [] {
  CommandInfo info = define_command<RunAssignments, apply_run>("assignment.run", kRunFields);
  info.command_class = CommandClass::guarded;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<RunAssignments>() {
  return kRun;
}

}  // namespace rr
