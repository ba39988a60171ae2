#include "client/screens/standing.h"

#include "client/screens/words.h"
#include "client/text/texts.h"

namespace rr::screens {

Id own_roommate(const app::Session& session) {
  const auto member = session.household().find<Member>(session.person_id());
  return member ? member->roommate_id : Id{};
}

bool is_admin(const app::Session& session) {
  const auto member = session.household().find<Member>(session.person_id());
  return member && member->role != Role::member;
}

PersonLook look_of(const app::Session& session, const Id& roommate_id) {
  const auto roommate = session.household().find<Roommate>(roommate_id);
  if (!roommate) return {tr("Somebody who moved out"), 1};
  return {short_name(roommate->name), roommate->colour};
}

}  // namespace rr::screens
