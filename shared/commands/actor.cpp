#include "shared/commands/actor.h"

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

}  // namespace rr
