#include "shared/commands/household_start.h"

#include "shared/commands/define.h"
#include "shared/commands/household.h"

namespace rr {
namespace {

constexpr FieldInfo kFields[] = {
    text_field<&StartHousehold::household_name>("household_name", 1, 100),
    text_field<&StartHousehold::person_name>("person_name", 1, 100),
    text_field<&StartHousehold::time_zone>("time_zone", 1, 64),
    text_field<&StartHousehold::currency>("currency", 3, 3),
    id_field<&StartHousehold::roommate_id>("roommate_id"),
};

Status apply_start(Transaction& transaction, const Context& context,
                   const StartHousehold& arguments) {
  if (!transaction.all<Household>().empty() || !transaction.all<Roommate>().empty()) {
    return refuse("not_empty", "This household exists already.");
  }
  if (Status status = check_time_zone(context, arguments.time_zone); !status) return status;
  if (Status status = check_currency(arguments.currency); !status) return status;
  Roommate roommate;
  roommate.id = arguments.roommate_id;
  roommate.name = arguments.person_name;
  roommate.joined_at = context.meant_at;
  transaction.put(roommate);
  Member member;
  member.id = context.person;
  member.name = arguments.person_name;
  member.role = Role::owner;
  member.roommate_id = arguments.roommate_id;
  member.joined_at = context.meant_at;
  transaction.put(member);
  Household household;
  household.id = context.scope;
  household.name = arguments.household_name;
  household.time_zone = arguments.time_zone;
  household.currency = arguments.currency;
  household.next_run_seed =
      context.fresh_seed.is_nil() ? derive_id(context.mutation_id, "seed") : context.fresh_seed;
  household.created_at = context.meant_at;
  transaction.put(household);
  return success();
}

constexpr CommandInfo kStart = [] {
  CommandInfo info = define_command<StartHousehold, apply_start>("household.start", kFields);
  info.standing = Standing::founder;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<StartHousehold>() {
  return kStart;
}

}  // namespace rr
