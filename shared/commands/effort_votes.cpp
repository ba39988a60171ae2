#include "shared/commands/effort_votes.h"

#include "shared/commands/actor.h"
#include "shared/commands/define.h"
#include "shared/domain/ratings.h"

namespace rr {
namespace {

constexpr FieldInfo kSetFields[] = {
    id_field<&SetEffortVote::chore_id>("chore_id"),
    id_field<&SetEffortVote::roommate_id>("roommate_id"),
    integer_field<&SetEffortVote::points>("points", 1, 20),
};

Status apply_set(Transaction& transaction, const Context& context, const SetEffortVote& arguments) {
  if (Status status =
          check_own_opinion(transaction, context, arguments.chore_id, arguments.roommate_id);
      !status) {
    return status;
  }
  const Id id = effort_vote_id(arguments.chore_id, arguments.roommate_id);
  if (arguments.points) {
    transaction.put(EffortVote{id, arguments.chore_id, arguments.roommate_id, *arguments.points});
  } else if (transaction.find<EffortVote>(id)) {
    transaction.erase<EffortVote>(id);
  }
  return success();
}

std::optional<Command> invert_set(const Reader& before, const Context&,
                                  const SetEffortVote& arguments) {
  SetEffortVote back = arguments;
  back.points = effort_vote_of(before, arguments.chore_id, arguments.roommate_id);
  return inverse_command(back);
}

constexpr CommandInfo kSet = [] {
  CommandInfo info = define_command<SetEffortVote, apply_set>("effort_vote.set", kSetFields);
  info.inverse = &invert_arguments<SetEffortVote, invert_set>;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<SetEffortVote>() {
  return kSet;
}

}  // namespace rr
