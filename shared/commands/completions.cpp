#include <algorithm>

#include "shared/base/fill.h"
#include "shared/commands/actor.h"
#include "shared/commands/assignment_states.h"
#include "shared/commands/assignments.h"
#include "shared/commands/define.h"
#include "shared/commands/sub_chores.h"
#include "shared/domain/cycle_time.h"

namespace rr {
namespace {

constexpr FieldInfo kSetFields[] = {
    id_field<&SetCompletion::assignment_id>("assignment_id"),
    id_field<&SetCompletion::sub_chore_id>("sub_chore_id"),
    boolean_field<&SetCompletion::done>("done"),
};

bool is_every_sub_task_done(const Reader& reader, const Assignment& assignment) {
  const auto steps = sub_chores_of(reader, assignment.chore_id);
  return std::all_of(steps.begin(), steps.end(), [&](const auto& step) {
    return reader.find<Completion>(completion_id(assignment.id, step->id)) != nullptr;
  });
}

Status check_sub_chore(const Reader& reader, const Assignment& assignment, const Id& id) {
  const auto sub_chore = reader.find<SubChore>(id);
  if (!sub_chore) {
    return refuse("not_found", "This sub-task is not here any more.", "sub_chore_id");
  }
  if (sub_chore->chore_id != assignment.chore_id) {
    return refuse("wrong_chore", "This sub-task belongs to another chore.", "sub_chore_id");
  }
  return success();
}

void tick(Transaction& transaction, const Context& context, const SetCompletion& arguments) {
  Completion completion;
  completion.id = completion_id(arguments.assignment_id, arguments.sub_chore_id);
  completion.assignment_id = arguments.assignment_id;
  completion.sub_chore_id = arguments.sub_chore_id;
  completion.done_at = context.meant_at;
  completion.done_by = roommate_of_actor(transaction, context);
  transaction.put(completion);
}

Status untick(Transaction& transaction, const Context& context, const Assignment& assignment,
              const Id& id) {
  if (assignment.status == AssignmentStatus::done && assignment.is_completed_by_subtasks) {
    if (Status status = check_can_reopen(transaction, context, assignment); !status) return status;
    reopen(transaction, context, assignment);
  }
  transaction.erase<Completion>(id);
  return success();
}

Status apply_set(Transaction& transaction, const Context& context, const SetCompletion& arguments) {
  const auto assignment = transaction.find<Assignment>(arguments.assignment_id);
  if (!assignment) {
    return refuse("not_found", "This assignment is not here any more.", "assignment_id");
  }
  if (Status status = check_sub_chore(transaction, *assignment, arguments.sub_chore_id); !status) {
    return status;
  }
  const Id id = completion_id(arguments.assignment_id, arguments.sub_chore_id);
  if ((transaction.find<Completion>(id) != nullptr) == arguments.done) return success();
  // Ticks of what was marked done by hand may still be put right; they change nothing else.
  const bool is_done = assignment->status == AssignmentStatus::done;
  if (!is_done) {
    Status status = check_can_finish(transaction, context, *assignment);
    if (!status) return wrong_state(*assignment, part("asked", "ticked"));
  }
  if (!arguments.done) return untick(transaction, context, *assignment, id);
  tick(transaction, context, arguments);
  const auto household = household_of(transaction);
  const bool completes = household && household->complete_when_all_subtasks_done && !is_done;
  if (completes && is_every_sub_task_done(transaction, *assignment)) {
    finish(transaction, context, *assignment, assignment->roommate_id, CompletionWay::by_sub_tasks);
  }
  return success();
}

std::optional<Command> invert_set(const Reader& before, const Context&,
                                  const SetCompletion& arguments) {
  const Id id = completion_id(arguments.assignment_id, arguments.sub_chore_id);
  if ((before.find<Completion>(id) != nullptr) == arguments.done) return std::nullopt;
  SetCompletion back = arguments;
  back.done = !arguments.done;
  return inverse_command(back);
}

constexpr CommandInfo kSet = [] {
  CommandInfo info = define_command<SetCompletion, apply_set>("completion.set", kSetFields);
  info.inverse = &invert_arguments<SetCompletion, invert_set>;
  return info;
}();

}  // namespace

Id completion_id(const Id& assignment_id, const Id& sub_chore_id) {
  return derive_id(assignment_id, "completion:" + sub_chore_id.to_string());
}

template <>
const CommandInfo& describe_command<SetCompletion>() {
  return kSet;
}

}  // namespace rr
