#include "shared/commands/actor.h"

#include "shared/base/fill.h"

namespace rr {

Role role_of_actor(const Reader& reader, const Context& context) {
  if (context.actor == ActorKind::system) return Role::owner;
  const auto member = reader.find<Member>(context.person);
  return member ? member->role : Role::member;
}

Id roommate_of_actor(const Reader& reader, const Context& context) {
  if (context.actor == ActorKind::system) return Id{};
  const auto member = reader.find<Member>(context.person);
  return member ? member->roommate_id : Id{};
}

Status check_own_opinion(const Reader& reader, const Context& context, const Id& chore_id,
                         const Id& roommate_id) {
  if (!reader.find<Chore>(chore_id)) {
    return refuse("not_found", "This chore is not here any more.", "chore_id");
  }
  const auto roommate = reader.find<Roommate>(roommate_id);
  if (!roommate) {
    return refuse("not_found", "This roommate is not here any more.", "roommate_id");
  }
  if (roommate->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", roommate->name}}),
                  "roommate_id");
  }
  if (role_of_actor(reader, context) < Role::admin &&
      roommate_of_actor(reader, context) != roommate_id) {
    return refuse("not_allowed", "Only an admin sets what others think.", "roommate_id");
  }
  return success();
}

}  // namespace rr
